import type { DescribeMailboxExportJobResponse, MailboxExportJob as ListedJob } from "@aws-sdk/client-workmail";
import type { MailboxExportJob } from "../model";
import type { Malformed } from "./malformed";
import { type MemberNames, refuseOf, takeTexts, takeTimes } from "./takeMembers";

/** A job that is being made of a record. @internal */
export type JobDraft = { -readonly [Member in keyof MailboxExportJob]: MailboxExportJob[Member] };

const texts = [
  ["EntityId", "entityId"],
  ["Description", "description"],
  ["S3BucketName", "s3BucketName"],
  ["S3Path", "s3Path"],
  ["State", "state"],
] as const satisfies MemberNames<keyof ListedJob & keyof DescribeMailboxExportJobResponse, keyof JobDraft>;
const times = [
  ["StartTime", "startTime"],
  ["EndTime", "endTime"],
] as const satisfies MemberNames<keyof ListedJob & keyof DescribeMailboxExportJobResponse, keyof JobDraft>;

/** Takes over what both the list and the description tell of a job. @internal */
export function takeJobMembers(record: object, job: JobDraft, malformed: Malformed): void {
  const refuse = refuseOf("job", malformed);
  takeTexts(texts, record, job, refuse);
  takeTimes(times, record, job, refuse);
  const { EstimatedProgress: progress }: { readonly EstimatedProgress?: unknown } = record;
  if (typeof progress === "number" && Number.isFinite(progress)) job.estimatedProgress = progress;
  else if (progress !== undefined) throw refuse("EstimatedProgress", "number");
}
