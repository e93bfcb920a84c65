import { checkJobs } from "../arguments/rememberedJobs";
import { InvalidArgumentsError } from "../errors";
import type { ArchiveTooSmallToTransition } from "../lifecycleModel";
import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";
import { eachOnce } from "./eachOnce";
import { lifecycleStanding } from "./lifecycleStanding";

/** 128 KB, of 1,024 bytes each. */
const leastLength = 131_072;

/** The proven archives below 128 KB, in any bucket. @throws InvalidArgumentsError @internal */
export function archivesTooSmallToTransition(jobs: readonly MailboxExportJob[]): ArchiveTooSmallToTransition[] {
  const failures = checkJobs(jobs);
  if (failures.length > 0) throw new InvalidArgumentsError("archivesTooSmallToTransition", failures);
  return eachOnce(jobs)
    .flatMap((job) => {
      const { jobId, proof } = job;
      if (lifecycleStanding(job, "proven") !== "eligible" || proof?.outcome !== "proven") return [];
      const { bucket, key, contentLength } = proof;
      return contentLength < leastLength ? [{ jobId, bucket, key, contentLength }] : [];
    })
    .sort((a, b) => compareText(a.bucket, b.bucket) || compareText(a.key, b.key) || compareText(a.jobId, b.jobId));
}
