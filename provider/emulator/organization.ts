import type { Job } from "./job";
import type { JsonObject } from "./json";
import type { Entry, SortKey } from "./order";
import { compareKeys } from "./order";
import type { SeedResource, SeedUser } from "./rosterTypes";
import type { SeedOrganization } from "./seedTypes";

/** A request that was carried out, and what was said to it. @internal */
export interface Receipt {
  /** The input as text, without the ClientToken. */
  readonly asked: string;
  readonly answer: JsonObject;
}

/** An organization as the store keeps it. It is never changed, but replaced. @internal */
export interface Organization {
  readonly details: Omit<SeedOrganization, "jobs" | "users" | "resources"> & { readonly state: string };
  /** Every job there will ever be, in the order in which jobs are listed. */
  readonly jobs: readonly Entry<Job>[];
  readonly jobsById: ReadonlyMap<string, Job>;
  readonly users: readonly Entry<SeedUser>[];
  readonly resources: readonly Entry<SeedResource>[];
  /** Whether it is known who there is; an empty list is known as well. */
  readonly hasRoster: boolean;
  /** By operation and ClientToken. */
  readonly receipts: ReadonlyMap<string, Receipt>;
}

/** Where each thing stands in its list. @internal */
export interface Keys {
  readonly job: (job: Job) => SortKey;
  readonly roster: (id: string, sequence: number) => SortKey;
}

/** An organization with nothing in it yet. @internal */
export function emptyOrganization(seed: SeedOrganization): Organization {
  const { jobs: _, users, resources, state = "Active", ...details } = seed;
  return {
    details: { ...details, state },
    jobs: [],
    jobsById: new Map(),
    users: [],
    resources: [],
    hasRoster: users !== undefined || resources !== undefined,
    receipts: new Map(),
  };
}

/** With these jobs; one that is there under the same id is replaced. @internal */
export function withJobs(organization: Organization, jobs: readonly Job[], keys: Keys): Organization {
  const jobsById = new Map([...organization.jobsById, ...jobs.map((job) => [job.jobId, job] as const)]);
  return { ...organization, jobsById, jobs: sorted([...jobsById.values()], keys.job) };
}

interface Roster {
  readonly users: readonly SeedUser[];
  readonly resources: readonly SeedResource[];
}

/** With these users and resources behind those that are there. @internal */
export function withRoster(organization: Organization, { users, resources }: Roster, keys: Keys): Organization {
  return {
    ...organization,
    users: appended(organization.users, users, keys),
    resources: appended(organization.resources, resources, keys),
    hasRoster: organization.hasRoster || users.length + resources.length > 0,
  };
}

function appended<T extends { readonly id: string }>(
  entries: readonly Entry<T>[],
  added: readonly T[],
  keys: Keys,
): readonly Entry<T>[] {
  const more = added.map((value, index) => ({ key: keys.roster(value.id, entries.length + index), value }));
  return [...entries, ...more].sort((a, b) => compareKeys(a.key, b.key));
}

function sorted<T>(values: readonly T[], keyOf: (value: T) => SortKey): readonly Entry<T>[] {
  return values.map((value) => ({ key: keyOf(value), value })).sort((a, b) => compareKeys(a.key, b.key));
}
