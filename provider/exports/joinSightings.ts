import type { ArchiveProof, ArchiveProofOutcome } from "../archiveModel";
import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";
import { endWeight } from "./jobState";

/**
 * Each job once, by its id. A job can stand on two pages, when it moved while the pages were read, and say something else
 * on each. Which of the two is later cannot be told from the pages, so the result does not depend on their order: an end
 * goes before anything else, then the one that got further.
 *
 * @internal
 */
export function joinSightings(jobs: readonly MailboxExportJob[]): Map<string, MailboxExportJob> {
  const once = byId(jobs);
  if (once.size === jobs.length) return once;
  return byId([...Map.groupBy(jobs, ({ jobId }) => jobId).values()].flatMap(joined));
}

function byId(jobs: readonly MailboxExportJob[]): Map<string, MailboxExportJob> {
  const map = new Map<string, MailboxExportJob>();
  for (const job of jobs) map.set(job.jobId, job);
  return map;
}

/** One job, or none of no sightings: what only an earlier one tells stays. */
function joined(sightings: readonly MailboxExportJob[]): MailboxExportJob[] {
  const sorted = sightings.toSorted(compareSightings);
  const [first, ...later] = sorted;
  if (first === undefined) return [];
  const all = { ...first };
  for (const sighting of later) Object.assign(all, sighting);
  const worst = worstProof(sorted);
  if (worst !== undefined) all.proof = worst;
  if (sightings.some(({ lostFromSight }) => lostFromSight === undefined)) delete all.lostFromSight;
  return [all];
}

/** Of two ends, and of two proofs, the worse is believed: a program can put two ledgers together. */
function worstProof(sightings: readonly MailboxExportJob[]): ArchiveProof | undefined {
  return sightings.reduce<ArchiveProof | undefined>(
    (worst, { proof }) =>
      proof !== undefined && (worst === undefined || proofWeight[proof.outcome] > proofWeight[worst.outcome])
        ? proof
        : worst,
    undefined,
  );
}

const proofWeight = {
  proven: 0,
  unreachable: 1,
  denied: 1,
  unlocated: 1,
  wrongKey: 2,
  empty: 2,
  gone: 2,
} as const satisfies Record<ArchiveProofOutcome, number>;

function compareSightings(a: MailboxExportJob, b: MailboxExportJob): number {
  return (
    endWeight(a) - endWeight(b) ||
    (a.estimatedProgress ?? -1) - (b.estimatedProgress ?? -1) ||
    compareText(contentOf(a), contentOf(b))
  );
}

function contentOf(job: MailboxExportJob): string {
  return JSON.stringify(Object.entries(job).sort(([a], [b]) => compareText(a, b)));
}
