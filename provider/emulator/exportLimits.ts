import { ServiceError } from "./errors";
import { jobStatus } from "./jobStatus";
import type { Organization } from "./organization";

const MOST_RUNNING = 10;
const ONCE_IN_MS = 24 * 3_600_000;

/**
 * {@link https://docs.aws.amazon.com/workmail/latest/adminguide/mail-export.html}: ten jobs at a time in an organization,
 * and a mailbox once every 24 hours. Which error the latter gives is not documented, nor whether a job that failed or
 * was cancelled counts; here LimitExceededException, and it does. The 24 hours are over at their very end.
 * @throws ServiceError
 * @internal
 */
export function refuseAboveLimits({ jobs }: Pick<Organization, "jobs">, entityId: string, nowMs: number): void {
  const begun = jobs.flatMap(({ value: job }) => {
    const status = jobStatus(job, nowMs);
    return status ? [{ job, status }] : [];
  });
  const recent = begun.find(({ job }) => job.entityId === entityId && nowMs - job.startMs < ONCE_IN_MS);
  if (recent) {
    throw limitExceeded(
      `The mailbox ${entityId} can be exported once every 24 hours; ${recent.job.jobId} was started since.`,
    );
  }
  if (begun.filter(({ status }) => status.state === "RUNNING").length >= MOST_RUNNING) {
    throw limitExceeded(`The organization already has ${MOST_RUNNING} mailbox export jobs that are running.`);
  }
}

function limitExceeded(message: string): ServiceError {
  return new ServiceError("LimitExceededException", `The request exceeds the limit of the resource. ${message}`);
}
