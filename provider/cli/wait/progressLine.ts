import type { Progress } from "./progress";
import type { TimeLeft } from "./timeLeft";

/** How far the exports are, in one line: "12 of 30 done, 5 running (63 %), 13 missing, about 25 min left". @internal */
export function progressLine({ total, done, running, missing }: Progress, left: TimeLeft | undefined): string {
  const parts = [
    `${done} of ${total} done`,
    `${running.length} running${running.length > 0 ? ` (${averageOf(running)} %)` : ""}`,
    `${missing} missing`,
    ...(left === undefined ? [] : [`${left.atLeast ? "at least" : "about"} ${inWords(left.milliseconds)} left`]),
  ];
  return parts.join(", ");
}

function averageOf(running: Progress["running"]): number {
  const sum = running.reduce((total, { estimatedProgress = 0 }) => total + estimatedProgress, 0);
  return Math.floor(sum / running.length);
}

/** Rounded up: who comes back then should not be early. */
function inWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
}
