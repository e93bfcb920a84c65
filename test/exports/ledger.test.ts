import fc from "fast-check";
import { MailboxExportsError } from "../../provider/errors";
import { boundLedger } from "../../provider/exports/boundLedger";
import { joinSightings } from "../../provider/exports/joinSightings";
import { jobsOutOfSight, markLost, mergeLedgers, rememberJobs } from "../../provider/exports/ledger";
import { sortJobs } from "../../provider/exports/sortJobs";
import type { MailboxExportJob } from "../../provider/model";

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const hours = fc.integer({ min: 0, max: 400 }).map((hour) => new Date(Date.UTC(2026, 10, 1, hour)).toISOString());

/** Few ids, so that sightings of one job meet; the mailbox of a job goes with its id, as the service's does. */
const job: fc.Arbitrary<MailboxExportJob> = fc
  .record({
    jobId: fc.constantFrom("1", "2", "constructor", "toString", "b5", "b6"),
    state: maybe(fc.constantFrom("RUNNING", "COMPLETED", "FAILED", "CANCELLED", "SUSPENDED", "__proto__")),
    estimatedProgress: maybe(fc.integer({ min: 0, max: 100 })),
    startTime: maybe(hours),
    endTime: maybe(hours),
    description: maybe(fc.constantFrom("", "x", "y")),
    roleArn: maybe(fc.constantFrom("r1", "r2")),
    errorInfo: maybe(fc.constantFrom("e1", "e2")),
  })
  .map((record): MailboxExportJob => {
    const entityId = record.jobId.length % 3 === 0 ? {} : { entityId: `entity-${record.jobId.length}` };
    return JSON.parse(JSON.stringify({ ...record, ...entityId }));
  });
const jobs = fc.array(job, { maxLength: 25 });
const marked = fc.array(
  fc
    .tuple(job, maybe(fc.constantFrom("accessDenied" as const, "entityNotFound" as const)))
    .map(([each, lostFromSight]) => ({ ...each, ...(lostFromSight !== undefined && { lostFromSight }) })),
  { maxLength: 25 },
);
const shuffled = jobs.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
);

const byId = (ledger: readonly MailboxExportJob[]) => new Map(ledger.map((each) => [each.jobId, each]));
const ends = ["COMPLETED", "FAILED", "CANCELLED"];

describe(rememberJobs.name, () => {
  test("is idempotent: what was seen changes nothing when it is seen again", () => {
    fc.assert(
      fc.property(marked, marked, (ledger, seen) => {
        const once = rememberJobs(ledger, seen);
        expect(rememberJobs(once, seen)).toEqual(once);
        expect(rememberJobs(once, [...seen, ...seen])).toEqual(once);
      }),
    );
  });

  test("does not depend on the order of what is seen, nor on how it is cut into pages", () => {
    fc.assert(
      fc.property(marked, shuffled, fc.integer({ min: 1, max: 5 }), (ledger, [seen, otherwise], pageSize) => {
        const pages = Array.from({ length: Math.ceil(otherwise.length / pageSize) }, (_, page) =>
          otherwise.slice(page * pageSize, (page + 1) * pageSize),
        );
        expect(byId(rememberJobs(ledger, pages.flat()))).toEqual(byId(rememberJobs(ledger, seen)));
      }),
    );
  });

  test("loses no job, and invents none", () => {
    fc.assert(
      fc.property(jobs, jobs, (ledger, seen) => {
        const ids = rememberJobs(ledger, seen).map(({ jobId }) => jobId);
        expect(new Set(ids)).toEqual(new Set([...ledger, ...seen].map(({ jobId }) => jobId)));
        expect(ids).toHaveLength(new Set(ids).size);
      }),
    );
  });

  test("never takes an end back, and never makes a failure a success", () => {
    fc.assert(
      fc.property(jobs, jobs, (list, seen) => {
        const ledger = rememberJobs([], list);
        const after = byId(rememberJobs(ledger, seen));
        for (const { jobId, state = "" } of ledger) {
          const later = after.get(jobId)?.state ?? "";
          if (ends.includes(state)) expect(ends).toContain(later);
          if (["FAILED", "CANCELLED"].includes(state)) expect(later).not.toBe("COMPLETED");
        }
      }),
    );
  });

  test("fills in what was missing, empties nothing, and takes every value from one of both", () => {
    fc.assert(
      fc.property(jobs, jobs, (list, seen) => {
        const ledger = rememberJobs([], list);
        const after = byId(rememberJobs(ledger, seen));
        for (const each of [...ledger, ...seen]) {
          expect(Object.keys(Object(after.get(each.jobId)))).toEqual(expect.arrayContaining(Object.keys(each)));
        }
        for (const [id, each] of after) {
          const sources = [...ledger, ...seen].filter(({ jobId }) => jobId === id).flatMap(Object.entries);
          expect(sources).toEqual(expect.arrayContaining(Object.entries(each)));
        }
      }),
    );
  });

  test("of jobs that have not ended the later knowledge stands", () => {
    const ledger = rememberJobs([], [{ jobId: "1", state: "SUSPENDED", estimatedProgress: 60 }]);
    const seen = { jobId: "1", state: "RUNNING", estimatedProgress: 30 };
    expect(rememberJobs(ledger, [seen])).toEqual([seen]);
  });

  test("a job that is seen again is not lost any more", () => {
    const lost: MailboxExportJob = { jobId: "1", state: "RUNNING", lostFromSight: "accessDenied" };
    expect(rememberJobs([lost], [])).toEqual([lost]);
    expect(rememberJobs([lost], [{ jobId: "1", state: "RUNNING" }])).toEqual([{ jobId: "1", state: "RUNNING" }]);
  });

  test("changes neither of its inputs", () => {
    fc.assert(
      fc.property(jobs, jobs, (ledger, seen) => {
        const before = JSON.stringify([ledger, seen]);
        rememberJobs(ledger, seen);
        expect(JSON.stringify([ledger, seen])).toBe(before);
      }),
    );
  });

  test("refuses a job that has become one of another mailbox, and names both", () => {
    const remember = () =>
      rememberJobs([{ jobId: "job-1", entityId: "alice-id" }], [{ jobId: "job-1", entityId: "bob-id" }]);
    expect(remember).toThrow(MailboxExportsError);
    expect(remember).toThrow(/job-1 is remembered as an export of alice-id.*bob-id.*Nothing is changed/s);
  });
});

