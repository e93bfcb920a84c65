import type { ArchiveLocation } from "../archiveModel";
import { checkJobs } from "../arguments/rememberedJobs";
import { InvalidArgumentsError } from "../errors";
import type { MailboxExportJob } from "../model";
import { locate } from "./locate";

/** Where in S3 the archive of a job is. @throws InvalidArgumentsError @internal */
export function archiveLocation(job: MailboxExportJob): ArchiveLocation {
  const failures = checkJobs([job]);
  if (failures.length > 0) throw new InvalidArgumentsError("archiveLocation", failures);
  const located = locate(job);
  if (!("problem" in located)) return { bucket: located.bucket, key: located.key };
  const reason = `where the archive of job ${job.jobId} is cannot be told: ${located.problem}`;
  throw new InvalidArgumentsError("archiveLocation", [{ property: "job.s3Path", reason }]);
}
