import { type ManualClock, type SeedJob, type SeedOrganization, sampleOrganization } from "../../provider/emulator";

export const ORGANIZATION_ID = "m-0123456789abcdef0123456789abcdef";
const JOBS = 297;
/** Gives an organization in which jobs end in four hours, in the hour after, and none in the ten minutes between. */
const RANDOM_SEED = 229;
const HOUR_MS = 3_600_000;

/** An organization in the middle of its move: several pages, every state, and jobs that go on while one looks. */
export function sampleWorkMail(clock: ManualClock): SeedOrganization & { readonly jobs: readonly SeedJob[] } {
  const now = clock.now();
  const { jobs = [] } = sampleOrganization({
    organizationId: ORGANIZATION_ID,
    jobs: JOBS,
    now,
    randomSeed: RANDOM_SEED,
  });
  const running = jobs.filter((job) => endOf(job) > now.getTime());
  const unlucky = running.toSorted((a, b) => endOf(a) - endOf(b))[0];
  return {
    organizationId: ORGANIZATION_ID,
    jobs: [...jobs.map((job) => (job === unlucky ? failing(job) : job)), latecomer(now)],
  };
}

function failing(job: SeedJob): SeedJob {
  const errorInfo = "Access to the KMS key was denied.";
  return { ...job, end: { state: "FAILED", afterSeconds: job.end?.afterSeconds ?? 0, atProgress: 40, errorInfo } };
}

/** A job that someone starts while the demonstration runs. */
function latecomer(now: Date): SeedJob {
  return {
    jobId: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    entityId: "S-1-1-11-1234567890-2345678901-3456789012-1500",
    description: "Mailbox of a latecomer",
    startTime: new Date(now.getTime() + 3 * HOUR_MS).toISOString(),
    end: { state: "COMPLETED", afterSeconds: 5 * 3600 },
  };
}

/** When it ends; never, if nobody said. */
export function endOf({ startTime, end }: SeedJob): number {
  return end === undefined ? Number.POSITIVE_INFINITY : Date.parse(startTime) + end.afterSeconds * 1000;
}
