import { filterJobs } from "../exports/filterJobs";
import { filtersOf } from "../exports/filtersOf";
import { joinSightings } from "../exports/joinSightings";
import { sortJobs } from "../exports/sortJobs";
import type { GetMailboxExportJobsArgs, MailboxExportJob } from "../model";
import type { Connection } from "../workmail/connect";
import { describeMailboxExportJobs } from "../workmail/describeMailboxExportJobs";
import { listMailboxExportJobs } from "../workmail/listMailboxExportJobs";
import { proveJobs } from "./proveJobs";
import { type ReadContext, withConnection } from "./withConnection";

/** Jobs of an organization, and the region that was asked. @internal */
export interface Reading {
  readonly region: string;
  readonly jobs: readonly MailboxExportJob[];
}

/**
 * Reads every page: what the service shows of an organization's jobs, newest first. With `includeDetails` or
 * `prove` it gives the jobs that pass the filters alone; without them every job, whatever the filters are. The
 * arguments are taken as checked.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError, IncompleteListError
 * @internal
 */
export function readMailboxExportJobs(args: GetMailboxExportJobsArgs, context: ReadContext): Promise<Reading> {
  return withConnection("ListMailboxExportJobs", args, context, async (connection) => {
    const listed = await listMailboxExportJobs(connection, { ...context, pageSize: args.pageSize ?? 100 });
    const jobs = await lookedInto(connection, [...joinSightings(listed).values()], args, context);
    return { region: connection.region, jobs: sortJobs(jobs) };
  });
}

/** What costs a request a job is asked only of those that pass the filters. */
async function lookedInto(
  connection: Connection,
  jobs: readonly MailboxExportJob[],
  args: GetMailboxExportJobsArgs,
  context: ReadContext,
): Promise<readonly MailboxExportJob[]> {
  const { includeDetails, detailsConcurrency = 8, prove } = args;
  if (!includeDetails && !prove) return jobs;
  const chosen = filterJobs(jobs, filtersOf(args));
  const detailed = includeDetails ? await describeMailboxExportJobs(connection, chosen, detailsConcurrency) : chosen;
  return proveJobs(connection, detailed, jobs, args, context);
}
