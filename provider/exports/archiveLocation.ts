import type { ArchiveLocation } from "../archiveModel";
import { InvalidArgumentsError } from "../errors";
import type { MailboxExportJob } from "../model";
import { locate } from "./locate";

/**
 * Where in S3 the archive of a job is. AWS does not document the form of `s3Path`: it may be `key`, `bucket/key` or
 * `s3://bucket/key`. Where a path begins with the name of the job's bucket, that is taken away, unless the job's `s3Prefix`
 * (`includeDetails`) shows that it belongs to the key.
 *
 * ```ts
 * archiveLocation({ jobId: "job-1", s3BucketName: "archives", s3Path: "archives/exports/a.zip" });
 * // { bucket: "archives", key: "exports/a.zip" }
 * ```
 *
 * @throws InvalidArgumentsError when the job does not tell a file, or its path names another bucket than `s3BucketName`.
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_MailboxExportJob.html
 * @public
 */
export function archiveLocation(job: MailboxExportJob): ArchiveLocation {
  const located = locate(job);
  if (!("problem" in located)) return { bucket: located.bucket, key: located.key };
  const reason = `where the archive of job ${job.jobId} is cannot be told: ${located.problem}`;
  throw new InvalidArgumentsError("archiveLocation", [{ property: "job.s3Path", reason }]);
}
