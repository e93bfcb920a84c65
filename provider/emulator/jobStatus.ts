import type { Job } from "./job";
import type { SeedJobEnd } from "./seedTypes";

/** @internal */
export interface JobStatus {
  readonly state: "RUNNING" | SeedJobEnd["state"];
  readonly estimatedProgress: number;
  readonly endMs?: number;
  readonly errorInfo?: string;
}

/** A job without an end gets ever closer to 99 and never there: half way after this long. */
const ENDLESS_HALF_WAY_MS = 3_600_000;

/** Where a FAILED or CANCELLED job stood when it ended, if its seed does not say. */
const PROGRESS_AT_BAD_END = 50;

/**
 * What a job looks like at an instant; `undefined` before its start. Depends on nothing else, so that a moved clock,
 * also one that is moved back, always gives the same answer.
 * @internal
 */
export function jobStatus(job: Pick<Job, "startMs" | "end">, nowMs: number): JobStatus | undefined {
  const elapsedMs = nowMs - job.startMs;
  if (elapsedMs < 0) return undefined;
  if (!job.end) return running((100 * elapsedMs) / (elapsedMs + ENDLESS_HALF_WAY_MS));

  const lastsMs = job.end.afterSeconds * 1000;
  if (elapsedMs < lastsMs) return running((progressAtEnd(job.end) * elapsedMs) / lastsMs);
  return {
    state: job.end.state,
    estimatedProgress: progressAtEnd(job.end),
    endMs: job.startMs + lastsMs,
    ...(job.end.state === "FAILED" && { errorInfo: job.end.errorInfo }),
  };
}

function running(progress: number): JobStatus {
  return { state: "RUNNING", estimatedProgress: Math.min(99, Math.floor(progress)) };
}

function progressAtEnd(end: SeedJobEnd): number {
  return end.state === "COMPLETED" ? 100 : (end.atProgress ?? PROGRESS_AT_BAD_END);
}
