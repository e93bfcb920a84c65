import type { ArchiveProof } from "../archiveModel";
import { ofOneMailbox } from "../exports/ofOneMailbox";
import { plainLine } from "../exports/plainText";
import type { MailboxExportJob } from "../model";
import type { ReadContext } from "./withConnection";

/** One warning for all archives that are not proven: hundreds would hide the rest of a preview. @internal */
export function warnOfUnproven(
  jobs: readonly MailboxExportJob[],
  known: readonly MailboxExportJob[],
  warn: ReadContext["warn"],
): void {
  const byId = new Map(known.map((job) => [job.jobId, job]));
  const unproven = jobs.flatMap((job) => {
    const { jobId, proof } = job;
    if (proof === undefined || proof.outcome === "proven") return [];
    // The next export of the same mailbox to the same key replaces this one as it should.
    const overwrittenBy = proof.outcome === "gone" ? (proof.overwrittenBy ?? "") : "";
    return ofOneMailbox(job, byId.get(overwrittenBy)) ? [] : [{ jobId, proof }];
  });
  const [first] = unproven;
  if (first === undefined) return;
  const byOutcome = Map.groupBy(unproven, ({ proof }) => proof.outcome);
  const counts = [...byOutcome].map(([outcome, { length }]) => `${length} ${outcome}`).join(", ");
  const archives =
    unproven.length === 1
      ? "The archive of a completed job is"
      : `The archives of ${unproven.length} completed jobs are`;
  warn(
    `${archives} not proven in S3: ${counts}. ` +
      plainLine(`${unproven.length === 1 ? "It is" : "The first is"} job ${first.jobId}: ${inWords(first.proof)}`),
  );
}

function inWords(proof: ArchiveProof): string {
  if ("because" in proof) return proof.because;
  const place = `s3://${proof.bucket}/${proof.key}`;
  if (proof.outcome !== "gone")
    return `${place} is ${proof.outcome === "empty" ? "empty" : "not encrypted with the key of the job"}`;
  if (proof.overwrittenBy !== undefined)
    return `${place} is the archive of job ${proof.overwrittenBy}, which wrote there later`;
  if (proof.lastModified !== undefined) return `${place} is older than the job`;
  return proof.deleteMarker ? `${place} is covered by a delete marker` : `${place} is not there`;
}