describe(joinSightings.name, () => {
  const seen: MailboxExportJob = { jobId: "1", state: "RUNNING", startTime: "2026-11-20T00:00:00.000Z" };
  const lost: MailboxExportJob = { ...seen, lostFromSight: "accessDenied" };
  const joined = (...sightings: MailboxExportJob[]) => [...joinSightings(sightings).values()];

  test("a job is in sight when one of its sightings is, whatever their order", () => {
    expect(joined(lost, seen)).toEqual([seen]);
    expect(joined(seen, lost)).toEqual([seen]);
    expect(joined(lost, seen, lost)).toEqual([seen]);
    const furthest = { ...lost, estimatedProgress: 90 };
    expect(joined(furthest, seen)).toEqual([{ ...seen, estimatedProgress: 90 }]);
  });

  test("a job that every sighting has lost stays lost", () => {
    expect(joined(lost, lost)).toEqual([lost]);
    expect(joined(lost)).toEqual([lost]);
  });

  test("other jobs are left as they are", () => {
    const other: MailboxExportJob = { ...lost, jobId: "2" };
    expect(joined(lost, other, seen)).toEqual(expect.arrayContaining([seen, other]));
  });
});

test("of two ledgers the newer one says what is lost from sight", () => {
  const seen: MailboxExportJob = { jobId: "1", state: "RUNNING" };
  const lost: MailboxExportJob = { ...seen, lostFromSight: "accessDenied" };
  expect(mergeLedgers([seen], [lost])).toEqual([lost]);
  expect(mergeLedgers([lost], [seen])).toEqual([seen]);
  expect(mergeLedgers([lost], [])).toEqual([lost]);
  expect(mergeLedgers([{ jobId: "1", state: "COMPLETED" }], [lost])).toEqual([{ jobId: "1", state: "COMPLETED" }]);
});

test("out of sight is what had not ended and is not listed", () => {
  const ledger = ["RUNNING", "SUSPENDED", "COMPLETED", "FAILED", "CANCELLED", undefined].map((state, index) => ({
    jobId: `${index}`,
    ...(state !== undefined && { state }),
  }));
  const ids = (listed: readonly MailboxExportJob[]) => jobsOutOfSight(ledger, listed).map(({ jobId }) => jobId);
  expect(ids([])).toEqual(["0", "1", "5"]);
  expect(ids([{ jobId: "0" }])).toEqual(["1", "5"]);
});

test("lost jobs are marked with the reason and keep all else; a job that has ended cannot be lost", () => {
  const ledger = [
    { jobId: "runs", state: "RUNNING", description: "x" },
    { jobId: "done", state: "COMPLETED" },
  ];
  const lost = new Map([
    ["runs", "entityNotFound" as const],
    ["done", "entityNotFound" as const],
  ]);
  expect(markLost(ledger, lost)).toEqual([{ ...ledger[0], lostFromSight: "entityNotFound" }, ledger[1]]);
});

