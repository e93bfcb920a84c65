import { checkJobs } from "../arguments/rememberedJobs";
import { InvalidArgumentsError } from "../errors";
import type { ArchiveTooSmallToTransition } from "../lifecycleModel";
import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";
import { eachOnce } from "./eachOnce";
import { lifecycleStanding } from "./lifecycleStanding";

/** 128 KB, of 1,024 bytes each. */
const leastLength = 131_072;

/**
 * The proven archives below 128 KB, in any bucket: by default S3 moves none of them to another storage class, whatever
 * rules there are. That is so unless the configuration's `transitionDefaultMinimumObjectSize` is `varies_by_storage_class`,
 * with which they go to `GLACIER` and `DEEP_ARCHIVE`. Sorted by bucket, key and job id. Jobs that were read without
 * `prove: true` tell no sizes.
 *
 * ```ts
 * for (const { key, contentLength } of archivesTooSmallToTransition(jobs)) console.log(key, contentLength);
 * ```
 *
 * @throws InvalidArgumentsError when a job breaks its rule.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 * @public
 */
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
