import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";

/**
 * Newest first; jobs of the same time by job id; jobs without a start time last. The service documents no order, so
 * this one is ours, and the same jobs always come in the same order.
 *
 * @internal
 */
export function sortJobs(jobs: readonly MailboxExportJob[]): MailboxExportJob[] {
  return [...jobs].sort(compareJobs);
}

/**
 * The order of two jobs: below 0 when `a` comes first. Times are UTC texts of one form (see toMailboxExportJob), so the
 * order of the texts is the order of the instants.
 *
 * @internal
 */
export function compareJobs(a: MailboxExportJob, b: MailboxExportJob): number {
  return compareText(b.startTime ?? "", a.startTime ?? "") || compareText(a.jobId, b.jobId);
}
