import type { DescribeMailboxExportJobResponse } from "@aws-sdk/client-workmail";
import type { MailboxExportJob } from "../model";
import type { Malformed } from "./malformed";
import { type JobDraft, takeJobMembers } from "./takeJobMembers";
import { type MemberNames, refuseOf, takeTexts } from "./takeMembers";

/** A job as DescribeMailboxExportJob tells it: all that there is to know of it. @internal */
export type DescribedJob = Omit<MailboxExportJob, "lostFromSight">;

/** What only the description tells, each as the service names it and as we do. */
const texts = [
  ["ErrorInfo", "errorInfo"],
  ["RoleArn", "roleArn"],
  ["KmsKeyArn", "kmsKeyArn"],
  ["S3Prefix", "s3Prefix"],
] as const satisfies MemberNames<keyof DescribeMailboxExportJobResponse, keyof JobDraft>;

/**
 * The answer about the job `jobId`, which does not name the job itself. An answer that says nothing of it is malformed:
 * the SDK makes such a one of an empty body.
 *
 * @internal
 */
export function toDescribedJob(
  jobId: string,
  answer: DescribeMailboxExportJobResponse,
  malformed: Malformed,
): DescribedJob {
  const { EntityId, RoleArn, KmsKeyArn, State } = answer;
  if ([EntityId, RoleArn, KmsKeyArn, State].every((member) => member === undefined)) {
    throw malformed("the description of a job says nothing");
  }
  const job: JobDraft = { jobId };
  takeJobMembers(answer, job, malformed);
  takeTexts(texts, answer, job, refuseOf("job", malformed));
  return job;
}
