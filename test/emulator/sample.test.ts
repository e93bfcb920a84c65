import fc from "fast-check";
import { parseSeed, sampleOrganization } from "../../provider/emulator";
import { jobFromSeed } from "../../provider/emulator/job";
import { jobStatus } from "../../provider/emulator/jobStatus";
import { NOW, ORGANIZATION } from "./harness";

const DAY_MS = 86_400_000;
const now = new Date(NOW);
const sample = (jobs: number, randomSeed?: number) =>
  sampleOrganization({ organizationId: ORGANIZATION, jobs, now, ...(randomSeed !== undefined && { randomSeed }) });

const statesOf = (organization: ReturnType<typeof sample>, at = now) =>
  (organization.jobs ?? []).map((job) => jobStatus(jobFromSeed(job), at.getTime())?.state);

describe("sampleOrganization", () => {
  test("is the same for the same options, and another for another random seed", () => {
    expect(sample(50)).toEqual(sample(50, 1));
    expect(sample(50, 2)).not.toEqual(sample(50));
  });

  test("any size is a valid seed of that many jobs, each of them listed and begun", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(), (count, randomSeed) => {
        const organization = sample(count, randomSeed);
        expect(parseSeed(JSON.stringify({ organizations: [organization] })).organizations[0]?.jobs).toHaveLength(count);
        for (const { startTime } of organization.jobs ?? []) {
          const ageMs = now.getTime() - Date.parse(startTime);
          expect(ageMs).toBeGreaterThanOrEqual(0);
          expect(ageMs).toBeLessThanOrEqual(6 * DAY_MS);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("has every state from four jobs on, and never more than ten that run", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 500 }), fc.nat(), (count, randomSeed) => {
        const states = statesOf(sample(count, randomSeed));
        expect(new Set(states)).toEqual(new Set(["RUNNING", "COMPLETED", "FAILED", "CANCELLED"]));
        expect(states.filter((state) => state === "RUNNING").length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 50 },
    );
  });

  test("exports no mailbox twice within 24 hours, and some of them twice", () => {
    const starts = Map.groupBy(sample(300).jobs ?? [], ({ entityId }) => entityId);
    expect(starts.size).toBe(200);
    for (const jobs of starts.values()) {
      const times = jobs.map(({ startTime }) => Date.parse(startTime)).sort();
      expect((times[1] ?? Number.POSITIVE_INFINITY) - (times[0] ?? 0)).toBeGreaterThan(DAY_MS);
    }
  });

  test("has nothing running a day later", () => {
    expect(statesOf(sample(200), new Date(now.getTime() + DAY_MS))).not.toContain("RUNNING");
  });

  test("has no two jobs of one id among ten thousand", () => {
    const jobs = sample(10_000).jobs ?? [];
    expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(10_000);
  });
});
