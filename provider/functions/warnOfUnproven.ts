import type { ArchiveProof } from "../archiveModel";
import { plainLine } from "../exports/plainText";
import type { MailboxExportJob } from "../model";
import type { ReadContext } from "./withConnection";

/** One warning for all archives that are not proven: hundreds would hide the rest of a preview. @internal */
export function warnOfUnproven(
  jobs: readonly MailboxExportJob[],
  known: readonly MailboxExportJob[],
  warn: ReadContext["warn"],
): void {
  const entityOf = new Map(known.map(({ jobId, entityId }) => [jobId, entityId]));
  const unproven = jobs.flatMap(({ jobId, entityId, proof }) => {
    if (proof === undefined || proof.outcome === "proven") return [];
    // The next export of the same mailbox to the same key replaces this one as it should.
    const replaced = "overwrittenBy" in proof && proof.overwrittenBy !== undefined;
    const asItShould = replaced && entityId !== undefined && entityOf.get(proof.overwrittenBy) === entityId;
    return asItShould ? [] : [{ jobId, proof }];
  });
  const [first] = unproven;
  if (first === undefined) return;
  const byOutcome = Map.groupBy(unproven, ({ proof }) => proof.outcome);
  const counts = [...byOutcome].map(([outcome, { length }]) => `${length} ${outcome}`).join(", ");
  const jobsInWords = unproven.length === 1 ? "a completed job is" : `${unproven.length} completed jobs are`;
  warn(
    `The archives of ${jobsInWords} not proven in S3: ${counts}. ` +
      plainLine(`${unproven.length === 1 ? "It is" : "The first is"} job ${first.jobId}: ${inWords(first.proof)}`),
  );
}

function inWords(proof: ArchiveProof): string {
  if ("because" in proof) return proof.because;
  const place = `s3://${proof.bucket}/${proof.key}`;
  if (proof.outcome !== "gone")
    return `${place} is ${proof.outcome === "empty" ? "empty" : "encrypted with another key"}`;
  if (proof.overwrittenBy !== undefined)
    return `${place} is the archive of job ${proof.overwrittenBy}, which wrote there later`;
  if (proof.lastModified !== undefined) return `${place} is older than the job`;
  return proof.deleteMarker ? `${place} is covered by a delete marker` : `${place} is not there`;
}
