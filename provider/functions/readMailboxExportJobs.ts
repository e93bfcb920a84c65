import { filterJobs } from "../exports/filterJobs";
import { filtersOf } from "../exports/filtersOf";
import { joinSightings } from "../exports/joinSightings";
import { sortJobs } from "../exports/sortJobs";
import type { GetMailboxExportJobsArgs, MailboxExportJob } from "../model";
import type { Connection } from "../workmail/connect";
import { describeMailboxExportJobs } from "../workmail/describeMailboxExportJobs";
import { listMailboxExportJobs } from "../workmail/listMailboxExportJobs";
import { type ReadContext, withConnection } from "./withConnection";

/** Jobs of an organization, and the region that was asked. @internal */
export interface Reading {
  readonly region: string;
  readonly jobs: readonly MailboxExportJob[];
}

/**
 * Reads every page: what the service shows of an organization's jobs, newest first. With `includeDetails` it describes
 * the jobs that pass the filters, and gives those alone; without it gives every job, whatever the filters are. The
 * arguments are taken as checked.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError, IncompleteListError
 * @internal
 */
export function readMailboxExportJobs(args: GetMailboxExportJobsArgs, context: ReadContext): Promise<Reading> {
  return withConnection("ListMailboxExportJobs", args, context, async (connection) => {
    const listed = await listMailboxExportJobs(connection, { ...context, pageSize: args.pageSize ?? 100 });
    const jobs = await detailed(connection, [...joinSightings(listed).values()], args);
    return { region: connection.region, jobs: sortJobs(jobs) };
  });
}

function detailed(
  connection: Connection,
  jobs: readonly MailboxExportJob[],
  { includeDetails = false, detailsConcurrency = 8, ...args }: GetMailboxExportJobsArgs,
): readonly MailboxExportJob[] | Promise<readonly MailboxExportJob[]> {
  if (!includeDetails) return jobs;
  return describeMailboxExportJobs(connection, filterJobs(jobs, filtersOf(args)), detailsConcurrency);
}
