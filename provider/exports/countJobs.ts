import type { KnownMailboxExportJobState, MailboxExportJob, MailboxExportJobCounts } from "../model";

/** How many jobs there are, in total and by state. @internal */
export function countJobs(jobs: readonly MailboxExportJob[]): MailboxExportJobCounts {
  const inState = (known: KnownMailboxExportJobState) => jobs.filter(({ state }) => state === known).length;
  const total = jobs.length;
  const running = inState("RUNNING");
  const completed = inState("COMPLETED");
  const failed = inState("FAILED");
  const cancelled = inState("CANCELLED");
  return { total, running, completed, failed, cancelled, other: total - running - completed - failed - cancelled };
}
