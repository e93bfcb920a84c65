import { type ManualClock, type SeedJob, type SeedOrganization, sampleOrganization } from "../../provider/emulator";

export const ORGANIZATION_ID = "m-0123456789abcdef0123456789abcdef";
const JOBS = 297;
export const MAILBOXES = 240;
/** Gives an organization in which jobs end in four hours, and none in the ten minutes after. */
const RANDOM_SEED = 229;

/** An organization in the middle of its move: several pages, every state, and jobs that go on while one looks. */
export function sampleWorkMail(clock: ManualClock): SeedOrganization & { readonly jobs: readonly SeedJob[] } {
  const now = clock.now();
  const organization = sampleOrganization({
    organizationId: ORGANIZATION_ID,
    jobs: JOBS,
    mailboxes: MAILBOXES + 1,
    now,
    randomSeed: RANDOM_SEED,
  });
  const { jobs = [], users = [] } = organization;
  const running = jobs.filter((job) => endOf(job) > now.getTime());
  const unlucky = running.toSorted((a, b) => endOf(a) - endOf(b))[0];
  return {
    ...organization,
    // Whether somebody who is disabled still has a mailbox, the package decides by the real clock, which is another one.
    users: users.filter(({ state }) => state !== "DISABLED"),
    jobs: jobs.map((job) => (job === unlucky ? failing(job) : job)),
  };
}

function failing(job: SeedJob): SeedJob {
  const errorInfo = "Access to the KMS key was denied.";
  return { ...job, end: { state: "FAILED", afterSeconds: job.end?.afterSeconds ?? 0, atProgress: 40, errorInfo } };
}

/** When it ends; never, if nobody said. */
export function endOf({ startTime, end }: SeedJob): number {
  return end === undefined ? Number.POSITIVE_INFINITY : Date.parse(startTime) + end.afterSeconds * 1000;
}
