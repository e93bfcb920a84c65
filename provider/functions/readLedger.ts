import { mapConcurrently } from "../aws/mapConcurrently";
import { WorkMailRequestError } from "../errors";
import { hasEnded } from "../exports/jobState";
import { joinSightings } from "../exports/joinSightings";
import { jobsOutOfSight, markLost, rememberJobs } from "../exports/ledger";
import type { MailboxExportJob, ReadMailboxExportJobsArgs } from "../model";
import type { Connection } from "../workmail/connect";
import { describeMailboxExportJob } from "../workmail/describeMailboxExportJob";
import { describeMailboxExportJobs } from "../workmail/describeMailboxExportJobs";
import { listMailboxExportJobs } from "../workmail/listMailboxExportJobs";
import type { ReadContext } from "./withConnection";

/**
 * The jobs that are remembered, and those that the service lists now, as one ledger. A remembered job that had not ended
 * and is not listed any more is asked for by name; where that fails it is marked as lost from sight, with the reason.
 *
 * @throws WorkMailRequestError, IncompleteListError for the list; MailboxExportsError for a ledger of something else
 * @internal
 */
export async function readLedger(
  connection: Connection,
  remembered: readonly MailboxExportJob[],
  args: ReadMailboxExportJobsArgs,
  context: ReadContext,
): Promise<readonly MailboxExportJob[]> {
  const listed = await listMailboxExportJobs(connection, { ...context, pageSize: args.pageSize ?? 100 });
  const ledger = rememberJobs(remembered, listed);
  const withDetails = args.includeDetails ? await detailsOf(connection, ledger, listed, args) : [];
  return askForLost(connection, rememberJobs(ledger, withDetails), listed, args, context);
}

/** What has ended and was described before says nothing new: it is not asked for again. */
function detailsOf(
  connection: Connection,
  ledger: readonly MailboxExportJob[],
  listed: readonly MailboxExportJob[],
  { detailsConcurrency = 8 }: ReadMailboxExportJobsArgs,
): Promise<readonly MailboxExportJob[]> {
  const known = new Set(ledger.filter((job) => hasEnded(job) && isDescribed(job)).map(({ jobId }) => jobId));
  const asked = [...joinSightings(listed).values()].filter(({ jobId }) => !known.has(jobId));
  return describeMailboxExportJobs(connection, asked, detailsConcurrency);
}

/** These two a job has from its start, and a list does not tell them. */
function isDescribed({ roleArn, kmsKeyArn, state, errorInfo }: MailboxExportJob): boolean {
  return roleArn !== undefined && kmsKeyArn !== undefined && (state !== "FAILED" || errorInfo !== undefined);
}

async function askForLost(
  connection: Connection,
  ledger: readonly MailboxExportJob[],
  listed: readonly MailboxExportJob[],
  { detailsConcurrency = 8, includeDetails = false }: ReadMailboxExportJobsArgs,
  { warn }: ReadContext,
): Promise<readonly MailboxExportJob[]> {
  const answers = await mapConcurrently(jobsOutOfSight(ledger, listed), detailsConcurrency, (job) =>
    describedOrLost(connection, job),
  );
  const lost = answers.filter((answer) => answer instanceof LostJob);
  if (lost.length > 0) warn(warningOf(lost));
  const found = answers
    .filter((answer) => !(answer instanceof LostJob))
    .map((job) => (includeDetails || hasEnded(job) ? job : asListed(job)));
  return markLost(rememberJobs(ledger, found), new Map(lost.map(({ jobId, error }) => [jobId, error.reason])));
}

/**
 * Of a job that still runs the ledger then knows what it knew: that it left the list is no change. Of one that has ended
 * all is kept that is told, since it is not asked for again.
 */
function asListed({ errorInfo, roleArn, kmsKeyArn, s3Prefix, ...job }: MailboxExportJob): MailboxExportJob {
  return job;
}

class LostJob {
  constructor(
    readonly jobId: string,
    readonly error: WorkMailRequestError,
  ) {}
}

async function describedOrLost(
  connection: Connection,
  { jobId }: MailboxExportJob,
): Promise<MailboxExportJob | LostJob> {
  try {
    return await describeMailboxExportJob(connection, jobId);
  } catch (error) {
    // The time being up, or the caller's own signal, ends the read and says nothing of the job.
    if (!(error instanceof WorkMailRequestError) || connection.signal.aborted) throw error;
    return new LostJob(jobId, error);
  }
}

function warningOf(lost: readonly LostJob[]): string {
  const [first] = lost;
  const ids = lost.map(({ jobId }) => jobId);
  const named = ids.length > 5 ? `${ids.slice(0, 5).join(", ")} and ${ids.length - 5} more` : ids.join(", ");
  return (
    `WorkMail lists these jobs no more, they had not ended when it last did, and asking for them failed: ${named}. ` +
    `What became of them is not known, and they count as unknown. ${first?.error.message ?? ""}`
  );
}
