import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";

/**
 * The jobs, where of several that were found under one key only the one that wrote last keeps its proof: what is there is
 * its archive, and those of the others are gone.
 *
 * @internal
 */
export function lastWriters(jobs: readonly MailboxExportJob[]): readonly MailboxExportJob[] {
  const found = jobs.filter(({ proof }) => proof !== undefined && "contentLength" in proof);
  const overwrittenBy = new Map<MailboxExportJob, string>();
  for (const writers of Map.groupBy(found, placeOf).values()) {
    const [last, ...earlier] = writers.toSorted(compareEnds);
    for (const job of earlier) if (last !== undefined) overwrittenBy.set(job, last.jobId);
  }
  return overwrittenBy.size === 0 ? jobs : jobs.map((job) => withoutArchive(job, overwrittenBy.get(job)));
}

function withoutArchive(job: MailboxExportJob, overwrittenBy: string | undefined): MailboxExportJob {
  const { proof } = job;
  if (overwrittenBy === undefined || proof === undefined || proof.outcome === "unlocated") return job;
  return { ...job, proof: { outcome: "gone", bucket: proof.bucket, key: proof.key, overwrittenBy } };
}

function placeOf({ proof }: MailboxExportJob): string {
  return proof === undefined || proof.outcome === "unlocated" ? "" : `${proof.bucket}/${proof.key}`;
}

/** The last end first: an archive is there once it is whole. One without times wrote before all others. */
function compareEnds(a: MailboxExportJob, b: MailboxExportJob): number {
  return compareText(endOf(b), endOf(a)) || compareText(a.jobId, b.jobId);
}

function endOf({ endTime, startTime }: MailboxExportJob): string {
  return endTime ?? startTime ?? "";
}
