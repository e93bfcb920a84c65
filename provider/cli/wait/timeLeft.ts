import type { MailboxExportJob } from "../../model";

/** How far a job was when it was first seen. @internal */
export interface FirstSight {
  readonly at: number;
  readonly percent: number;
}

/** How long the running exports will take, guessed from how fast they went. @internal */
export interface TimeLeft {
  readonly milliseconds: number;
  /** Of some jobs nothing can be guessed, so that it can be longer. */
  readonly atLeast: boolean;
}

/**
 * The time until the last running export ends, by the pace each has kept since it was first seen, or, as long as it has
 * not moved since, since its start; undefined where none tells enough.
 *
 * @internal
 */
export function timeLeft(
  running: readonly MailboxExportJob[],
  firstSights: ReadonlyMap<string, FirstSight>,
  now: number,
): TimeLeft | undefined {
  const guesses = running.map((job) => timeLeftOf(job, firstSights.get(job.jobId), now));
  const known = guesses.filter((guess) => guess !== undefined);
  if (known.length === 0) return undefined;
  return { milliseconds: Math.max(...known), atLeast: known.length < guesses.length };
}

function timeLeftOf(job: MailboxExportJob, first: FirstSight | undefined, now: number): number | undefined {
  const { estimatedProgress: percent = 0, startTime = "" } = job;
  const started = { at: Date.parse(startTime), percent: 0 };
  const since = first !== undefined && first.percent < percent ? first : started;
  const pace = (percent - since.percent) / (now - since.at);
  const left = (100 - percent) / pace;
  return Number.isFinite(left) && left >= 0 ? left : undefined;
}

/** The first sights with those that are new. @internal */
export function withNew(
  firstSights: ReadonlyMap<string, FirstSight>,
  running: readonly MailboxExportJob[],
  at: number,
): ReadonlyMap<string, FirstSight> {
  const seen = running.map(({ jobId, estimatedProgress: percent = 0 }) => [jobId, { at, percent }] as const);
  return new Map([...seen, ...firstSights]);
}
