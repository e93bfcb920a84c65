import { constants } from "node:os";
import { setTimeout } from "node:timers/promises";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The user wants it to end. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  /** What a shell reports of a process that a signal ended. */
  readonly exitCode: number;

  constructor(signal: (typeof SIGNALS)[number]) {
    super("stopped; temporary folders are removed and nothing is left running");
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** Aborted by the first Ctrl-C, or by a signal that means the same, so that the engine can be ended and the folders removed. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => controller.abort(new Stopped(signal)));
  }
  return controller.signal;
}

/** How long what was interrupted may take to clean up after itself. */
const GRACE_MS = 3_000;

/** The promise's value; or, once the user wants it to end, an error as soon as the promise is done or overdue. */
export async function unlessStopped<Value>(promise: Promise<Value>, stop: AbortSignal): Promise<Value> {
  const settled = promise.then(
    () => undefined,
    () => undefined,
  );
  const stopped = untilAborted(stop).then(() => Promise.race([settled, setTimeout(GRACE_MS)]));
  await Promise.race([settled, stopped]);
  stop.throwIfAborted();
  return promise;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
