import { ServiceError } from "./errors";
import { type Job, jobFromSeed } from "./job";
import { compareKeys, type Entry } from "./order";
import { emptyOrganization, type Keys, type Organization, type Receipt, withJobs, withRoster } from "./organization";
import type { SeedResource, SeedUser } from "./rosterTypes";
import type { SeedJob, SeedOrganization } from "./seedTypes";

/** The organizations and what is in them. Sorted when written, because it is read once a page. @internal */
export class Store {
  /** In the order in which they are listed. */
  #organizations: ReadonlyMap<string, Entry<Organization>>;
  readonly #keys: Keys;

  constructor(organizations: readonly SeedOrganization[], keys: Keys) {
    this.#keys = keys;
    const entries = organizations
      .map((seed, index) => ({ key: keys.roster(seed.organizationId, index), value: this.#fromSeed(seed) }))
      .sort((a, b) => compareKeys(a.key, b.key));
    this.#organizations = new Map(entries.map((entry) => [entry.value.details.organizationId, entry]));
  }

  entries(): readonly Entry<Organization>[] {
    return [...this.#organizations.values()];
  }

  /** The organization in whatever state, or the refusal the service gives for one that is unknown. */
  known(organizationId: string): Organization {
    const entry = this.#organizations.get(organizationId);
    if (entry) return entry.value;
    throw new ServiceError("OrganizationNotFoundException", `The organization ${organizationId} does not exist.`);
  }

  /** The organization, or the refusal the service gives for one that is unknown or not in a valid state. */
  active(organizationId: string): Organization {
    const organization = this.known(organizationId);
    const { state } = organization.details;
    if (state === "Active") return organization;
    const message = `The organization ${organizationId} must have a valid state to perform this operation; it is ${state}.`;
    throw new ServiceError("OrganizationStateException", message);
  }

  addJobs(organizationId: string, jobs: readonly SeedJob[]): void {
    this.#change("addJobs", organizationId, (organization) => {
      const known = jobs.find((job) => organization.jobsById.has(job.jobId));
      if (known) throw new Error(`addJobs: ${organizationId} already has a job ${known.jobId}`);
      return withJobs(organization, jobs.map(jobFromSeed), this.#keys);
    });
  }

  replaceJob(organizationId: string, job: Job): void {
    this.#change("replaceJob", organizationId, (organization) => withJobs(organization, [job], this.#keys));
  }

  addUsers(organizationId: string, users: readonly SeedUser[]): void {
    this.#change("addUsers", organizationId, (organization) => {
      refuseKnown("addUsers", organization, users);
      return withRoster(organization, { users, resources: [] }, this.#keys);
    });
  }

  addResources(organizationId: string, resources: readonly SeedResource[]): void {
    this.#change("addResources", organizationId, (organization) => {
      refuseKnown("addResources", organization, resources);
      return withRoster(organization, { users: [], resources }, this.#keys);
    });
  }

  addReceipt(organizationId: string, key: string, receipt: Receipt): void {
    this.#change("addReceipt", organizationId, (organization) => ({
      ...organization,
      receipts: new Map([...organization.receipts, [key, receipt]]),
    }));
  }

  setState(organizationId: string, state: string): void {
    this.#change("setOrganizationState", organizationId, (organization) => ({
      ...organization,
      details: { ...organization.details, state },
    }));
  }

  remove(organizationId: string): void {
    this.#entry("removeOrganization", organizationId);
    this.#organizations = new Map([...this.#organizations].filter(([id]) => id !== organizationId));
  }

  #fromSeed(seed: SeedOrganization): Organization {
    const { jobs = [], users = [], resources = [] } = seed;
    const peopled = withRoster(emptyOrganization(seed), { users, resources }, this.#keys);
    return withJobs(peopled, jobs.map(jobFromSeed), this.#keys);
  }

  #change(method: string, organizationId: string, change: (organization: Organization) => Organization): void {
    const { key, value } = this.#entry(method, organizationId);
    this.#organizations = new Map([...this.#organizations, [organizationId, { key, value: change(value) }]]);
  }

  #entry(method: string, organizationId: string): Entry<Organization> {
    const entry = this.#organizations.get(organizationId);
    if (entry) return entry;
    throw new Error(`${method}: this emulator has no organization ${organizationId}`);
  }
}

function refuseKnown(
  method: string,
  { details, users, resources }: Organization,
  added: readonly { readonly id: string }[],
): void {
  const ids = new Set([...users, ...resources].map(({ value }) => value.id));
  const known = added.find(({ id }) => ids.has(id));
  if (known) throw new Error(`${method}: ${details.organizationId} already has a user or resource ${known.id}`);
}
