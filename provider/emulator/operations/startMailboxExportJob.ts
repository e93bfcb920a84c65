import { exportable } from "../exportable";
import { refuseAboveLimits } from "../exportLimits";
import { type Input, optional, required } from "../input";
import { startedJobId } from "../jobId";
import { checkJobEnd } from "../seed";
import { shapes } from "../shapes";
import { defineOperation, type Service } from "./define";
import { once } from "./once";

const members = {
  ClientToken: required(shapes.IdempotencyClientToken),
  OrganizationId: required(shapes.OrganizationId),
  EntityId: required(shapes.EntityIdentifier),
  Description: optional(shapes.Description),
  RoleArn: required(shapes.RoleArn),
  KmsKeyArn: required(shapes.KmsKeyArn),
  S3BucketName: required(shapes.S3BucketName),
  S3Prefix: required(shapes.S3ObjectKey),
};

/** {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_StartMailboxExportJob.html} @internal */
export const startMailboxExportJob = defineOperation({
  input: members,
  isReceipt: true,
  answer: (input, service) =>
    once(service, "StartMailboxExportJob", input, () => ({ JobId: startedJob(input, service) })),
});

function startedJob(input: Input<typeof members>, { store, clock, endOfStarted }: Service): string {
  const now = clock.now();
  const organization = store.active(input.OrganizationId);
  const entityId = exportable(organization, input.EntityId, now.getTime());
  refuseAboveLimits(organization, entityId, now.getTime());

  const job = { jobId: startedJobId(organization), entityId, startTime: now.toISOString() };
  const end = endOfStarted(job);
  checkJobEnd(end);
  const added = {
    ...job,
    ...(end && { end }),
    ...(input.Description !== undefined && { description: input.Description }),
    roleArn: input.RoleArn,
    kmsKeyArn: input.KmsKeyArn,
    s3BucketName: input.S3BucketName,
    s3Prefix: input.S3Prefix,
  };
  store.addJobs(input.OrganizationId, [added]);
  return job.jobId;
}
