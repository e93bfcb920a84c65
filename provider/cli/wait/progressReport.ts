import type { CoverageAnswer } from "../answer";
import { type Progress, progressOf } from "./progress";
import { progressLine } from "./progressLine";
import type { StatusLine } from "./statusLine";
import { type FirstSight, timeLeft, withNew } from "./timeLeft";

/** Shows how far a wait is. @internal */
export interface ProgressReport {
  /** How often it wants to be asked to show, in milliseconds. */
  readonly everyMs: number;
  /** Takes what was read just now. */
  readonly learn: (answer: CoverageAnswer) => void;
  readonly show: () => void;
}

/** On a terminal one line that is written over; in a log a line a minute, each with its time. @internal */
export function progressReport(status: StatusLine, clock: () => Date): ProgressReport {
  const everyMs = status.isThere ? 1000 : 60_000;
  const write = status.isThere
    ? status.show
    : (line: string) => status.stderr(`${clock().toISOString().slice(0, 19)}Z ${line}\n`);
  const now = () => clock().getTime();
  let firstSights: ReadonlyMap<string, FirstSight> = new Map();
  let last: { readonly progress: Progress; readonly at: number } | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    everyMs,
    learn: (answer) => {
      last = { progress: progressOf(answer), at: now() };
      firstSights = withNew(firstSights, last.progress.running, last.at);
    },
    show: () => {
      if (last === undefined || now() - shownAt < everyMs) return;
      shownAt = now();
      const left = timeLeft(last.progress.running, firstSights, last.at);
      const passed = now() - last.at;
      write(progressLine(last.progress, left && { ...left, milliseconds: Math.max(0, left.milliseconds - passed) }));
    },
  };
}
