import { checkArguments } from "../arguments/checkArguments";
import { coverageRules } from "../arguments/coverageRules";
import { readRules } from "../arguments/readRules";
import { requireArguments } from "../arguments/requireArguments";
import { type RulesOf, text } from "../arguments/rule";
import type { CoverageRules } from "../coverageModel";
import { MailboxExportGuardError, MailboxExportsError } from "../errors";
import { jobsById } from "../exports/jobsById";
import { rememberJobs } from "../exports/ledger";
import { refusalOf, refusalOfDoubt } from "../exports/refusal";
import { readCoverage } from "../functions/readCoverage";
import { regionAsked } from "../functions/regionAsked";
import type { ReadMailboxExportJobsArgs } from "../model";
import { withoutUndefined } from "../withoutUndefined";
import { jobsOfState, rememberedOf, withoutProgress } from "./ledgerState";
import { argumentsOf, type Checked, failureOf, hasUnknown, type LifeCycleContext, type Properties } from "./lifeCycle";

/** What the guard is given, beside the jobs, which it keeps by job id. @internal */
export interface MailboxExportGuardInputs extends ReadMailboxExportJobsArgs, CoverageRules {
  /** Why it may be deleted although not all is exported. */
  readonly acceptLoss?: string | undefined;
}

const rules: RulesOf<MailboxExportGuardInputs> = {
  ...readRules,
  ...coverageRules,
  acceptLoss: text("the reason why mail may be lost"),
};

/**
 * Checks the arguments and finds out the region, so that the guard asks the same WorkMail on the day it is deleted, from
 * wherever that is done. The jobs it is given are added to those it remembers. It sends nothing.
 *
 * @internal
 */
export async function check(olds: Properties, news: Properties, context: LifeCycleContext): Promise<Checked> {
  const args = argumentsOf(news);
  const given = { ...args, ...withoutUndefined({ jobsById: news["jobsById"] }) };
  const failures = checkArguments(args, rules, context.isUnknown);
  if (failures.length > 0) return { inputs: given, failures };
  warnOfLoss(args, context);
  if (hasUnknown(args, context.isUnknown)) return { inputs: given };
  try {
    requireArguments<MailboxExportGuardInputs>("MailboxExportGuard", args, rules);
    const region = await regionAsked(args, context);
    if (hasUnknown(news["jobsById"], context.isUnknown)) return { inputs: { ...given, region } };
    const remembered = rememberJobs(rememberedOf(olds, args.organizationId, region), jobsOfState(news["jobsById"]));
    return { inputs: { ...args, region, jobsById: jobsById(remembered.map(withoutProgress)) } };
  } catch (error) {
    return { inputs: given, failures: [failureOf(error)] };
  }
}

function warnOfLoss({ acceptLoss, organizationId }: Properties, { warn, isUnknown }: LifeCycleContext): void {
  if (acceptLoss === undefined || isUnknown(acceptLoss)) return;
  warn(
    `acceptLoss is set ("${acceptLoss}"): once this is applied, the guard of organization ${organizationId} lets itself ` +
      "be deleted whatever is not exported. That mail is then lost for good.",
  );
}

/**
 * Reads the organization anew, adds what the guard remembers, and refuses unless every mailbox is exported: also when
 * that cannot be learnt. With `acceptLoss` in its state it warns of what is lost, and refuses nothing.
 *
 * @throws MailboxExportGuardError
 * @internal
 */
export async function remove(properties: Properties, context: LifeCycleContext): Promise<void> {
  const refusal = await refusalOn(properties, context);
  if (refusal === undefined) return;
  const { acceptLoss } = properties;
  if (typeof acceptLoss !== "string" || acceptLoss.trim() === "") throw refusal;
  context.warn(`MailboxExportGuard is deleted because acceptLoss says "${acceptLoss}", although ${refusal.because}`);
}

async function refusalOn(
  properties: Properties,
  context: LifeCycleContext,
): Promise<MailboxExportGuardError | undefined> {
  try {
    const args = argumentsOf(properties);
    requireArguments<MailboxExportGuardInputs>("MailboxExportGuard", args, rules);
    const coverage = await readCoverage(args, jobsOfState(properties["jobsById"]), context);
    if (coverage.verdict === "complete") return undefined;
    return new MailboxExportGuardError(coverage.verdict, refusalOf(coverage));
  } catch (error) {
    // Whatever went wrong: what cannot be learnt must not pass for complete.
    const reason = error instanceof MailboxExportsError ? error.message : String(error);
    return new MailboxExportGuardError("unknown", refusalOfDoubt(reason), error);
  }
}
