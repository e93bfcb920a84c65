import { ServiceError } from "../errors";
import { required } from "../input";
import { jobStatus } from "../jobStatus";
import { shapes } from "../shapes";
import { defineOperation } from "./define";
import { commonMembers, startedWithinWindow } from "./mailboxExportJob";

/**
 * {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_DescribeMailboxExportJob.html}
 * The answer has no JobId; the service's has none either.
 * @internal
 */
export const describeMailboxExportJob = defineOperation({
  input: {
    OrganizationId: required(shapes.OrganizationId),
    JobId: required(shapes.MailboxExportJobId),
  },
  answer({ OrganizationId, JobId }, { store, clock, describeAfterWindow }) {
    const nowMs = clock.now().getTime();
    const job = store.active(OrganizationId).jobsById.get(JobId);
    const status = job && jobStatus(job, nowMs);
    if (!job || !status || !(describeAfterWindow || startedWithinWindow(job, nowMs))) {
      const message = `The mailbox export job ${JobId} does not exist in the organization ${OrganizationId}.`;
      throw new ServiceError("EntityNotFoundException", message);
    }
    return {
      ...commonMembers(job, status),
      RoleArn: job.roleArn,
      KmsKeyArn: job.kmsKeyArn,
      S3Prefix: job.s3Prefix,
      ErrorInfo: status.errorInfo,
    };
  },
});
