import type { SeedJob } from "../../provider/emulator";
import { jobsOf } from "../../provider/exports/jobsById";
import { readLedger } from "../../provider/functions/readLedger";
import type { MailboxExportJob, ReadMailboxExportJobsArgs } from "../../provider/model";
import { contextOf, organizationId, withAwsEnvironment, workMailWith } from "../support/organization";
import { connectionTo } from "../workmail/rosterServer";

withAwsEnvironment();

const fails: SeedJob = {
  jobId: "fails",
  entityId: "entity-0000001",
  startTime: "2026-11-24T10:00:00Z",
  end: { state: "FAILED", afterSeconds: 60, errorInfo: "The bucket is gone." },
};
const completes: SeedJob = {
  jobId: "completes",
  entityId: "entity-0000002",
  startTime: "2026-11-24T10:00:00Z",
  end: { state: "COMPLETED", afterSeconds: 60 },
};
const endless = (jobId: string): SeedJob => ({ jobId, entityId: "entity-0000003", startTime: "2026-11-24T10:00:00Z" });

/** Reads, and tells the ledger by job id, which jobs were described for it, and what was warned of. */
async function reading(jobs: readonly SeedJob[], options: Parameters<typeof workMailWith>[1] = {}) {
  const { emulator, clock } = await workMailWith(jobs, options);
  const read = async (remembered: readonly MailboxExportJob[], more: Partial<ReadMailboxExportJobsArgs> = {}) => {
    const before = emulator.requests.length;
    const { warnings, ...context } = contextOf();
    const connection = await connectionTo(emulator.url);
    const ledger = await readLedger(connection, remembered, { organizationId, ...more }, context);
    const described = emulator.requests
      .slice(before)
      .filter(({ operation }) => operation === "DescribeMailboxExportJob")
      .map(({ body }) => String(Reflect.get(Object(body), "JobId")));
    return { ledger, byId: Object.fromEntries(ledger.map((job) => [job.jobId, job])), described, warnings };
  };
  return { emulator, clock, read };
}

describe("with includeDetails", () => {
  const details = { roleArn: "the role", kmsKeyArn: "the key" };
  const failed = { jobId: "fails", entityId: fails.entityId, state: "FAILED" };
  const completed = { jobId: "completes", entityId: completes.entityId, state: "COMPLETED" };

  test("a failed job is described again as long as it is not known why it failed", async () => {
    const { read } = await reading([fails]);
    const { described, byId } = await read([{ ...failed, ...details }], { includeDetails: true });
    expect(described).toEqual(["fails"]);
    expect(byId["fails"]).toMatchObject({ errorInfo: "The bucket is gone." });
  });

  test.each([
    ["without a role", { kmsKeyArn: "the key" }],
    ["without a key", { roleArn: "the role" }],
    ["without either", {}],
  ])("an ended job %s is described", async (_what, known) => {
    const { read } = await reading([completes]);
    const { described, byId } = await read([{ ...completed, ...known }], { includeDetails: true });
    expect(described).toEqual(["completes"]);
    expect(byId["completes"]).toMatchObject({ roleArn: expect.any(String), kmsKeyArn: expect.any(String) });
  });

  test("what has ended and is described is not asked for again", async () => {
    const { read } = await reading([fails, completes]);
    const first = await read([], { includeDetails: true });
    expect(first.described.sort()).toEqual(["completes", "fails"]);
    const again = await read(first.ledger, { includeDetails: true });
    expect(again.described).toEqual([]);
    expect(again.byId).toEqual(first.byId);
  });

  test("what still runs is described each time", async () => {
    const { read } = await reading([endless("runs")]);
    const first = await read([], { includeDetails: true });
    expect((await read(first.ledger, { includeDetails: true })).described).toEqual(["runs"]);
  });
});

describe("without includeDetails", () => {
  test("nothing that is listed is described", async () => {
    const { read } = await reading([fails, completes, endless("runs")]);
    const { described, byId } = await read([]);
    expect(described).toEqual([]);
    expect(Object.keys(byId).sort()).toEqual(["completes", "fails", "runs"]);
  });

  test("of a job that ended out of sight all is kept, of one that runs what a list would tell", async () => {
    const slow: SeedJob = { ...completes, jobId: "slow", end: { state: "COMPLETED", afterSeconds: 8 * 86_400 } };
    const { clock, read } = await reading([slow, endless("runs")]);
    const { ledger, byId } = await read([]);
    clock.advance({ days: 9 });
    const later = await read(ledger);
    expect(later.described.sort()).toEqual(["runs", "slow"]);
    expect(later.byId["slow"]).toMatchObject({ state: "COMPLETED", roleArn: expect.any(String) });
    expect(Object.keys(Object(later.byId["runs"])).sort()).toEqual(Object.keys(Object(byId["runs"])).sort());
    expect((await read(later.ledger)).described).toEqual(["runs"]);
  });
});

describe("jobs that are lost from sight", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `job-${index}`);
  const running = (count: number) => jobsOf(Object.fromEntries(ids(count).map((id) => [id, { state: "RUNNING" }])));

  test.each([
    [1, "asking for them failed: job-0. "],
    [5, "asking for them failed: job-0, job-1, job-2, job-3, job-4. "],
    [7, "asking for them failed: job-0, job-1, job-2, job-3, job-4 and 2 more. "],
  ])("are told of in one warning: %i of them", async (count, says) => {
    const { read } = await reading([]);
    const { byId, warnings } = await read(running(count));
    expect(warnings).toEqual([expect.stringContaining(says)]);
    expect(Object.keys(byId)).toEqual(ids(count));
    for (const job of Object.values(byId)) expect(job).toMatchObject({ lostFromSight: "entityNotFound" });
  });

  test("do not take those with them that can be asked for", async () => {
    const { clock, read } = await reading([endless("runs")]);
    clock.advance({ days: 8 });
    const { byId, warnings } = await read([{ jobId: "runs", state: "RUNNING" }, ...running(1)]);
    expect(byId["runs"]).toMatchObject({ state: "RUNNING", entityId: "entity-0000003" });
    expect(byId["runs"]).not.toHaveProperty("lostFromSight");
    expect(byId["job-0"]).toEqual({ jobId: "job-0", state: "RUNNING", lostFromSight: "entityNotFound" });
    expect(warnings).toHaveLength(1);
  });
});
