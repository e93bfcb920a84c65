import { systemClock } from "./clock";
import { FaultQueue } from "./faults/queue";
import { listen } from "./listen";
import type { Service } from "./operations/define";
import { jobKey, rosterKey } from "./order";
import type { RequestEntry } from "./requestLog";
import { respond } from "./respond";
import { checkSeed } from "./seed";
import { completedAfterAnHour } from "./startedJob";
import type { Emulator, EmulatorOptions } from "./startTypes";
import { Store } from "./store";
import { throttle } from "./throttle";
import { Tokens } from "./tokens";
import { worldChanges } from "./worldChanges";

/**
 * Starts a WorkMail on 127.0.0.1 that answers ListMailboxExportJobs, DescribeMailboxExportJob, StartMailboxExportJob and
 * CancelMailboxExportJob, ListUsers and ListResources, ListOrganizations and DescribeOrganization, and refuses the rest.
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
 * @see {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_Operations.html}
 * @public
 */
export async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  const service = serviceOf(options);
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
    ...worldChanges(service.store),
    inject: (...added) => faults.add(added),
    clearFaults: () => faults.clear(),
    close,
  };
}

function serviceOf(options: EmulatorOptions): Service {
  const { seed = { organizations: [] }, clock = systemClock, describeAfterWindow = true } = options;
  const { order = "newestFirst", shuffleSeed = 1, endOfStarted = completedAfterAnHour } = options;
  checkSeed(seed);
  const keys = { job: jobKey(order, shuffleSeed), roster: rosterKey(order, shuffleSeed) };
  return { store: new Store(seed.organizations, keys), clock, describeAfterWindow, endOfStarted, tokens: new Tokens() };
}
