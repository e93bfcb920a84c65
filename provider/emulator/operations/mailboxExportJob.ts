import type { Job } from "../job";
import type { JobStatus } from "../jobStatus";
import type { JsonObject } from "../json";

const SEVEN_DAYS_MS = 7 * 86_400_000;

/** "Started … within the last seven days"; whether the edge belongs to it is not documented, here it does. @internal */
export function startedWithinWindow(job: Pick<Job, "startMs">, nowMs: number): boolean {
  return job.startMs <= nowMs && job.startMs >= nowMs - SEVEN_DAYS_MS;
}

/** The members that List and Describe have in common. @internal */
export function commonMembers(job: Job, status: JobStatus): JsonObject {
  return {
    EntityId: job.entityId,
    Description: job.description,
    S3BucketName: job.s3BucketName,
    S3Path: job.s3Path,
    EstimatedProgress: status.estimatedProgress,
    State: status.state,
    StartTime: epochSeconds(job.startMs),
    EndTime: status.endMs === undefined ? undefined : epochSeconds(status.endMs),
  };
}

function epochSeconds(ms: number): number {
  return ms / 1000;
}
