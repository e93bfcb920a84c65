import { epochSeconds } from "../epochSeconds";
import { ServiceError } from "../errors";
import type { Job } from "../job";
import { type JobStatus, jobStatus } from "../jobStatus";
import type { JsonObject } from "../json";
import type { Service } from "./define";

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

/** A job that a caller names, as it is now. @throws ServiceError if there is none, or none any more. @internal */
export function jobNamed(
  { OrganizationId, JobId }: { readonly OrganizationId: string; readonly JobId: string },
  { store, clock, describeAfterWindow }: Pick<Service, "store" | "clock" | "describeAfterWindow">,
): { readonly job: Job; readonly status: JobStatus; readonly nowMs: number } {
  const nowMs = clock.now().getTime();
  const job = store.active(OrganizationId).jobsById.get(JobId);
  const status = job && jobStatus(job, nowMs);
  if (job && status && (describeAfterWindow || startedWithinWindow(job, nowMs))) return { job, status, nowMs };
  const message = `The mailbox export job ${JobId} does not exist in the organization ${OrganizationId}.`;
  throw new ServiceError("EntityNotFoundException", message);
}
