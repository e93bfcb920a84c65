import type { ArchiveProof } from "../archiveModel";
import { firstFailures } from "../arguments/firstFailures";
import type { ArgumentFailure } from "../errors";
import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";
import { hasEnded } from "./jobState";
import { plainLine } from "./plainText";

/** How many jobs or buckets a refusal names; a list of hundreds would hide what to do. */
const namedAtMost = 10;

/** @internal */
export function severalBuckets(buckets: readonly string[]): ArgumentFailure {
  const reason = `bucket is required, since the jobs are in ${buckets.length} of them: ${named(buckets.map(quoted))}`;
  return { property: "bucket", reason };
}

/** @internal */
export function neverProven(completed: number): ArgumentFailure {
  const reason =
    `only: "proven" needs jobs that were read with prove: true: none of ${count(completed, "completed job")} was looked ` +
    "for in S3, and a list without rules would take away those that there are";
  return { property: "only", reason };
}

/** @internal */
export function neverSeen(completed: number, outcomes: readonly string[]): ArgumentFailure {
  const reason =
    `jobs: no archive of ${count(completed, "completed job")} could be seen in S3 (` +
    `${outcomes.toSorted(compareText).join(", ")}; see their proofs), and a list without rules would take away those that there are`;
  return { property: "jobs", reason };
}

/** @internal */
export function withoutPlace(
  jobs: readonly { readonly jobId: string; readonly problem: string }[],
): readonly ArgumentFailure[] {
  const sorted = jobs.toSorted((a, b) => compareText(a.jobId, b.jobId));
  return firstFailures(
    sorted.map(({ jobId, problem }) => ({
      property: "jobs",
      reason: `jobs: where the archive of ${jobId} is cannot be told: ${problem}; leave it out to make rules for the others`,
    })),
  );
}

/** A rule for one archive that would match what another job may write. @internal */
export interface KeyConflict {
  readonly key: string;
  /** Whose archive it is. */
  readonly jobId: string;
  /** With what the key of the other job may begin. */
  readonly start: string;
  readonly other: MailboxExportJob;
}

/** @internal */
export function keyConflicts(conflicts: readonly KeyConflict[]): readonly ArgumentFailure[] {
  return firstFailures(
    conflicts.map(({ key, jobId, start, other }) => ({
      property: "jobs",
      reason:
        `jobs: a rule for ${quoted(key)}, the archive of ${jobId}, would match ${quoted(start)} of ${other.jobId} as well, ` +
        `which is ${standing(other)}; ${waysOn(other)}`,
    })),
  );
}

/** @internal */
export function tooManyRules(needed: number, fitting: number, between: readonly MailboxExportJob[]): ArgumentFailure {
  const why =
    between.length === 0
      ? "The archives are in no directories that could stand for them"
      : `Their directories cannot stand for them, because ${count(between.length, "job")} that no rule may match ` +
        `${between.length === 1 ? "is" : "are"} in there: ${named(between.map((job) => `${job.jobId} (${standing(job)})`))}`;
  const reason =
    `jobs: ${needed} rules would be needed, and ${fitting} fit: S3 takes 1,000 in a bucket, less reservedRules. ${why}. ` +
    "Give each wave of exports a prefix of its own (s3Prefix of StartMailboxExportJob), for example 'exports/2026-11-24/'";
  return { property: "jobs", reason };
}

function standing({ state, lostFromSight, proof }: MailboxExportJob): string {
  if (lostFromSight !== undefined) return "lost from sight";
  if (state === undefined) return "of no known state";
  if (state !== "COMPLETED") return quoted(state);
  return `${quoted(state)}, but not proven${proof === undefined ? "" : `: ${outcomeInWords(proof)}`}`;
}

function outcomeInWords(proof: ArchiveProof): string {
  if (proof.outcome === "unreachable") return "unreachable when it was looked for; read again";
  if (proof.outcome !== "gone" || proof.overwrittenBy === undefined) return proof.outcome;
  return `overwritten by ${proof.overwrittenBy}, and an older version may be all that is left of it`;
}

function waysOn(other: MailboxExportJob): string {
  const wait = hasEnded(other) ? "" : "wait until it has ended, or ";
  return `${wait}leave ${other.jobId} out if it left nothing there`;
}

/** A foreign text as it can stand in a line of ours. */
function quoted(text: string): string {
  return `'${plainLine(text)}'`;
}

function named(names: readonly string[]): string {
  const more = names.length - namedAtMost;
  return names.slice(0, namedAtMost).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
