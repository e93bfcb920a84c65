import type { MailboxExportJob } from "../model";
import { withoutUndefined } from "../withoutUndefined";
import type { Malformed } from "./malformed";
import type { DescribedJob } from "./toDescribedJob";

/**
 * The job with what only its description tells of it. The rest stays as it was listed: the jobs of one list are of one
 * moment, and a job that ends between the two answers must not fall out of every filter.
 *
 * @internal
 */
export function withDetails(job: MailboxExportJob, described: DescribedJob, malformed: Malformed): MailboxExportJob {
  const { entityId, errorInfo, roleArn, kmsKeyArn, s3Prefix } = described;
  if (entityId !== undefined && job.entityId !== undefined && entityId !== job.entityId) {
    throw malformed(`the description is of a job of ${entityId}, the list of one of ${job.entityId}`);
  }
  return { ...job, ...withoutUndefined({ errorInfo, roleArn, kmsKeyArn, s3Prefix }) };
}
