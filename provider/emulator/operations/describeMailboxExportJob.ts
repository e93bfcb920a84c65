import { required } from "../input";
import { shapes } from "../shapes";
import { defineOperation } from "./define";
import { commonMembers, jobNamed } from "./mailboxExportJob";

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
  answer(input, service) {
    const { job, status } = jobNamed(input, service);
    return {
      ...commonMembers(job, status),
      RoleArn: job.roleArn,
      KmsKeyArn: job.kmsKeyArn,
      S3Prefix: job.s3Prefix,
      ErrorInfo: status.errorInfo,
    };
  },
});
