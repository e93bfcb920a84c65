import type { Job } from "./job";
import { hash32 } from "./random";

/** Sorts ascending, by the number and then by the id, which makes every order total. @internal */
export type SortKey = readonly [rank: number, id: string];

/** @internal */
export interface Entry<T> {
  readonly key: SortKey;
  readonly value: T;
}

/**
 * The order in which jobs are listed; users, resources and organizations are listed as they were seeded, or shuffled
 * like the jobs. The service's own is not documented: a client that needs one of these is wrong.
 * @public
 */
export type Order = "newestFirst" | "oldestFirst" | "shuffled";

const rankers = {
  newestFirst: () => (job: Job) => -job.startMs,
  oldestFirst: () => (job: Job) => job.startMs,
  // By a hash of the id: scattered, but a job keeps its place when others come, which paging depends on.
  shuffled: (seed: number) => (job: Job) => hash32(job.jobId, seed),
} satisfies Record<Order, (seed: number) => (job: Job) => number>;

/** @internal */
export function jobKey(order: Order, shuffleSeed: number): (job: Job) => SortKey {
  const rank = rankers[order](shuffleSeed);
  return (job) => [rank(job), job.jobId];
}

/** Users, resources and organizations come as they were seeded, or shuffled as well. @internal */
export function rosterKey(order: Order, shuffleSeed: number): (id: string, sequence: number) => SortKey {
  return (id, sequence) => [order === "shuffled" ? hash32(id, shuffleSeed) : sequence, id];
}

/** @internal */
export function compareKeys(a: SortKey, b: SortKey): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] === b[1]) return 0;
  return a[1] < b[1] ? -1 : 1;
}
