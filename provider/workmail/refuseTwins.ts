import type { MailboxExportJob } from "../model";
import type { Malformed } from "./malformed";

/** What tells of one job that it is that one: these do not change while it lives. */
const identity = ["entityId", "s3BucketName", "startTime"] as const;

/**
 * A job can move from page to page while the pages are read, and then it comes twice. Two jobs under one id are
 * malformed: one of them would be gone unseen.
 *
 * @internal
 */
export function refuseTwins(jobs: readonly MailboxExportJob[], malformed: Malformed): void {
  const byId = new Map<string, MailboxExportJob>();
  for (const job of jobs) {
    const seen = byId.get(job.jobId);
    if (seen && identity.some((member) => seen[member] !== job[member])) {
      throw malformed(`two different jobs have the id ${job.jobId}`);
    }
    byId.set(job.jobId, job);
  }
}
