import type { DescribeMailboxExportJobResponse, MailboxExportJob as ListedJob } from "@aws-sdk/client-workmail";
import type { MailboxExportJob } from "../model";

/** Makes the error of a malformed record, by whoever knows the page it stands on. @internal */
export type Malformed = (problem: string) => Error;

/**
 * One record of ListMailboxExportJobs as a job. Records are foreign: a null, a record without a job id or a member of
 * another type is malformed, and an error, since a skipped job would look like a mailbox that was never exported.
 *
 * @internal
 */
export function toMailboxExportJob(record: ListedJob | null | undefined, malformed: Malformed): MailboxExportJob {
  if (typeof record !== "object" || record === null) throw malformed(`a job record is ${record}`);
  const jobId: unknown = record.JobId;
  if (typeof jobId !== "string" || jobId === "") throw malformed("a job record has no JobId");
  return withMembers({ jobId }, record, malformed);
}

/** The job with what DescribeMailboxExportJob tells of it; what it leaves out stays as it was. @internal */
export function withDescription(
  job: MailboxExportJob,
  description: DescribeMailboxExportJobResponse,
  malformed: Malformed,
): MailboxExportJob {
  return withMembers({ ...job }, description, malformed);
}

type Draft = { -readonly [Member in keyof MailboxExportJob]: MailboxExportJob[Member] };

/** Members by kind, each as the service names it and as we do. */
const texts = [
  ["EntityId", "entityId"],
  ["Description", "description"],
  ["S3BucketName", "s3BucketName"],
  ["S3Path", "s3Path"],
  ["State", "state"],
  ["ErrorInfo", "errorInfo"],
  ["RoleArn", "roleArn"],
  ["KmsKeyArn", "kmsKeyArn"],
  ["S3Prefix", "s3Prefix"],
] as const;
const times = [
  ["StartTime", "startTime"],
  ["EndTime", "endTime"],
] as const;

/** Writes into the draft: with ten thousand jobs, a copy of each for each step is what a read would spend its time on. */
function withMembers(draft: Draft, record: DescribeMailboxExportJobResponse, malformed: Malformed): MailboxExportJob {
  // The SDK's types promise these types, but the SDK does not check most of them.
  for (const [theirs, ours] of texts) {
    const value: unknown = record[theirs];
    if (typeof value === "string") draft[ours] = value;
    else if (value !== undefined) throw malformed(`the ${theirs} of a job is not a text`);
  }
  for (const [theirs, ours] of times) {
    const value: unknown = record[theirs];
    if (value === undefined) continue;
    if (!(value instanceof Date) || Number.isNaN(value.getTime()))
      throw malformed(`the ${theirs} of a job is not a time`);
    draft[ours] = value.toISOString();
  }
  const progress: unknown = record.EstimatedProgress;
  if (typeof progress === "number" && Number.isFinite(progress)) draft.estimatedProgress = progress;
  else if (progress !== undefined) throw malformed("the EstimatedProgress of a job is not a number");
  return draft;
}
