import { type JobEnd, jobEndFromSeed } from "./jobEnd";
import type { SeedJob } from "./seedTypes";

/** A job as the store keeps it: a seed job with its gaps filled and its start as a number. @internal */
export interface Job {
  readonly jobId: string;
  readonly entityId: string;
  readonly description: string | undefined;
  readonly roleArn: string;
  readonly kmsKeyArn: string;
  readonly s3BucketName: string;
  readonly s3Prefix: string;
  readonly s3Path: string;
  readonly startMs: number;
  readonly end: JobEnd | undefined;
}

/** @internal */
export function jobFromSeed(seed: SeedJob): Job {
  const s3Prefix = seed.s3Prefix ?? "exports";
  return {
    jobId: seed.jobId,
    entityId: seed.entityId,
    description: seed.description,
    roleArn: seed.roleArn ?? "arn:aws:iam::111122223333:role/WorkMailExport",
    kmsKeyArn: seed.kmsKeyArn ?? "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    s3BucketName: seed.s3BucketName ?? "workmail-exports",
    s3Prefix,
    s3Path: seed.s3Path ?? `${s3Prefix.replace(/\/$/, "")}/${seed.jobId}.zip`,
    startMs: Date.parse(seed.startTime),
    end: seed.end && jobEndFromSeed(seed.end),
  };
}
