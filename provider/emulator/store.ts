import { ServiceError } from "./errors";
import { type Job, jobFromSeed } from "./job";
import { compareKeys, type Entry, type SortKey } from "./order";
import type { SeedJob, SeedOrganization } from "./seedTypes";

/** @internal */
export interface Organization {
  readonly organizationId: string;
  readonly state: string;
  readonly jobsById: ReadonlyMap<string, Job>;
  /** Every job there will ever be, in the order in which jobs are listed. */
  readonly jobs: readonly Entry<Job>[];
}

/** The organizations and their jobs. Sorted when written, because it is read once a page. @internal */
export class Store {
  readonly #organizations = new Map<string, Organization>();
  readonly #keyOf: (job: Job) => SortKey;

  constructor(organizations: readonly SeedOrganization[], keyOf: (job: Job) => SortKey) {
    this.#keyOf = keyOf;
    for (const { organizationId, state = "Active", jobs = [] } of organizations) {
      this.#put({ organizationId, state, jobs: [], jobsById: new Map() }, jobs);
    }
  }

  addJobs(organizationId: string, jobs: readonly SeedJob[]): void {
    const organization = this.#organizations.get(organizationId);
    if (!organization) throw new Error(`addJobs: this emulator has no organization ${organizationId}`);
    const known = jobs.find((job) => organization.jobsById.has(job.jobId));
    if (known) throw new Error(`addJobs: ${organizationId} already has a job ${known.jobId}`);
    this.#put(organization, jobs);
  }

  /** The organization, or the refusal the service gives for one that is unknown or not in a valid state. */
  active(organizationId: string): Organization {
    const organization = this.#organizations.get(organizationId);
    if (!organization) {
      throw new ServiceError("OrganizationNotFoundException", `The organization ${organizationId} does not exist.`);
    }
    if (organization.state !== "Active") {
      const message = `The organization ${organizationId} must have a valid state to perform this operation; it is ${organization.state}.`;
      throw new ServiceError("OrganizationStateException", message);
    }
    return organization;
  }

  #put(organization: Organization, added: readonly SeedJob[]): void {
    const entries = added.map(jobFromSeed).map((job) => ({ key: this.#keyOf(job), value: job }));
    const jobs = [...organization.jobs, ...entries].sort((a, b) => compareKeys(a.key, b.key));
    const jobsById = new Map(jobs.map(({ value }) => [value.jobId, value]));
    this.#organizations.set(organization.organizationId, { ...organization, jobs, jobsById });
  }
}
