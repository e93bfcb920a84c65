import { filterRules } from "../arguments/filterRules";
import { nearestTo } from "../arguments/nearestTo";
import { readRules } from "../arguments/readRules";
import { requireArguments } from "../arguments/requireArguments";
import type { RulesOf } from "../arguments/rule";
import { countJobs } from "../exports/countJobs";
import { filterJobs } from "../exports/filterJobs";
import { filtersOf } from "../exports/filtersOf";
import { isKnownState } from "../exports/jobState";
import { latestByEntity } from "../exports/latestByEntity";
import { type GetMailboxExportJobsArgs, type GetMailboxExportJobsResult, mailboxExportJobStates } from "../model";
import { type Reading, readMailboxExportJobs } from "./readMailboxExportJobs";
import type { ReadContext } from "./withConnection";

const rules: RulesOf<GetMailboxExportJobsArgs> = { ...readRules, ...filterRules };

/**
 * Which mailbox export jobs does this organization have? The arguments are checked, every page is read by `read`, and
 * only then the filters are applied.
 *
 * @throws InvalidArgumentsError, WorkMailRequestError, IncompleteListError
 * @internal
 */
export async function getMailboxExportJobs(
  args: unknown,
  context: ReadContext,
  read: typeof readMailboxExportJobs = readMailboxExportJobs,
): Promise<GetMailboxExportJobsResult> {
  requireGetMailboxExportJobsArgs(args);
  warnOfStates(args, context);
  warnOfEmails(args, context);
  return toResult(args, await read(args, context));
}

/** @throws InvalidArgumentsError @internal */
export function requireGetMailboxExportJobsArgs(args: unknown): asserts args is GetMailboxExportJobsArgs {
  requireArguments("getMailboxExportJobs", args, rules);
}

function toResult(args: GetMailboxExportJobsArgs, reading: Reading): GetMailboxExportJobsResult {
  const { organizationId, includeDetails = false, prove = false } = args;
  const { region } = reading;
  const filters = filtersOf(args);
  const jobs = filterJobs(reading.jobs, filters);
  return {
    id: `${region}/${organizationId}`,
    organizationId,
    region,
    includeDetails,
    prove,
    ...filters,
    ids: jobs.map(({ jobId }) => jobId),
    jobs,
    counts: countJobs(jobs),
    latestByEntity: latestByEntity(jobs),
  };
}

// Not refused: the service may add states. But "COMPLETE" would give an empty list, and an empty list looks like news.
function warnOfStates({ states = [] }: GetMailboxExportJobsArgs, { warn }: ReadContext): void {
  for (const state of states) {
    if (isKnownState(state)) continue;
    const nearest = nearestTo(state, mailboxExportJobStates);
    const advice = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
    warn(`states: ${state} is not a state that WorkMail documents (${mailboxExportJobStates.join(", ")}).${advice}`);
  }
}

// The service names mailboxes by entity id alone, so an email or a user's name would give an empty list.
function warnOfEmails({ entityIds = [] }: GetMailboxExportJobsArgs, { warn }: ReadContext): void {
  for (const id of entityIds.filter((entityId) => entityId.includes("@"))) {
    warn(`entityIds: ${id} looks like an email; WorkMail's jobs name a user or resource by its id alone.`);
  }
}
