import type { CoverageAnswer } from "../answer";
import type { Host } from "../host";
import { type Progress, progressOf } from "./progress";
import { progressLine } from "./progressLine";
import { type FirstSight, timeLeft, withNew } from "./timeLeft";

/** Shows how far a wait is. @internal */
export interface ProgressReport {
  /** How often it wants to be asked to show, in milliseconds. */
  readonly everyMs: number;
  /** Takes what was read just now. */
  readonly learn: (answer: CoverageAnswer) => void;
  readonly show: () => void;
  /** Leaves the terminal as it was. */
  readonly clear: () => void;
}

/** On a terminal one line that is written over; in a log a line a minute, each with its time. @internal */
export function progressReport(host: Host): ProgressReport {
  const screen =
    host.stderrTerminal === undefined ? logScreen(host) : terminalScreen(host, host.stderrTerminal.columns);
  const now = () => host.now().getTime();
  let firstSights: ReadonlyMap<string, FirstSight> = new Map();
  let last: { readonly progress: Progress; readonly at: number } | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    everyMs: screen.everyMs,
    learn: (answer) => {
      last = { progress: progressOf(answer), at: now() };
      firstSights = withNew(firstSights, last.progress.running, last.at);
    },
    show: () => {
      if (last === undefined || now() - shownAt < screen.everyMs) return;
      shownAt = now();
      const left = timeLeft(last.progress.running, firstSights, last.at);
      const passed = now() - last.at;
      screen.write(
        progressLine(last.progress, left && { ...left, milliseconds: Math.max(0, left.milliseconds - passed) }),
      );
    },
    clear: screen.clear,
  };
}

interface Screen {
  readonly everyMs: number;
  readonly write: (line: string) => void;
  readonly clear: () => void;
}

function terminalScreen({ stderr }: Host, columns: number): Screen {
  return {
    everyMs: 1000,
    // In the last column a terminal may already have gone on to the next line.
    write: (line) => stderr(`\r${shortened(line, columns - 1)}\u001b[K`),
    clear: () => stderr("\r\u001b[K"),
  };
}

function logScreen({ stderr, now }: Host): Screen {
  return {
    everyMs: 60_000,
    write: (line) => stderr(`${now().toISOString().slice(0, 19)}Z ${line}\n`),
    clear: () => undefined,
  };
}

/** The line is of letters and digits of ours alone, each one column wide. */
function shortened(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`;
}
