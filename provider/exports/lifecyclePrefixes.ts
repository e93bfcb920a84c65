import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";
import { firstIndex } from "./firstIndex";
import { joinKeys } from "./joinKeys";
import { leftNothingAt } from "./leftNothingAt";
import type { KeyConflict } from "./lifecycleRefusals";
import { mayWriteTo } from "./mayWriteTo";
import { overlapWith } from "./overlapWith";

/** @internal */
export interface LifecyclePrefixes {
  /** Sorted: directories, with their slash, and keys of single archives. */
  readonly prefixes: readonly string[];
  /** The keys that cannot be told apart from what another job may write, one conflict for each. */
  readonly conflicts: readonly KeyConflict[];
  /** The protected jobs for which archives could not be joined, sorted by id. */
  readonly between: () => readonly MailboxExportJob[];
}

/**
 * The prefixes that match all archives of one bucket, and nothing that a protected job may write: S3 takes a prefix as the
 * plain start of a key. A directory has nothing protected in it or around it. A key is matched by itself, and by what it
 * begins: there it must be told apart from keys that are known, which it can even where a job may write anywhere.
 *
 * @param archives the jobs whose archive a key is, by the key.
 * @internal
 */
export function lifecyclePrefixes(
  archives: ReadonlyMap<string, readonly MailboxExportJob[]>,
  protectedJobs: readonly MailboxExportJob[],
): LifecyclePrefixes {
  const claims = protectedJobs
    .flatMap(claimsOf)
    .filter(({ start, other }) => !archives.get(start)?.some((archive) => leftNothingAt(other, archive)))
    .sort(compareClaims);
  const isTaken = overlapWith(claims.map(({ start }) => start));
  const keys = [...archives.keys()].sort(compareText);
  const { prefixes, divided } = joinKeys(keys, (directory) => !isTaken(directory));
  return {
    prefixes,
    conflicts: prefixes.flatMap((key) => conflictOf(key, archives.get(key), claims)),
    between: () => owners(claims, overlapWith(divided)),
  };
}

/** What a job may write: with what its key may begin. */
interface Claim {
  readonly start: string;
  readonly other: MailboxExportJob;
}

function claimsOf(job: MailboxExportJob): readonly Claim[] {
  return mayWriteTo(job).map((start) => ({ start, other: job }));
}

function compareClaims(a: Claim, b: Claim): number {
  return compareText(a.start, b.start) || compareText(a.other.jobId, b.other.jobId);
}

/** None for a directory, which is nobody's archive. */
function conflictOf(
  key: string,
  jobs: readonly MailboxExportJob[] | undefined,
  claims: readonly Claim[],
): readonly KeyConflict[] {
  const [jobId] = jobs?.map((job) => job.jobId).sort(compareText) ?? [];
  if (jobId === undefined) return [];
  const claim = claims[firstIndex(0, claims.length, (index) => (claims[index]?.start ?? "") >= key)];
  return claim?.start.startsWith(key) ? [{ key, jobId, ...claim }] : [];
}

function owners(claims: readonly Claim[], overlaps: (start: string) => boolean): readonly MailboxExportJob[] {
  const jobs = claims.filter(({ start }) => overlaps(start)).map(({ other }) => other);
  return [...new Set(jobs)].sort((a, b) => compareText(a.jobId, b.jobId));
}
