import type { ExportLifecyclePolicy } from "../lifecycleModel";
import type { MailboxExportJob } from "../model";
import { hasEnded } from "./jobState";

/**
 * What a job is to lifecycle rules: its archive gets one (`eligible`), must not be met by any (`protected`), or there is
 * nothing that could be met (`free`).
 *
 * @internal
 */
export type LifecycleStanding = "eligible" | "protected" | "free";

/**
 * How a job stands. What is not known to be a whole archive is protected: an upload that runs, what a failed one left, and
 * an archive that was looked for in S3 and not proven, even where it would count as completed without having been looked for.
 *
 * @param isReplaced whether nothing is lost of an archive that was overwritten by the job of this id.
 * @internal
 */
export function lifecycleStanding(
  job: MailboxExportJob,
  only: NonNullable<ExportLifecyclePolicy["only"]>,
  isReplaced: (overwrittenBy: string) => boolean = () => false,
): LifecycleStanding {
  const { state, lostFromSight, s3Path, proof } = job;
  if (lostFromSight !== undefined || !hasEnded(job)) return "protected";
  // Without a path it wrote nothing, and will not.
  if (state !== "COMPLETED") return s3Path ? "protected" : "free";
  if (proof === undefined) return only === "completed" ? "eligible" : "protected";
  if (proof.outcome === "proven") return "eligible";
  // What is at its key is another job's archive, and stands as that job does.
  const overwrittenBy = proof.outcome === "gone" ? proof.overwrittenBy : undefined;
  return overwrittenBy !== undefined && isReplaced(overwrittenBy) ? "free" : "protected";
}
