import type { MailboxExportJob } from "../model";
import type { Malformed } from "./malformed";
import { type JobDraft, takeJobMembers } from "./takeJobMembers";
import { isId } from "./takeMembers";

/**
 * One record of ListMailboxExportJobs as a job. Records are foreign: a null, a record without a job id or a member of
 * another type is malformed, and an error, since a skipped job would look like a mailbox that was never exported.
 *
 * @internal
 */
export function toMailboxExportJob(record: unknown, malformed: Malformed): MailboxExportJob {
  if (typeof record !== "object" || record === null) throw malformed(`a job record is ${record}`);
  const { JobId: jobId }: { readonly JobId?: unknown } = record;
  if (!isId(jobId)) throw malformed("a job record has no JobId");
  const job: JobDraft = { jobId };
  takeJobMembers(record, job, malformed);
  return job;
}
