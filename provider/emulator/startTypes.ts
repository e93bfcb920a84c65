import type { Clock } from "./clock";
import type { Fault } from "./faults/types";
import type { Order } from "./order";
import type { RecordedRequest } from "./requestLog";
import type { SeedResource, SeedUser } from "./rosterTypes";
import type { Seed, SeedJob, SeedJobEnd } from "./seedTypes";
import type { StartedJob } from "./startedJob";

/**
 * How an emulator is to be started; every member has a default.
 * @public
 */
export interface EmulatorOptions {
  /** The organizations, their users, resources and jobs. Default none: every organization is then unknown. */
  readonly seed?: Seed;
  /** Default the system's. */
  readonly clock?: Clock;
  /** Default 0, which takes a free one. */
  readonly port?: number;
  /** How jobs are listed; see {@link Order}. Default `"newestFirst"`. */
  readonly order?: Order;
  /** Picks one of the orders that `"shuffled"` can give. Default 1. */
  readonly shuffleSeed?: number;
  /** Whether Describe and Cancel still know a job that List no longer shows, which is not documented. Default true. */
  readonly describeAfterWindow?: boolean;
  /**
   * How a job ends that StartMailboxExportJob starts; `undefined` for never. Default: COMPLETED after an hour. If it
   * throws, or gives what is no end, the connection is closed without an answer, and stderr says why.
   */
  readonly endOfStarted?: (job: StartedJob) => SeedJobEnd | undefined;
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
  /** Adds users to an organization, behind those that are there. */
  addUsers(organizationId: string, ...users: readonly SeedUser[]): void;
  /** Adds resources to an organization, behind those that are there. */
  addResources(organizationId: string, ...resources: readonly SeedResource[]): void;
  /** From now on the organization is in this state: in `"Deleted"`, say, or in `"Active"` again. */
  setOrganizationState(organizationId: string, state: string): void;
  /** From now on there is no such organization. */
  removeOrganization(organizationId: string): void;
  /** Puts faults at the end of the queue; each request meets the first that matches it. */
  inject(...faults: readonly Fault[]): void;
  /** Drops the faults that are still waiting. */
  clearFaults(): void;
  /** Stops at once, whatever still hangs. Closing twice does no harm. */
  close(): Promise<void>;
}
