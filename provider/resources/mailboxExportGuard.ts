import { checkArguments } from "../arguments/checkArguments";
import { coverageRules } from "../arguments/coverageRules";
import { readRules } from "../arguments/readRules";
import { requireArguments } from "../arguments/requireArguments";
import { type RulesOf, text } from "../arguments/rule";
import type { CoverageRules } from "../coverageModel";
import { jobsById } from "../exports/jobsById";
import { mergeLedgers } from "../exports/ledger";
import { readCoverage } from "../functions/readCoverage";
import { readLedger } from "../functions/readLedger";
import { refusalUnlessComplete } from "../functions/refusalUnlessComplete";
import { regionAsked } from "../functions/regionAsked";
import { withConnection } from "../functions/withConnection";
import type { MailboxExportJob, ReadMailboxExportJobsArgs } from "../model";
import { withoutUndefined } from "../withoutUndefined";
import { jobsOfState, rememberedOf, withoutProof } from "./ledgerState";
import {
  argumentsOf,
  type Checked,
  type Difference,
  diff as diffOf,
  failureOf,
  hasUnknown,
  type LifeCycleContext,
  type Properties,
  type Refreshed,
} from "./lifeCycle";

/** What the guard is given, beside the jobs, which it keeps by job id. @internal */
export interface MailboxExportGuardInputs extends ReadMailboxExportJobsArgs, CoverageRules {
  /** Why it may be deleted although not all is exported. */
  readonly acceptLoss?: string | undefined;
}

const rules: RulesOf<MailboxExportGuardInputs> = {
  ...readRules,
  ...coverageRules,
  acceptLoss: text("a text: the reason why mail may be lost; leave it out as long as none may"),
};

/** What the guard adds to its arguments: the jobs it remembers, and the ids of what it holds. */
const own = ["jobsById", "guards"];

/**
 * Checks the arguments and finds out the region, so that the guard asks the same WorkMail on the day it is deleted, from
 * wherever that is done. The jobs it is given are added to those it remembers. It sends nothing.
 *
 * @internal
 */
export async function check(olds: Properties, news: Properties, context: LifeCycleContext): Promise<Checked> {
  const args = argumentsOf(news, own);
  const guards = [news["guards"]].flat(Number.POSITIVE_INFINITY).filter((id) => id !== undefined);
  const given = { ...args, guards, ...withoutUndefined({ jobsById: news["jobsById"] }) };
  const failures = checkArguments(args, rules, context.isUnknown);
  if (failures.length > 0) return { inputs: given, failures };
  warnOfLoss(args, context);
  warnOfNothing(guards, context);
  if (hasUnknown(args, context.isUnknown)) return { inputs: given };
  try {
    requireArguments<MailboxExportGuardInputs>("MailboxExportGuard", args, rules);
    const region = await regionAsked(args, context);
    if (hasUnknown(news["jobsById"], context.isUnknown)) return { inputs: { ...given, region } };
    const jobs = jobsOfState(news["jobsById"]);
    const remembered = mergeLedgers(withOwnProofs(rememberedOf(olds, args.organizationId, region), jobs), jobs);
    return { inputs: { ...args, guards, region, jobsById: jobsById(remembered.map(asGuarded)) } };
  } catch (error) {
    return { inputs: given, failures: [failureOf(error)] };
  }
}

/**
 * Says what changed. A guard that does not depend any more on something that it held, because that is replaced or was
 * taken out of the program, is replaced: so the old one is deleted, and refuses, before what it held goes.
 *
 * Where something was only taken out, the old guard is deleted first: refusing then leaves it as it was, and the change
 * can be undone, or acceptLoss recorded. Where something new came in its place, the new guard comes first, so that the
 * old one stands between the old thing and its delete whatever the next update brings.
 *
 * @internal
 */
export function diff(olds: Properties, news: Properties): Difference {
  const difference = diffOf(olds, news);
  const [held, holds] = [[olds["guards"] ?? []].flat(), [news["guards"] ?? []].flat()];
  if (held.every((id) => holds.includes(id))) return difference;
  const onlyTakenOut = difference.replaces.length === 0 && holds.every((id) => held.includes(id));
  return { ...difference, replaces: [...difference.replaces, "guards"], deleteBeforeReplace: onlyTakenOut };
}

/**
 * Adds what WorkMail lists now to what the guard remembers, for a refresh: as the jobs' own resource does, so that the
 * next preview has nothing new to hand it. Where nobody answers it keeps what it has, and warns: a refresh must not fail
 * because of it, and its delete will refuse.
 *
 * @internal
 */
export async function read(id: string, properties: Properties, context: LifeCycleContext): Promise<Refreshed> {
  const args = argumentsOf(properties, own);
  try {
    requireArguments<MailboxExportGuardInputs>("MailboxExportGuard", args, rules);
    const remembered = jobsOfState(properties["jobsById"]);
    const ledger = await withConnection("ListMailboxExportJobs", args, context, (connection) =>
      readLedger(connection, remembered, { ...args, includeDetails: false }, context),
    );
    const state = { ...withoutCode(properties), jobsById: jobsById(ledger.map(asGuarded)) };
    return { id, props: state, inputs: state };
  } catch (error) {
    const { reason } = failureOf(error);
    context.warn(`MailboxExportGuard remembers what it did before this refresh, because a read failed: ${reason}`);
    const state = withoutCode(properties);
    return { id, props: state, inputs: state };
  }
}

/** Pulumi puts the provider's code back itself. */
function withoutCode(properties: Properties): Properties {
  return argumentsOf(properties, []);
}

/** What S3 showed is of the jobs that are given now: an archive that was gone can be back. */
function withOwnProofs(
  remembered: readonly MailboxExportJob[],
  given: readonly MailboxExportJob[],
): readonly MailboxExportJob[] {
  const ids = new Set(given.map(({ jobId }) => jobId));
  return remembered.map((job) => (ids.has(job.jobId) ? withoutProof(job) : job));
}

/**
 * What the guard needs of a job. The rest may be told or not, and would make a change of what is none. A proof is of its
 * day, and not kept; but one that is not `proven` is, so that the guard refuses where the coverage of the same jobs is not
 * complete.
 */
function asGuarded({
  description,
  estimatedProgress,
  errorInfo,
  roleArn,
  kmsKeyArn,
  s3Prefix,
  proof,
  ...job
}: MailboxExportJob): MailboxExportJob {
  if (proof === undefined || proof.outcome === "proven") return job;
  // With the key that it was held against: whoever looks again must hold it against that too.
  return proof.outcome === "wrongKey" && kmsKeyArn !== undefined ? { ...job, kmsKeyArn, proof } : { ...job, proof };
}

/** An order to be kept is all that it can hold, and without one there is none. */
function warnOfNothing(guards: readonly unknown[], { warn }: LifeCycleContext): void {
  if (guards.length > 0) return;
  warn(
    "This MailboxExportGuard holds nothing: give its option dependsOn what must not go before every mailbox is out.",
  );
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
  const ask = async () => {
    const args = argumentsOf(properties, own);
    requireArguments<MailboxExportGuardInputs>("MailboxExportGuard", args, rules);
    return readCoverage(args, jobsOfState(properties["jobsById"]), context);
  };
  const refusal = await refusalUnlessComplete(ask, "guard");
  if (refusal === undefined) return;
  const { acceptLoss } = properties;
  if (typeof acceptLoss !== "string" || acceptLoss.trim() === "") throw refusal;
  context.warn(`MailboxExportGuard is deleted because acceptLoss says "${acceptLoss}", although ${refusal.because}`);
}
