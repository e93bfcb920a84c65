import { type Clock, systemClock } from "./clock";
import { FaultQueue } from "./faults/queue";
import type { Fault } from "./faults/types";
import { listen } from "./listen";
import { jobKey, type Order } from "./order";
import type { RecordedRequest, RequestEntry } from "./requestLog";
import { respond } from "./respond";
import { checkJobs, checkSeed } from "./seed";
import type { Seed, SeedJob } from "./seedTypes";
import { Store } from "./store";
import { throttle } from "./throttle";
import { Tokens } from "./tokens";

/** @public */
export interface EmulatorOptions {
  /** The organizations and their jobs. Default none: every organization is then unknown. */
  readonly seed?: Seed;
  /** Default the system's. */
  readonly clock?: Clock;
  /** Default 0, which takes a free one. */
  readonly port?: number;
  /** How jobs are listed; the service's own order is not documented. Default `"newestFirst"`. */
  readonly order?: Order;
  /** Picks one of the orders that `"shuffled"` can give. Default 1. */
  readonly shuffleSeed?: number;
  /** Whether Describe still answers for a job that List no longer shows, which is not documented. Default true. */
  readonly describeAfterWindow?: boolean;
  /** Faults to begin with; see {@link Emulator.inject}. */
  readonly faults?: readonly Fault[];
  /** How long every answer waits, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** Requests let in per second of real time, as many at once; above it, ThrottlingException. Default no limit. */
  readonly requestsPerSecond?: number;
}

/**
 * A running emulator.
 * @public
 */
export interface Emulator {
  /** For the client's `endpoint`, or AWS_ENDPOINT_URL_WORKMAIL. */
  readonly url: string;
  /** Every request since the start, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** The faults no request has met yet, each with the `times` it has left. */
  readonly pendingFaults: readonly Fault[];
  /** Adds jobs to an organization, also in the middle of somebody's walk. */
  addJobs(organizationId: string, ...jobs: readonly SeedJob[]): void;
  /** Puts faults at the end of the queue; each request meets the first that matches it. */
  inject(...faults: readonly Fault[]): void;
  /** Drops the faults that are still waiting. */
  clearFaults(): void;
  /** Stops at once, whatever still hangs. Closing twice does no harm. */
  close(): Promise<void>;
}

/**
 * Starts a WorkMail that answers ListMailboxExportJobs and DescribeMailboxExportJob on 127.0.0.1, and refuses the rest.
 * Credentials may be anything; they are not checked.
 *
 * @throws SeedError with everything that is wrong with the seed.
 *
 * @example
 * const emulator = await start({ seed, clock: new ManualClock("2026-11-24T12:00:00Z") });
 * const client = new WorkMailClient({
 *   endpoint: emulator.url,
 *   region: "us-east-1",
 *   credentials: { accessKeyId: "test", secretAccessKey: "test" },
 * });
 * // …
 * await emulator.close();
 *
 * @see {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html}
 * @see {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_DescribeMailboxExportJob.html}
 * @public
 */
export async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  const { seed = { organizations: [] }, clock = systemClock, describeAfterWindow = true } = options;
  checkSeed(seed);
  const store = new Store(seed.organizations, jobKey(options.order ?? "newestFirst", options.shuffleSeed ?? 1));
  const service = { store, clock, describeAfterWindow, tokens: new Tokens() };
  const faults = new FaultQueue();
  faults.add(options.faults ?? []);
  const log: RequestEntry[] = [];
  const { requestsPerSecond } = options;
  const admit =
    requestsPerSecond === undefined ? () => undefined : throttle(requestsPerSecond, () => performance.now());

  const { url, close } = await listen({
    port: options.port ?? 0,
    latencyMs: options.latencyMs ?? 0,
    respond: (envelope, text) => respond({ service, faults, admit, log }, envelope, text),
  });
  return {
    url,
    requests: log,
    get pendingFaults() {
      return faults.pending();
    },
    addJobs(organizationId, ...jobs) {
      checkJobs(jobs);
      store.addJobs(organizationId, jobs);
    },
    inject: (...added) => faults.add(added),
    clearFaults: () => faults.clear(),
    close,
  };
}
