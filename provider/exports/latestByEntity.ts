import type { MailboxExportJob } from "../model";
import { compareJobs } from "./sortJobs";

/** The newest job of each user or resource, by entity id. A job without an entity id has no place here. @internal */
export function latestByEntity(jobs: readonly MailboxExportJob[]): Record<string, MailboxExportJob> {
  const latest = new Map<string, MailboxExportJob>();
  for (const job of jobs) {
    if (job.entityId === undefined) continue;
    const known = latest.get(job.entityId);
    if (known === undefined || compareJobs(job, known) < 0) latest.set(job.entityId, job);
  }
  return Object.fromEntries(latest);
}
