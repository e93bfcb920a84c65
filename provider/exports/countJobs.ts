import type { MailboxExportJob, MailboxExportJobCounts } from "../model";

/** How many jobs there are, in total and by state. @internal */
export function countJobs(jobs: readonly MailboxExportJob[]): MailboxExportJobCounts {
  const byState = new Map<string, number>();
  for (const { state } of jobs) {
    if (state !== undefined) byState.set(state, (byState.get(state) ?? 0) + 1);
  }
  const documented = { RUNNING: 0, COMPLETED: 0, FAILED: 0, CANCELLED: 0 };
  return { total: jobs.length, byState: { ...documented, ...Object.fromEntries(byState) } };
}
