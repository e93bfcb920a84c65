import type { SeedJob } from "../../provider/emulator";

export const keyArn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

/** The job of an export that completed an hour after it started, to this key of this bucket. */
export function completedJob(
  jobId: string,
  s3BucketName: string,
  s3Path: string,
  more: Partial<SeedJob> = {},
): SeedJob {
  return {
    jobId,
    entityId: `entity-of-job-${jobId}`,
    startTime: "2026-11-24T08:00:00Z",
    end: { state: "COMPLETED", afterSeconds: 3600 },
    s3BucketName,
    s3Path,
    kmsKeyArn: keyArn,
    ...more,
  };
}
