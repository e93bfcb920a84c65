import type { Job } from "./job";
import type { JobEnd } from "./jobEnd";

/** @internal */
export interface JobStatus {
  readonly state: "RUNNING" | JobEnd["state"];
  readonly estimatedProgress: number;
  readonly endMs?: number;
  readonly errorInfo?: string;
}

/** A job without an end gets ever closer to 99 and never there: half way after this long. */
const ENDLESS_HALF_WAY_MS = 3_600_000;

/**
 * What a job looks like at an instant; `undefined` before its start. Depends on nothing else, so that a moved clock,
 * also one that is moved back, always gives the same answer.
 * @internal
 */
export function jobStatus(job: Pick<Job, "startMs" | "end">, nowMs: number): JobStatus | undefined {
  const elapsedMs = nowMs - job.startMs;
  if (elapsedMs < 0) return undefined;
  if (!job.end) return running((100 * elapsedMs) / (elapsedMs + ENDLESS_HALF_WAY_MS));

  const { state, afterMs, atProgress, errorInfo } = job.end;
  if (elapsedMs < afterMs) return running((atProgress * elapsedMs) / afterMs);
  return {
    state,
    estimatedProgress: atProgress,
    endMs: job.startMs + afterMs,
    ...(errorInfo !== undefined && { errorInfo }),
  };
}

function running(progress: number): JobStatus {
  return { state: "RUNNING", estimatedProgress: Math.min(99, Math.floor(progress)) };
}
