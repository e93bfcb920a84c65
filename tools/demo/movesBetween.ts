import type { SeedJob } from "../../provider/emulator";
import { counted } from "./figures";
import { endOf } from "./sampleWorkMail";

/** What moves on in WorkMail from one instant to another. */
export interface Moves {
  readonly started: readonly SeedJob[];
  readonly ended: readonly SeedJob[];
  /** Of all of them, sorted. */
  readonly jobIds: readonly string[];
}

export function movesBetween(jobs: readonly SeedJob[], from: Date, to: Date): Moves {
  const isWithin = (ms: number) => from.getTime() < ms && ms <= to.getTime();
  const started = jobs.filter(({ startTime }) => isWithin(Date.parse(startTime)));
  const ended = jobs.filter((job) => isWithin(endOf(job)));
  return { started, ended, jobIds: [...new Set([...started, ...ended].map(({ jobId }) => jobId))].sort() };
}

/** `3 exports completed, 1 failed, 1 started`. */
export function movesInWords({ started, ended }: Moves): string {
  const states = Map.groupBy(ended, ({ end }) => end?.state.toLowerCase() ?? "ended");
  const [first, ...rest] = [...states, ["started", started] as const].filter(([, jobs]) => jobs.length > 0);
  if (first === undefined) return "no export moved on";
  const [verb, jobs] = first;
  return [`${counted(jobs.length, "export")} ${verb}`, ...rest.map(([other, { length }]) => `${length} ${other}`)].join(
    ", ",
  );
}
