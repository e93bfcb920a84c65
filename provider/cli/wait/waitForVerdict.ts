import { plainLine } from "../../exports/plainText";
import type { CoverageAnswer, UnreadOrganization } from "../answer";
import type { Host } from "../host";
import type { SettingValues } from "../settings/settingRules";
import type { Remembered } from "../sources/remembered";
import { withGone } from "./gone";
import { learnt } from "./learnt";
import { progressOf } from "./progress";
import { type ProgressReport, progressReport } from "./progressReport";
import type { StatusLine } from "./statusLine";

/** Reads the coverage, with what is remembered from before. */
type Read = (remembered: readonly Remembered[], signal: AbortSignal) => Promise<CoverageAnswer>;

/** How many reads in a row may fail for a reason that can pass by itself. */
const failuresAllowed = 5;

/** Reasons that can pass by themselves. */
const passing: ReadonlySet<UnreadOrganization["reason"]> = new Set([
  "throttled",
  "serviceFailure",
  "timeout",
  "unreachable",
  "unknownHost",
  "malformedResponse",
  "malformedPage",
  "repeatedToken",
  "pageLimit",
]);

/**
 * Reads again and again until no export runs any more: what is missing then, no waiting brings. It ends before that when
 * the time is up or the user wants it to, with the last answer that it has; undefined when there is none yet. What one
 * read saw the next one remembers: a wait can be longer than the window of the service.
 *
 * @internal
 */
export async function waitForVerdict(
  { poll = 60, timeout }: SettingValues,
  remembered: readonly Remembered[],
  read: Read,
  status: StatusLine,
  host: Host,
): Promise<CoverageAnswer | undefined> {
  const report = progressReport(status, host.now);
  const stop = new AbortController();
  void host.untilStopped().then(() => stop.abort());
  const deadline = timeout === undefined ? Number.POSITIVE_INFINITY : host.now().getTime() + timeout * 60_000;
  let turn: Turn = { known: undefined, failures: 0 };
  try {
    do {
      const seen = turn.known === undefined ? remembered : [...remembered, ...learnt(turn.known)];
      const current = await unlessEnded(read, seen, signalOf(stop, deadline, host));
      if (current === undefined) break;
      const answer = withGone(turn.known, current);
      turn = nextTurn(turn, answer);
      if (isFinal(answer) || turn.failures > failuresAllowed) return answer;
      if (answer.unread.length === 0) report.learn(answer);
      else tellFailure(answer.unread, status);
      await pause(Math.min(host.now().getTime() + poll * 1000, deadline), report, stop.signal, host);
    } while (!stop.signal.aborted && host.now().getTime() < deadline);
  } finally {
    status.clear();
  }
  status.stderr(`${stop.signal.aborted ? "stopped" : "the time of --timeout is up"}: ${whatIsKnown(turn.known)}\n`);
  return turn.known;
}

/** How it stands between two reads. */
interface Turn {
  readonly known: CoverageAnswer | undefined;
  /** How many reads in a row failed. */
  readonly failures: number;
}

/** Of two answers the one that is whole says more, even if it is older. */
function nextTurn({ known, failures }: Turn, answer: CoverageAnswer): Turn {
  if (answer.unread.length === 0) return { known: answer, failures: 0 };
  return { known: known ?? answer, failures: failures + 1 };
}

/** A read that is under way must not outlast the wait. */
function signalOf(stop: AbortController, deadline: number, host: Host): AbortSignal {
  if (deadline === Number.POSITIVE_INFINITY) return stop.signal;
  return AbortSignal.any([stop.signal, AbortSignal.timeout(Math.max(0, deadline - host.now().getTime()))]);
}

async function unlessEnded(
  read: Read,
  seen: readonly Remembered[],
  signal: AbortSignal,
): Promise<CoverageAnswer | undefined> {
  try {
    const answer = await read(seen, signal);
    return signal.aborted ? undefined : answer;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function isFinal(answer: CoverageAnswer): boolean {
  if (answer.unread.some(({ reason }) => !passing.has(reason))) return true;
  return answer.unread.length === 0 && progressOf(answer).running.length === 0;
}

function tellFailure([first, ...others]: readonly UnreadOrganization[], { stderr }: StatusLine): void {
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  stderr(`warning: a read failed, and is tried again: ${plainLine(first?.message ?? "")}${more}\n`);
}

async function pause(until: number, report: ProgressReport, stop: AbortSignal, host: Host): Promise<void> {
  for (;;) {
    const left = until - host.now().getTime();
    if (left <= 0 || stop.aborted) return;
    report.show();
    await host.sleep(Math.min(left, report.everyMs), stop);
  }
}

function whatIsKnown(known: CoverageAnswer | undefined): string {
  return known === undefined ? "nothing is known yet" : `this is how it stood at ${known.askedAt}`;
}
