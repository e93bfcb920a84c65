import type { DescribeMailboxExportJobResponse, MailboxExportJob as ListedJob } from "@aws-sdk/client-workmail";
import type { MailboxExportJob } from "../model";
import { withoutUndefined } from "../withoutUndefined";

/** What a record is not, thrown as an error by whoever knows the page it stands on. @internal */
export type Malformed = (problem: string) => Error;

/**
 * One record of ListMailboxExportJobs as a job. Records are foreign: a null, a record without a job id or a member of
 * another type is malformed, and an error, since a skipped job would look like a mailbox that was never exported.
 *
 * @internal
 */
export function toMailboxExportJob(record: ListedJob | null | undefined, malformed: Malformed): MailboxExportJob {
  if (typeof record !== "object" || record === null) throw malformed(`a job record is ${record}`);
  const jobId = textOf("JobId", record.JobId, malformed);
  if (jobId === undefined || jobId === "") throw malformed("a job record has no JobId");
  return { jobId, ...toDescription(record, malformed) };
}

/** What ListMailboxExportJobs and DescribeMailboxExportJob both tell of a job, and what only the latter does. @internal */
export function toDescription(
  record: DescribeMailboxExportJobResponse,
  malformed: Malformed,
): Omit<MailboxExportJob, "jobId"> {
  const text = (member: string, value: unknown) => textOf(member, value, malformed);
  return withoutUndefined({
    entityId: text("EntityId", record.EntityId),
    description: text("Description", record.Description),
    s3BucketName: text("S3BucketName", record.S3BucketName),
    s3Path: text("S3Path", record.S3Path),
    estimatedProgress: numberOf("EstimatedProgress", record.EstimatedProgress, malformed),
    state: text("State", record.State),
    startTime: timeOf("StartTime", record.StartTime, malformed),
    endTime: timeOf("EndTime", record.EndTime, malformed),
    errorInfo: text("ErrorInfo", record.ErrorInfo),
    roleArn: text("RoleArn", record.RoleArn),
    kmsKeyArn: text("KmsKeyArn", record.KmsKeyArn),
    s3Prefix: text("S3Prefix", record.S3Prefix),
  });
}

// The SDK's types promise these types, but the SDK does not check most of them.
function textOf(member: string, value: unknown, malformed: Malformed): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  throw malformed(`the ${member} of a job is not a text`);
}

function numberOf(member: string, value: unknown, malformed: Malformed): number | undefined {
  if (value === undefined || (typeof value === "number" && Number.isFinite(value))) return value;
  throw malformed(`the ${member} of a job is not a number`);
}

function timeOf(member: string, value: unknown, malformed: Malformed): string | undefined {
  if (value === undefined) return undefined;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw malformed(`the ${member} of a job is not a time`);
}
