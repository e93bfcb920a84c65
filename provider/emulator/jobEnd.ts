import type { SeedJobEnd } from "./seedTypes";

/**
 * How a job ends, in milliseconds: a cancellation comes at the very instant of a clock, which seconds and their
 * fractions do not always give back.
 * @internal
 */
export interface JobEnd {
  readonly state: SeedJobEnd["state"];
  readonly afterMs: number;
  readonly atProgress: number;
  readonly errorInfo: string | undefined;
}

/** Where a FAILED or CANCELLED job stood when it ended, if its seed does not say. */
const PROGRESS_AT_BAD_END = 50;

/** @internal */
export function jobEndFromSeed(end: SeedJobEnd): JobEnd {
  return {
    state: end.state,
    afterMs: end.afterSeconds * 1000,
    atProgress: end.state === "COMPLETED" ? 100 : (end.atProgress ?? PROGRESS_AT_BAD_END),
    errorInfo: end.state === "FAILED" ? end.errorInfo : undefined,
  };
}
