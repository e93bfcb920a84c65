import type { MailboxExportJob, RememberedJob } from "../model";

/**
 * A ledger as state holds it: by job id, so that one more job is one line of a preview. The id stands there once, since
 * state holds everything twice.
 *
 * @internal
 */
export type JobsById = Readonly<Record<string, RememberedJob>>;

/** @internal */
export function jobsById(jobs: readonly MailboxExportJob[]): JobsById {
  return Object.fromEntries(jobs.map(({ jobId, ...job }) => [jobId, job]));
}

/** @internal */
export function jobsOf(ledger: JobsById): readonly MailboxExportJob[] {
  return Object.entries(ledger).map(([jobId, job]) => ({ jobId, ...job }));
}
