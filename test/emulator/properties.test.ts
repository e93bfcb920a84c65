import { ListMailboxExportJobsCommand } from "@aws-sdk/client-workmail";
import fc from "fast-check";
import type { SeedJobEnd } from "../../provider/emulator";
import { jobFromSeed } from "../../provider/emulator/job";
import { jobStatus } from "../../provider/emulator/jobStatus";
import { hoursAgo, job, NOW, ORGANIZATION, type Started, started } from "./harness";

const pageSize = fc.integer({ min: 1, max: 100 });
const order = fc.constantFrom("newestFirst", "oldestFirst", "shuffled");

/** Few instants on purpose, so that many jobs began in the same one. */
const aJob = fc.record({ jobId: fc.stringMatching(/^[A-Za-z0-9-]{1,6}$/), hours: fc.integer({ min: 0, max: 12 }) });
const someJobs = (maxLength: number) => fc.uniqueArray(aJob, { selector: ({ jobId }) => jobId, maxLength });

const seedOf = ({ jobId, hours }: { jobId: string; hours: number }) => job({ jobId, startTime: hoursAgo(hours) });

async function walk({ client }: Started, sizes: readonly number[], between: (page: number) => void): Promise<string[]> {
  const found: string[] = [];
  let NextToken: string | undefined;
  let page = 0;
  do {
    const MaxResults = sizes[page % sizes.length];
    const command = new ListMailboxExportJobsCommand({ OrganizationId: ORGANIZATION, MaxResults, NextToken });
    const answer = await client.send(command);
    found.push(...(answer.Jobs ?? []).map(({ JobId = "?" }) => JobId));
    NextToken = answer.NextToken;
    between(page);
    page += 1;
  } while (NextToken !== undefined && page < 1000);
  return found;
}

describe("a walk", () => {
  test("finds every job that was there when it began, and none twice, whatever comes in between", async () => {
    await fc.assert(
      fc.asyncProperty(
        someJobs(60),
        fc.array(pageSize, { minLength: 1, maxLength: 4 }),
        order,
        fc.nat(),
        fc.nat(30),
        async (all, sizes, listed, shuffleSeed, lateOnes) => {
          const late = all.slice(0, lateOnes);
          const early = all.slice(lateOnes);
          const here = await started({ jobs: early.map(seedOf), order: listed, shuffleSeed });

          const found = await walk(here, sizes, () => {
            const next = late.pop();
            if (next) here.emulator.addJobs(ORGANIZATION, seedOf(next));
          });

          expect(found).toHaveLength(new Set(found).size);
          expect(found).toEqual(expect.arrayContaining(early.map(({ jobId }) => jobId)));
          await here.emulator.close();
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  test("finds a job that leaves the window while it is under way", async () => {
    const jobs = ["a", "b", "c", "d"].map((jobId) => job({ jobId, startTime: hoursAgo(7 * 24) }));
    const here = await started({ jobs });
    expect(await walk(here, [1], () => here.clock.advance({ hours: 1 }))).toEqual(["a", "b", "c", "d"]);
  });

  test("does not find a job that began after it did", async () => {
    const here = await started({ jobs: [job({ jobId: "a" }), job({ jobId: "b" })], order: "oldestFirst" });
    const found = await walk(here, [1], (page) => {
      here.clock.advance({ hours: 1 });
      here.emulator.addJobs(ORGANIZATION, job({ jobId: `late-${page}`, startTime: here.clock.now().toISOString() }));
    });
    expect(found).toEqual(["a", "b"]);
  });
});

const afterSeconds = fc.double({ min: 0, max: 1e6, noNaN: true });
const atProgress = fc.integer({ min: 0, max: 99 });
const anEnd: fc.Arbitrary<SeedJobEnd | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ state: fc.constant("COMPLETED" as const), afterSeconds }),
  fc.record({ state: fc.constant("CANCELLED" as const), afterSeconds, atProgress }),
  fc.record({ state: fc.constant("FAILED" as const), afterSeconds, atProgress, errorInfo: fc.constant("No access.") }),
);

describe("the progress of a job", () => {
  const START_MS = Date.parse(NOW);
  const statuses = (end: SeedJobEnd | undefined, offsets: readonly number[]) => {
    const one = jobFromSeed(job({ startTime: NOW, ...(end && { end }) }));
    return [...offsets].sort((a, b) => a - b).map((ms) => ({ ms, status: jobStatus(one, START_MS + ms) }));
  };
  const offsets = fc.array(fc.integer({ min: -1e6, max: 2e9 }), { minLength: 1, maxLength: 40 });

  const expectedAt = (end: SeedJobEnd | undefined, ms: number) => {
    if (ms < 0) return undefined;
    if (!end || ms < end.afterSeconds * 1000) return { state: "RUNNING", estimatedProgress: expect.any(Number) };
    const common = { state: end.state, endMs: START_MS + end.afterSeconds * 1000 };
    if (end.state === "COMPLETED") return { ...common, estimatedProgress: 100 };
    const stopped = { ...common, estimatedProgress: end.atProgress };
    return end.state === "FAILED" ? { ...stopped, errorInfo: "No access." } : stopped;
  };

  test("never falls, stays between 0 and 100, and is 100 only when COMPLETED", () => {
    fc.assert(
      fc.property(anEnd, offsets, (end, times) => {
        let last = 0;
        for (const { status } of statuses(end, times)) {
          if (!status) continue;
          expect(Number.isInteger(status.estimatedProgress)).toBe(true);
          expect(status.estimatedProgress).toBeGreaterThanOrEqual(last);
          expect(status.estimatedProgress === 100).toBe(status.state === "COMPLETED");
          last = status.estimatedProgress;
        }
      }),
    );
  });

  test("goes from nothing to RUNNING to its end, and never changes again", () => {
    fc.assert(
      fc.property(anEnd, offsets, (end, times) => {
        for (const { ms, status } of statuses(end, times)) expect(status).toEqual(expectedAt(end, ms));
      }),
    );
  });

  test("of a job without an end comes near 99 and never past it", () => {
    const [early, late] = statuses(undefined, [3_600_000, 1e30]);
    // So late that the fraction is rounded to 1.
    expect([early?.status?.estimatedProgress, late?.status?.estimatedProgress]).toEqual([50, 99]);
  });
});