describe(boundLedger.name, () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const limits = fc.record({
    retainDays: maybe(fc.integer({ min: 7, max: 20 })),
    maxJobs: maybe(fc.integer({ min: 1, max: 10 })),
  });
  const ledgers = jobs.map((list) => rememberJobs([], list));

  test("without limits drops nothing", () => {
    fc.assert(fc.property(ledgers, (ledger) => expect(boundLedger(ledger, {}, now)).toBe(ledger)));
  });

  test("never drops the latest completed job of a mailbox, nor one that has not ended", () => {
    fc.assert(
      fc.property(ledgers, limits, (ledger, limit) => {
        const left = boundLedger(ledger, limit, now);
        const [firstLeft, firstBefore] = [left, ledger].map((list) =>
          Map.groupBy(
            sortJobs(list).filter(({ state }) => state === "COMPLETED"),
            ({ entityId }) => entityId,
          ),
        );
        for (const [entityId, [latest]] of firstBefore ?? []) expect(firstLeft?.get(entityId)?.[0]).toEqual(latest);
        for (const each of ledger) if (!ends.includes(each.state ?? "")) expect(left).toContain(each);
      }),
    );
  });

  test("keeps to the limits as far as that allows, and is stable", () => {
    fc.assert(
      fc.property(ledgers, limits, (ledger, limit) => {
        const left = boundLedger(ledger, limit, now);
        expect(boundLedger(left, limit, now)).toEqual(left);
        // What the service still lists comes back with the next read, and is dropped again.
        expect(byId(boundLedger(rememberJobs(left, ledger), limit, now))).toEqual(byId(left));
      }),
    );
  });

  test("drops by age and by number, the oldest first", () => {
    const done = (jobId: string, day: number): MailboxExportJob => ({
      jobId,
      entityId: "alice-id",
      state: "COMPLETED",
      startTime: new Date(Date.UTC(2026, 10, day)).toISOString(),
    });
    const ledger = [done("a", 1), done("b", 20), done("c", 22), done("d", 23)];
    const ids = (limit: Parameters<typeof boundLedger>[1]) => boundLedger(ledger, limit, now).map(({ jobId }) => jobId);
    expect(ids({ retainDays: 7 })).toEqual(["b", "c", "d"]);
    expect(ids({ maxJobs: 2 })).toEqual(["c", "d"]);
    expect(ids({ maxJobs: 1, retainDays: 7 })).toEqual(["d"]);
  });

  test.each([{ maxJobs: 1 }, { retainDays: 7 }, { maxJobs: 1, retainDays: 7 }])(
    "with %j drops no completed job of nobody in particular: each may be somebody's only export",
    (limit) => {
      const done = (jobId: string, more: Partial<MailboxExportJob>): MailboxExportJob => ({
        jobId,
        state: "COMPLETED",
        startTime: "2026-11-01T00:00:00.000Z",
        ...more,
      });
      const ofNobody = ["a", "b", "c"].map((jobId) => done(jobId, {}));
      const ofAlice = done("d", { entityId: "alice-id", startTime: "2026-11-02T00:00:00.000Z" });
      const failed = done("e", { state: "FAILED" });
      expect(boundLedger([...ofNobody, failed, ofAlice], limit, now)).toEqual([...ofNobody, ofAlice]);
    },
  );

  test("by age drops no job without times, since nobody knows how old it is", () => {
    const timeless = ["FAILED", "CANCELLED", "COMPLETED"].map((state, index) => ({
      jobId: `${index}`,
      entityId: "alice-id",
      state,
    }));
    const noTime: MailboxExportJob = { jobId: "odd", entityId: "alice-id", state: "FAILED", endTime: "some day" };
    const old: MailboxExportJob = { ...noTime, jobId: "old", endTime: "2026-11-01T00:00:00.000Z" };
    expect(boundLedger([...timeless, old, noTime], { retainDays: 7 }, now)).toEqual([...timeless, noTime]);
  });

  test("a job's age is that of its end", () => {
    const long: MailboxExportJob = {
      jobId: "long",
      state: "FAILED",
      startTime: "2026-11-01T00:00:00.000Z",
      endTime: "2026-11-17T12:00:00.000Z",
    };
    const longer = { ...long, jobId: "longer", endTime: "2026-11-17T11:59:59.999Z" };
    expect(boundLedger([long, longer], { retainDays: 7 }, now)).toEqual([long]);
  });
});
