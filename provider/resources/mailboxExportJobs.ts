import { isDeepStrictEqual } from "node:util";
import { checkArguments, type IsUnknown } from "../arguments/checkArguments";
import { readRules } from "../arguments/readRules";
import { requireArguments } from "../arguments/requireArguments";
import { flag, oneOf, type RulesOf, wholeNumber } from "../arguments/rule";
import { type ArgumentFailure, MailboxExportsError } from "../errors";
import { boundLedger } from "../exports/boundLedger";
import { readLedger } from "../functions/readLedger";
import { withConnection } from "../functions/withConnection";
import type { MailboxExportJob } from "../model";
import { keepUnavailable } from "./keepUnavailable";
import { jobsById, rememberedOf } from "./ledgerState";
import type { LifeCycleContext, Properties } from "./lifeCycle";
import type { MailboxExportJobsInputs, MailboxExportJobsState } from "./mailboxExportJobsState";

const rules: RulesOf<MailboxExportJobsInputs> = {
  ...readRules,
  trackProgress: flag,
  // Less than the window would drop what the service lists, and take it in again with each read.
  retainDays: wholeNumber(7, 36_500),
  maxJobs: wholeNumber(1, 1_000_000),
  onUnavailable: oneOf(["fail", "keep"]),
};

/** The members that are not the user's arguments. `__provider` is Pulumi's: the serialised provider itself. */
const notArguments = ["jobsById", "live", "__provider"];

/** What makes it another resource: another list, not a newer one. */
const forceReplacement = ["organizationId", "region"];

/**
 * Checks the arguments, reads every page, and merges it into what `olds` remembers. What it adds to the inputs is what a
 * preview shows as outputs, so jobs are known there, and a change in WorkMail is an ordinary diff. With an argument still
 * unknown nothing is sent, and the jobs stay unknown.
 *
 * @internal
 */
export async function check(
  olds: Properties,
  news: Properties,
  context: LifeCycleContext,
): Promise<{ inputs: Properties; failures?: readonly ArgumentFailure[] }> {
  const args = argumentsOf(news);
  const failures = checkArguments(args, rules, context.isUnknown);
  if (failures.length > 0) return { inputs: args, failures };
  if (hasUnknown(args, context.isUnknown)) return { inputs: args };
  try {
    return { inputs: { ...(await readState(args, olds, context)) } };
  } catch (error) {
    // As a failure and not as an exception, which the engine would show twice and with its stack.
    if (!(error instanceof MailboxExportsError)) throw error;
    return { inputs: args, failures: [{ property: "", reason: error.message }] };
  }
}

/** Says what changed, and whether it takes another resource. Code that changed is no change. @internal */
export function diff(
  olds: Properties,
  news: Properties,
): { changes: boolean; replaces: string[]; stables: string[]; deleteBeforeReplace: boolean } {
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter((name) => name !== "__provider");
  // With an argument unknown the region may be one that only the read finds out: that is no change of it.
  const regionIsPending = news["jobsById"] === undefined && news["region"] === undefined;
  const changed = names.filter(
    (name) => !(name === "region" && regionIsPending) && !isDeepStrictEqual(olds[name], news[name]),
  );
  return {
    changes: changed.length > 0,
    replaces: changed.filter((name) => forceReplacement.includes(name)),
    stables: forceReplacement.filter((name) => !changed.includes(name)),
    deleteBeforeReplace: false,
  };
}

/** There is nothing to make in WorkMail: the resource is what was read in `check`. @internal */
export function create(inputs: Properties): { id: string; outs: Properties } {
  return { id: `${inputs["region"]}/${inputs["organizationId"]}`, outs: inputs };
}

/** Takes what was read in `check` into state. @internal */
export function update(news: Properties): { outs: Properties } {
  return { outs: news };
}

/** Reads every page anew, for a refresh, and merges it into what the state remembers. @internal */
export async function read(
  id: string,
  properties: Properties,
  context: LifeCycleContext,
): Promise<{ id: string; props: Properties; inputs: Properties }> {
  const state = { ...(await readState(argumentsOf(properties), properties, context)) };
  return { id, props: state, inputs: state };
}

function argumentsOf(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !notArguments.includes(name)));
}

function hasUnknown(value: unknown, isUnknown: IsUnknown): boolean {
  if (isUnknown(value)) return true;
  return (
    typeof value === "object" && value !== null && Object.values(value).some((each) => hasUnknown(each, isUnknown))
  );
}

async function readState(
  args: Properties,
  olds: Properties,
  context: LifeCycleContext,
): Promise<MailboxExportJobsState> {
  requireArguments<MailboxExportJobsInputs>("MailboxExportJobs", args, rules);
  try {
    return await withConnection("ListMailboxExportJobs", args, context, async (connection) => {
      const { region } = connection;
      const ledger = await readLedger(connection, rememberedOf(olds, args.organizationId, region), args, context);
      return { ...args, region, jobsById: jobsById(kept(ledger, args, context.now())), live: true };
    });
  } catch (error) {
    return keepUnavailable(error, args, olds, context);
  }
}

function kept(
  ledger: readonly MailboxExportJob[],
  { trackProgress = false, ...limits }: MailboxExportJobsInputs,
  now: Date,
): readonly MailboxExportJob[] {
  const bounded = boundLedger(ledger, limits, now);
  return trackProgress ? bounded : bounded.map(withoutProgress);
}

// Progress is a reading of the clock: it changes on every run, and would make every preview a change.
function withoutProgress({ estimatedProgress, ...job }: MailboxExportJob): MailboxExportJob {
  return job;
}
