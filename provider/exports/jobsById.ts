import type { MailboxExportJob } from "../model";

/** A ledger as state holds it: by job id, so that one more job is one line of a preview. @internal */
export type JobsById = Readonly<Record<string, MailboxExportJob>>;

/** @internal */
export function jobsById(jobs: readonly MailboxExportJob[]): JobsById {
  return Object.fromEntries(jobs.map((job) => [job.jobId, job]));
}
