import type { MailboxExportJob } from "../model";
import { sortJobs } from "./sortJobs";

/** The newest job of each user or resource, by entity id. A job without an entity id has no place here. @internal */
export function latestByEntity(jobs: readonly MailboxExportJob[]): Record<string, MailboxExportJob> {
  const latest = new Map<string, MailboxExportJob>();
  for (const job of sortJobs(jobs)) {
    if (job.entityId !== undefined && !latest.has(job.entityId)) latest.set(job.entityId, job);
  }
  return Object.fromEntries(latest);
}
