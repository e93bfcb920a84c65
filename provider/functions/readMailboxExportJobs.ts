import { requireEnvironment } from "../arguments/requireEnvironment";
import { filterJobs } from "../exports/filterJobs";
import { filtersOf } from "../exports/filtersOf";
import { sortJobs } from "../exports/sortJobs";
import type { GetMailboxExportJobsArgs, MailboxExportJob } from "../model";
import { type Connection, connect, type Environment } from "../workmail/connect";
import { describeMailboxExportJobs } from "../workmail/describeMailboxExportJobs";
import { listMailboxExportJobs } from "../workmail/listMailboxExportJobs";
import type { ListProgress } from "../workmail/readEveryPage";
import { regionsInWords, workMailRegions } from "../workmail/regions";

/** What a face hands down to a read. @internal */
export interface ReadContext {
  readonly environment: Environment;
  /** Takes what the user should know although the read goes on. */
  readonly warn: (message: string) => void;
  readonly onPage?: ((progress: ListProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the service shows of an organization's jobs: newest first. @internal */
export interface Reading {
  readonly region: string;
  readonly jobs: readonly MailboxExportJob[];
}

/**
 * Reads every page. With `includeDetails` it describes the jobs that pass the filters, and gives those alone; without
 * it gives every job, whatever the filters are. The arguments are taken as checked.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError, IncompleteListError
 * @internal
 */
export async function readMailboxExportJobs(args: GetMailboxExportJobsArgs, context: ReadContext): Promise<Reading> {
  requireEnvironment(args, context.environment);
  const timeUp = AbortSignal.timeout(Math.ceil((args.timeoutSeconds ?? 300) * 1000));
  const signal = AbortSignal.any(context.signal ? [timeUp, context.signal] : [timeUp]);
  const connection = await connect("ListMailboxExportJobs", args.organizationId, args, context.environment, signal);
  try {
    warnOfRegion(connection, context);
    const jobs = await listMailboxExportJobs(connection, { ...context, pageSize: args.pageSize ?? 100 });
    return { region: connection.region, jobs: sortJobs(await detailed(connection, jobs, args)) };
  } finally {
    connection.close();
  }
}

// Not refused: AWS could add a region, and an endpoint of one's own can be anywhere.
function warnOfRegion({ region }: Connection, { warn }: ReadContext): void {
  if (workMailRegions.includes(region)) return;
  warn(`WorkMail is not known to exist in ${region}, only in ${regionsInWords}; it is asked there all the same.`);
}

function detailed(
  connection: Connection,
  jobs: readonly MailboxExportJob[],
  { includeDetails = false, detailsConcurrency = 8, ...args }: GetMailboxExportJobsArgs,
): readonly MailboxExportJob[] | Promise<readonly MailboxExportJob[]> {
  if (!includeDetails) return jobs;
  return describeMailboxExportJobs(connection, filterJobs(jobs, filtersOf(args)), detailsConcurrency);
}
