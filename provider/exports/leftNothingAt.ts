import type { MailboxExportJob } from "../model";
import { hasEnded } from "./jobState";

/**
 * Whether what is at the key of `archive` is known not to be of `other`, which failed or was cancelled and tells the same
 * key: `archive` was begun after that, or its object was there before that began. So an export that is tried again under
 * the same key gets its rule.
 *
 * @internal
 */
export function leftNothingAt(other: MailboxExportJob, archive: MailboxExportJob): boolean {
  if (!hasEnded(other) || other.state === "COMPLETED" || other.lostFromSight !== undefined) return false;
  const { proof } = archive;
  const written = proof?.outcome === "proven" ? proof.lastModified : undefined;
  // A comparison with a time that is not told is false.
  return timeOf(other.endTime) <= timeOf(archive.startTime) || timeOf(written) < timeOf(other.startTime);
}

function timeOf(time = ""): number {
  return Date.parse(time);
}
