import { ServiceError } from "../errors";
import { type Input, required } from "../input";
import { shapes } from "../shapes";
import { defineOperation, type Service } from "./define";
import { jobNamed } from "./mailboxExportJob";
import { once } from "./once";

/**
 * "If the mailbox export job is near completion, it might not be possible to cancel it": where that begins, and what is
 * said then, is not documented. Here it is from this percentage on, and the answer is the same as if it had worked.
 */
const TOO_LATE_TO_CANCEL = 95;

const members = {
  ClientToken: required(shapes.IdempotencyClientToken),
  JobId: required(shapes.MailboxExportJobId),
  OrganizationId: required(shapes.OrganizationId),
};

/** {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_CancelMailboxExportJob.html} @internal */
export const cancelMailboxExportJob = defineOperation({
  input: members,
  isReceipt: true,
  answer: (input, service) =>
    once(service, "CancelMailboxExportJob", input, () => {
      cancel(input, service);
      return {};
    }),
});

function cancel(input: Input<typeof members>, service: Service): void {
  const { job, status, nowMs } = jobNamed(input, service);
  if (status.state !== "RUNNING") {
    // Not documented. Of the errors the model has for this operation, no other fits.
    const message = `The mailbox export job ${job.jobId} is ${status.state}; only a RUNNING job can be cancelled.`;
    throw new ServiceError("InvalidParameterException", message);
  }
  if (status.estimatedProgress >= TOO_LATE_TO_CANCEL) return;
  const end = {
    state: "CANCELLED",
    afterMs: nowMs - job.startMs,
    atProgress: status.estimatedProgress,
    errorInfo: undefined,
  } as const;
  service.store.replaceJob(input.OrganizationId, { ...job, end });
}
