import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The user wants it to end. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  /** What a shell reports of a process that a signal ended. */
  readonly exitCode: number;

  constructor(signal: (typeof SIGNALS)[number]) {
    super("stopped; the temporary folder is removed and nothing is left running");
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

/** The promise's value, or an error as soon as the user wants it to end. */
export async function unlessStopped<Value>(promise: Promise<Value>, stop: AbortSignal): Promise<Value> {
  stop.throwIfAborted();
  let onAbort: () => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(stop.reason);
    stop.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    stop.removeEventListener("abort", onAbort);
  }
}
