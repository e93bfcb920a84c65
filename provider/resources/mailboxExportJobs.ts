import { checkArguments } from "../arguments/checkArguments";
import { readRules } from "../arguments/readRules";
import { requireArguments } from "../arguments/requireArguments";
import { flag, oneOf, type RulesOf, wholeNumber } from "../arguments/rule";
import { boundLedger } from "../exports/boundLedger";
import { jobsById } from "../exports/jobsById";
import { proveJobs } from "../functions/proveJobs";
import { readLedger } from "../functions/readLedger";
import { withConnection } from "../functions/withConnection";
import type { MailboxExportJob } from "../model";
import { keepUnavailable } from "./keepUnavailable";
import { rememberedOf, storable, withoutProgress, withoutProof } from "./ledgerState";
import {
  argumentsOf,
  type Checked,
  failureOf,
  hasUnknown,
  type LifeCycleContext,
  type Properties,
  type Refreshed,
} from "./lifeCycle";
import type { MailboxExportJobsInputs, MailboxExportJobsState } from "./mailboxExportJobsState";

const rules: RulesOf<MailboxExportJobsInputs> = {
  ...readRules,
  trackProgress: flag,
  // Less than the window would drop what the service lists, and take it in again with each read.
  retainDays: wholeNumber(7, 36_500),
  maxJobs: wholeNumber(1, 1_000_000),
  onUnavailable: oneOf(["fail", "keep"]),
};

/** What the resource adds to its arguments. */
const own = ["jobsById", "live"];

/**
 * Checks the arguments, reads every page, and merges it into what `olds` remembers. What it adds to the inputs is what a
 * preview shows as outputs, so jobs are known there, and a change in WorkMail is an ordinary diff. With an argument still
 * unknown nothing is sent, and the jobs stay unknown.
 *
 * @internal
 */
export async function check(olds: Properties, news: Properties, context: LifeCycleContext): Promise<Checked> {
  const args = argumentsOf(news, own);
  const failures = checkArguments(args, rules, context.isUnknown);
  if (failures.length > 0) return { inputs: args, failures };
  if (hasUnknown(args, context.isUnknown)) return { inputs: args };
  try {
    return { inputs: { ...(await readState(args, olds, context)) } };
  } catch (error) {
    return { inputs: args, failures: [failureOf(error)] };
  }
}

/** Reads every page anew, for a refresh, and merges it into what the state remembers. @internal */
export async function read(id: string, properties: Properties, context: LifeCycleContext): Promise<Refreshed> {
  const state = { ...(await readState(argumentsOf(properties, own), properties, context)) };
  return { id, props: state, inputs: state };
}

/**
 * Nothing in WorkMail belongs to the resource: what goes is what the stack remembers. It says so where that is more than
 * WorkMail could tell again, since a resource that is replaced by mistake is deleted too.
 *
 * @internal
 */
export function remove(properties: Properties, { warn, now }: LifeCycleContext): void {
  const windowStart = new Date(now().getTime() - windowMs).toISOString();
  // Not read as a ledger: one that cannot be read must not be in the way of its own end.
  const jobs: unknown[] = Object.values(Object(properties["jobsById"]));
  const gone = jobs.filter((job) => {
    const startTime: unknown = Reflect.get(Object(job), "startTime");
    return typeof startTime === "string" && startTime < windowStart;
  }).length;
  if (gone === 0) return;
  warn(
    `With this resource the stack forgets ${gone === 1 ? "a job" : `${gone} jobs`} that WorkMail does not list any more. ` +
      "A MailboxExportGuard keeps those it was given, and the state before this update has them " +
      "(`pulumi stack export --version N`).",
  );
}

/** The service lists the jobs that were started in the last seven days. */
const windowMs = 7 * 86_400_000;

async function readState(
  args: Properties,
  olds: Properties,
  context: LifeCycleContext,
): Promise<MailboxExportJobsState> {
  requireArguments<MailboxExportJobsInputs>("MailboxExportJobs", args, rules);
  try {
    return await withConnection("ListMailboxExportJobs", args, context, async (connection) => {
      const { region } = connection;
      const remembered = rememberedOf(olds, args.organizationId, region).map(withoutProof);
      const ledger = await readLedger(connection, remembered, args, context);
      const proven = await proveJobs(connection, ledger, ledger, args, context);
      return { ...args, region, jobsById: jobsById(kept(proven, args, context)), live: true };
    });
  } catch (error) {
    return keepUnavailable(error, args, olds, context);
  }
}

function kept(
  ledger: readonly MailboxExportJob[],
  { trackProgress = false, ...limits }: MailboxExportJobsInputs,
  { now, isUnknown }: LifeCycleContext,
): readonly MailboxExportJob[] {
  const bounded = boundLedger(ledger, limits, now()).map((job) => storable(job, isUnknown));
  return trackProgress ? bounded : bounded.map(withoutProgress);
}
