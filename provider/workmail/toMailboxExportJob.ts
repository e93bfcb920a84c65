import type { DescribeMailboxExportJobResponse, MailboxExportJob as ListedJob } from "@aws-sdk/client-workmail";
import type { MailboxExportJob } from "../model";

/** Makes the error of a malformed record, by whoever knows where it stands. @internal */
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
  // Looser than the model, which a service can outgrow, but no blank, and no name that objects have of themselves.
  if (typeof jobId !== "string" || !/^[A-Za-z0-9][\w.:-]*$/.test(jobId)) throw malformed("a job record has no JobId");
  const job: Draft = { jobId };
  takeTexts(listedTexts, record, job, malformed);
  takeTimes(record, job, malformed);
  const progress: unknown = record.EstimatedProgress;
  if (typeof progress === "number" && Number.isFinite(progress)) job.estimatedProgress = progress;
  else if (progress !== undefined) throw malformed("the EstimatedProgress of a job is not a number");
  return job;
}

/**
 * The job with what only DescribeMailboxExportJob tells of it. The rest stays as it was listed: the jobs of one list
 * are of one moment, and a job that ends between the two answers must not fall out of every filter.
 *
 * @internal
 */
export function withDetails(
  job: MailboxExportJob,
  description: DescribeMailboxExportJobResponse,
  malformed: Malformed,
): MailboxExportJob {
  const { EntityId: entityId, RoleArn, KmsKeyArn, State } = description;
  if ([entityId, RoleArn, KmsKeyArn, State].every((member) => member === undefined)) {
    throw malformed("the description of a job says nothing");
  }
  if (entityId !== undefined && job.entityId !== undefined && entityId !== job.entityId) {
    throw malformed(`the description is of a job of ${entityId}, the list of one of ${job.entityId}`);
  }
  const detailed: Draft = { ...job };
  takeTexts(detailTexts, description, detailed, malformed);
  return detailed;
}

type Draft = { -readonly [Member in keyof MailboxExportJob]: MailboxExportJob[Member] };

/** Members that are texts, each as the service names it and as we do. */
const listedTexts = [
  ["EntityId", "entityId"],
  ["Description", "description"],
  ["S3BucketName", "s3BucketName"],
  ["S3Path", "s3Path"],
  ["State", "state"],
] as const;
const detailTexts = [
  ["ErrorInfo", "errorInfo"],
  ["RoleArn", "roleArn"],
  ["KmsKeyArn", "kmsKeyArn"],
  ["S3Prefix", "s3Prefix"],
] as const;
const times = [
  ["StartTime", "startTime"],
  ["EndTime", "endTime"],
] as const;

// The SDK's types promise the members' types, but the SDK does not check most of them. Both write into the draft: with
// ten thousand jobs, a copy of each for each step is what a read would spend its time on.
function takeTexts<Theirs extends string>(
  members: readonly (readonly [Theirs, Exclude<keyof Draft, "estimatedProgress">])[],
  record: { readonly [Member in Theirs]?: unknown },
  job: Draft,
  malformed: Malformed,
): void {
  for (const [theirs, ours] of members) {
    const value = record[theirs];
    if (typeof value === "string") job[ours] = value;
    else if (value !== undefined) throw malformed(`the ${theirs} of a job is not a text`);
  }
}

function takeTimes(record: ListedJob, job: Draft, malformed: Malformed): void {
  for (const [theirs, ours] of times) {
    const value: unknown = record[theirs];
    if (value === undefined) continue;
    const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : "";
    // Years beyond four digits have another form, which would not sort: seconds taken for milliseconds, for example.
    if (!/^\d/.test(text)) throw malformed(`the ${theirs} of a job is not a time`);
    job[ours] = text;
  }
}
