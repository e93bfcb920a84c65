import fc from "fast-check";
import { InvalidArgumentsError } from "../../provider/errors";
import { countJobs } from "../../provider/exports/countJobs";
import { filterJobs } from "../../provider/exports/filterJobs";
import { latestByEntity } from "../../provider/exports/latestByEntity";
import { sortJobs } from "../../provider/exports/sortJobs";
import type { MailboxExportJob } from "../../provider/model";

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** Jobs with any of their members missing, with few values so that they often coincide. */
const jobs: fc.Arbitrary<readonly MailboxExportJob[]> = fc
  .uniqueArray(
    fc.record({
      jobId: fc.string({ minLength: 1, maxLength: 3 }),
      entityId: maybe(fc.constantFrom("a", "b", "__proto__", "constructor")),
      state: maybe(fc.constantFrom("RUNNING", "COMPLETED", "FAILED", "CANCELLED", "SUSPENDED", "__proto__")),
      s3BucketName: maybe(fc.constantFrom("one", "two")),
      s3Path: maybe(fc.constantFrom("exports/a.zip", "exports/b.zip", "other/a.zip")),
      startTime: maybe(
        fc.integer({ min: 0, max: 5 }).map((hour) => new Date(Date.UTC(2026, 10, 20, hour)).toISOString()),
      ),
    }),
    { selector: ({ jobId }) => jobId, maxLength: 30 },
  )
  .map((list) => list.map((job): MailboxExportJob => JSON.parse(JSON.stringify(job))));

describe(sortJobs.name, () => {
  test("gives the same order whatever order the jobs come in, and changes no input", () => {
    fc.assert(
      fc.property(
        jobs.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length }))),
        ([list, shuffled]) => {
          const before = [...shuffled];
          expect(sortJobs(shuffled)).toEqual(sortJobs(list));
          expect(shuffled).toEqual(before);
        },
      ),
    );
  });

  test("puts newer before older, ties by jobId, and jobs without a start time last", () => {
    const at = (jobId: string, startTime?: string): MailboxExportJob => (startTime ? { jobId, startTime } : { jobId });
    const list = [
      at("z"),
      at("b", "2026-11-20T00:00:00.000Z"),
      at("c", "2026-11-21T00:00:00.000Z"),
      at("a", "2026-11-20T00:00:00.000Z"),
      at("y"),
    ];
    expect(sortJobs(list).map(({ jobId }) => jobId)).toEqual(["c", "a", "b", "y", "z"]);
  });
});

describe(countJobs.name, () => {
  test("counts each job once in total, and once under its state or as another", () => {
    fc.assert(
      fc.property(jobs, (list) => {
        const { total, ...byState } = countJobs(list);
        expect(total).toBe(list.length);
        expect(Object.values(byState).reduce((sum, count) => sum + count, 0)).toBe(total);
        for (const [name, count] of Object.entries(byState)) {
          const documented = ["RUNNING", "COMPLETED", "FAILED", "CANCELLED"];
          const own = (state?: string) =>
            name === "other" ? !documented.includes(state ?? "") : state === name.toUpperCase();
          expect(count).toBe(list.filter(({ state }) => own(state)).length);
        }
      }),
    );
  });
});

describe(latestByEntity.name, () => {
  test("has one job for each entity, and none is newer than it", () => {
    fc.assert(
      fc.property(jobs, (list) => {
        const latest = latestByEntity(list);
        const entities = new Set(list.flatMap(({ entityId }) => (entityId === undefined ? [] : [entityId])));
        expect(new Set(Object.keys(latest))).toEqual(entities);
        for (const [entityId, job] of Object.entries(latest)) {
          const own = list.filter((other) => other.entityId === entityId);
          expect(job).toEqual(sortJobs(own)[0]);
        }
      }),
    );
  });
});

describe(filterJobs.name, () => {
  const filters = fc.record(
    {
      states: fc.subarray(["RUNNING", "COMPLETED", "SUSPENDED"], { minLength: 1 }),
      entityIds: fc.subarray(["a", "b"], { minLength: 1 }),
      s3BucketName: fc.constantFrom("one", "two"),
      s3PathPrefix: fc.constantFrom("exports/", "exports/a"),
      startedAfter: fc.constant("2026-11-20T03:00:00+01:00"),
      startedBefore: fc.constant("2026-11-20T04:00:00Z"),
    },
    { requiredKeys: [] },
  );

  test("keeps the order, keeps what passes every filter alone, and nothing else", () => {
    fc.assert(
      fc.property(jobs, filters, (list, all) => {
        const passing = filterJobs(list, all);
        const one = Object.entries(all).map(([name, value]) => new Set(filterJobs(list, { [name]: value })));
        expect(passing).toEqual(list.filter((job) => one.every((set) => set.has(job))));
      }),
    );
  });

  test.each([
    [{ states: ["FAILED"] }, ["failed"]],
    [{ states: ["FAILED", "SUSPENDED"] }, ["failed", "new state"]],
    [{ entityIds: ["e1"] }, ["failed"]],
    [{ s3BucketName: "bucket" }, ["failed"]],
    [{ s3PathPrefix: "exports/" }, ["new state"]],
    // From its own second on, up to but without the other.
    [{ startedAfter: "2026-11-20T10:00:00Z" }, ["failed", "new state"]],
    [{ startedAfter: "2026-11-20T11:00:00.001+01:00" }, ["new state"]],
    [{ startedBefore: "2026-11-20T11:00:00Z" }, ["failed"]],
    [{ startedAfter: "2026-11-20T10:00:00Z", startedBefore: "2026-11-20T11:00:00Z" }, ["failed"]],
    [{}, ["failed", "new state", "bare"]],
  ])("%j", (filter, expected) => {
    const list: readonly MailboxExportJob[] = [
      {
        jobId: "failed",
        state: "FAILED",
        entityId: "e1",
        s3BucketName: "bucket",
        startTime: "2026-11-20T10:00:00.000Z",
      },
      { jobId: "new state", state: "SUSPENDED", s3Path: "exports/x", startTime: "2026-11-20T11:00:00.000Z" },
      { jobId: "bare" },
    ];
    expect(filterJobs(list, filter).map(({ jobId }) => jobId)).toEqual(expected);
  });

  test("refuses a filter that does not exist, instead of letting every job pass", () => {
    const misspelt = { state: ["FAILED"] };
    expect(() => filterJobs([], misspelt as object)).toThrow(InvalidArgumentsError);
    expect(() => filterJobs([], misspelt as object)).toThrow(
      "filterJobs: state is not an argument here; did you mean states?",
    );
  });
});
