import type { SeedJob } from "../../provider/emulator";
import { storable } from "../../provider/resources/ledgerState";
import { diff, type LifeCycleContext } from "../../provider/resources/lifeCycle";
import { check, read, remove } from "../../provider/resources/mailboxExportJobs";
import {
  contextOf,
  now,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";

withAwsEnvironment();

const completes: SeedJob = {
  jobId: "completes",
  entityId: "entity-0000001",
  startTime: "2026-11-24T11:00:00Z",
  end: { state: "COMPLETED", afterSeconds: 7200 },
};
const endless: SeedJob = { jobId: "endless", entityId: "entity-0000002", startTime: "2026-11-24T11:30:00Z" };
const fails: SeedJob = {
  jobId: "fails",
  entityId: "entity-0000003",
  startTime: "2026-11-24T11:00:00Z",
  end: { state: "FAILED", afterSeconds: 60, errorInfo: "The bucket is gone." },
};

interface Setting {
  readonly describeAfterWindow?: boolean;
  readonly args?: Record<string, unknown>;
}

async function settled(jobs: readonly SeedJob[], { describeAfterWindow = true, args = {} }: Setting = {}) {
  const { emulator, clock } = await workMailWith(jobs, { describeAfterWindow });
  const warnings: string[] = [];
  const context: LifeCycleContext = {
    ...contextOf(),
    warn: (message) => warnings.push(message),
    isUnknown: () => false,
    now: () => clock.now(),
  };
  const news = { organizationId, region, endpoint: emulator.url, ...args };
  const checked = async (olds: Record<string, unknown>, change: Record<string, unknown> = {}) => {
    const { inputs, failures } = await check(olds, { ...news, ...change }, context);
    expect(failures).toBeUndefined();
    return { ...inputs };
  };
  return { emulator, clock, warnings, context, news, checked, first: await checked({}) };
}

const jobsOf = (state: Record<string, unknown>) => Object(state["jobsById"]);
const operations = (requests: readonly { operation: string }[]) => requests.map(({ operation }) => operation);

describe("the ledger", () => {
  test("keeps a job that left the window, as it was, and asks for none that had ended", async () => {
    const { clock, emulator, checked, first } = await settled([completes, fails]);
    clock.advance({ hours: 3 });
    const ended = await checked(first);
    clock.advance({ days: 8 });
    const before = emulator.requests.length;
    const later = await checked(ended);
    expect(jobsOf(later)).toEqual(jobsOf(ended));
    expect(jobsOf(later)["completes"]).toMatchObject({ state: "COMPLETED", endTime: "2026-11-24T13:00:00.000Z" });
    expect(diff(ended, later).changes).toBe(false);
    expect(operations(emulator.requests.slice(before))).toEqual(["ListMailboxExportJobs"]);
  });

  test("asks for one that was running when it left the window, and takes its end", async () => {
    const { clock, emulator, warnings, checked, first } = await settled([completes]);
    clock.advance({ days: 8 });
    const before = emulator.requests.length;
    const later = await checked(first);
    expect(jobsOf(later)["completes"]).toMatchObject({
      state: "COMPLETED",
      endTime: "2026-11-24T13:00:00.000Z",
      roleArn: expect.any(String),
    });
    expect(operations(emulator.requests.slice(before))).toEqual(["ListMailboxExportJobs", "DescribeMailboxExportJob"]);
    expect(warnings).toEqual([]);
  });

  test("takes no details of one that still runs: that it left the list is no change", async () => {
    const { clock, checked, first } = await settled([endless]);
    clock.advance({ days: 8 });
    expect(diff(first, await checked(first)).changes).toBe(false);
    expect(jobsOf(await checked(first, { includeDetails: true }))["endless"]).toHaveProperty("roleArn");
  });

  test("keeps one that cannot be asked for any more, marked as lost from sight, and warns once", async () => {
    const { clock, warnings, checked, first } = await settled([completes, endless], { describeAfterWindow: false });
    clock.advance({ days: 8 });
    const later = await checked(first);
    expect(jobsOf(later)).toEqual({
      completes: { ...jobsOf(first)["completes"], lostFromSight: "entityNotFound" },
      endless: { ...jobsOf(first)["endless"], lostFromSight: "entityNotFound" },
    });
    expect(warnings).toEqual([
      expect.stringMatching(/(completes, endless|endless, completes).*not known.*count as unknown/),
    ]);
    expect(diff(later, await checked(later)).changes).toBe(false);
  });

  test("takes the mark off when the job can be asked for again", async () => {
    const { clock, emulator, checked, first } = await settled([endless]);
    clock.advance({ days: 8 });
    emulator.inject({
      kind: "error",
      code: "AccessDeniedException",
      message: "no",
      operation: "DescribeMailboxExportJob",
    });
    const lost = await checked(first);
    expect(jobsOf(lost)["endless"]).toMatchObject({ state: "RUNNING", lostFromSight: "accessDenied" });
    expect(jobsOf(await checked(lost))["endless"]).not.toHaveProperty("lostFromSight");
  });

  test("does not lose a job because the time is up while it is asked for: the read fails", async () => {
    const { clock, emulator, context, news, first } = await settled([endless], { args: { timeoutSeconds: 1 } });
    clock.advance({ days: 8 });
    emulator.inject({ kind: "hang", operation: "DescribeMailboxExportJob", times: 9 });
    const { failures } = await check(first, news, context);
    expect(failures).toEqual([{ property: "", reason: expect.stringContaining("timeoutSeconds") }]);
  });

  test("loses nothing when details are turned on and off, and describes what has ended once", async () => {
    const { clock, emulator, checked, first } = await settled([completes, fails]);
    clock.advance({ hours: 3 });
    const detailed = await checked(first, { includeDetails: true });
    expect(jobsOf(detailed)["fails"]).toMatchObject({ errorInfo: "The bucket is gone.", roleArn: expect.any(String) });
    const before = emulator.requests.length;
    const again = await checked(detailed, { includeDetails: true });
    expect(operations(emulator.requests.slice(before))).toEqual(["ListMailboxExportJobs"]);
    expect(jobsOf(again)).toEqual(jobsOf(detailed));
    expect(jobsOf(await checked(again, { includeDetails: false }))).toEqual(jobsOf(detailed));
    clock.advance({ days: 8 });
    expect(jobsOf(await checked(again, { includeDetails: true }))).toEqual(jobsOf(detailed));
  });

  test("forgets by retainDays and maxJobs, but not the latest completed job of a mailbox", async () => {
    const older = { ...completes, jobId: "older", startTime: "2026-11-20T11:00:00Z" };
    const { clock, checked, first } = await settled([completes, older, fails]);
    clock.advance({ hours: 3 });
    const all = await checked(first);
    expect(Object.keys(jobsOf(await checked(all, { maxJobs: 1 })))).toEqual(["completes"]);
    clock.advance({ days: 30 });
    expect(Object.keys(jobsOf(await checked(all, { retainDays: 7 })))).toEqual(["completes"]);
    expect(Object.keys(jobsOf(await checked(all))).sort()).toEqual(["completes", "fails", "older"]);
  });

  test.each([
    ["organization", { organizationId: "m-fedcba9876543210fedcba9876543210" }],
    ["region", { region: "eu-west-1" }],
  ])("of another %s is not taken over", async (_what, olds) => {
    const { checked, first } = await settled([fails]);
    const foreign = { ...first, ...olds, jobsById: { foreign: { jobId: "foreign", state: "COMPLETED" } } };
    expect(Object.keys(jobsOf(await checked(foreign)))).toEqual(["fails"]);
  });

  test("takes a description that is Pulumi's mark of an unknown value as a text", async () => {
    const { context, news } = await settled([{ ...fails, description: "the mark" }]);
    const { inputs } = await check({}, news, { ...context, isUnknown: (value) => value === "the mark" });
    expect(jobsOf(inputs)["fails"]).toMatchObject({ description: '"the mark"' });
  });

  test("changes nothing else of such a job, and nothing of the others", async () => {
    const { context, news, first } = await settled([{ ...fails, description: "the mark" }, completes, endless]);
    const { inputs } = await check({}, news, { ...context, isUnknown: (value) => value === "the mark" });
    const expected = { ...jobsOf(first), fails: { ...jobsOf(first)["fails"], description: '"the mark"' } };
    expect(jobsOf(inputs)).toEqual(expected);
    const job = { jobId: "a", description: "the mark", s3Path: "exports/a.zip", errorInfo: "no key" };
    expect(storable(job, (value) => value === "the mark")).toEqual({ ...job, description: '"the mark"' });
    const prefixed = { jobId: "a", s3Prefix: "the mark" };
    expect(storable(prefixed, (value) => value === "the mark")).toEqual({ jobId: "a", s3Prefix: '"the mark"' });
    const plain = { jobId: "a", s3Path: "exports/a.zip" };
    expect(storable(plain, (value) => value === "the mark")).toBe(plain);
  });

  test("is fed by a refresh too", async () => {
    const { clock, context, first } = await settled([completes]);
    clock.advance({ days: 8 });
    const { props, inputs } = await read("id", first, context);
    expect(jobsOf(props)["completes"]).toMatchObject({ state: "COMPLETED" });
    expect(inputs).toEqual(props);
  });

  test.each([
    ["a text", "jobs", /it is .jobs./],
    ["null", null, /it is null/],
    ["a list", [{ jobId: "a" }], /it is a list/],
    ["an entry that is no job", { a: "x" }, /the entry a is no job of that id/],
    ["a job with a number for a mailbox", { a: { entityId: 7 } }, /the entry a is no job of that id/],
    ["an entry of another id", { a: { jobId: "b" } }, /the entry a is no job of that id/],
  ])("that is %s is an error, and not an empty one", async (_what, jobsById, problem) => {
    const { context, news, first } = await settled([fails]);
    const { failures } = await check({ ...first, jobsById }, news, context);
    expect(failures).toEqual([{ property: "", reason: expect.stringMatching(problem) }]);
  });
});

describe("onUnavailable", () => {
  const gone = (code: string) => ({ kind: "error" as const, code, message: "gone", times: 99 });

  test.each([
    ["OrganizationNotFoundException"],
    ["OrganizationStateException"],
    ["InternalFailure"],
    ["SomethingNewException"],
  ])("keep: after %s the ledger stays as it stands, is not live, and one warning says so", async (code) => {
    const { clock, emulator, warnings, checked, first } = await settled([completes, fails], {
      args: { onUnavailable: "keep", maxAttempts: 1 },
    });
    expect(first["live"]).toBe(true);
    clock.advance({ days: 8 });
    emulator.inject(gone(code));
    const later = await checked(first);
    expect(later).toEqual({ ...first, live: false });
    expect(warnings).toEqual([expect.stringMatching(/The 2 jobs remembered.*are kept.*not live.*gone/s)]);
    expect(diff(later, await checked(later)).changes).toBe(false);
    emulator.clearFaults();
    expect((await checked(later))["live"]).toBe(true);
  });

  test.each([
    ["AccessDeniedException"],
    ["ExpiredTokenException"],
    ["InvalidParameterException"],
    ["ThrottlingException"],
  ])("keep: %s fails all the same, since a setting is wrong and nothing is gone", async (code) => {
    const { emulator, context, news, first } = await settled([fails], {
      args: { onUnavailable: "keep", maxAttempts: 1 },
    });
    emulator.inject(gone(code));
    expect((await check(first, news, context)).failures).toHaveLength(1);
  });

  test("keep: without a ledger there is nothing to keep, and it fails", async () => {
    const { emulator, context, news } = await settled([fails], { args: { onUnavailable: "keep" } });
    emulator.inject(gone("OrganizationNotFoundException"));
    expect((await check({}, news, context)).failures).toHaveLength(1);
  });

  test.each([
    ["organization", { organizationId: "m-fedcba9876543210fedcba9876543210" }],
    ["region", { region: "eu-west-1" }],
  ])("keep: a ledger of another %s is none to keep, and it fails", async (_what, other) => {
    const { emulator, context, warnings, news, first } = await settled([fails], { args: { onUnavailable: "keep" } });
    emulator.inject(gone("OrganizationNotFoundException"));
    expect(await check({ ...first, ...other }, news, context)).toEqual({
      inputs: news,
      failures: [{ property: "", reason: expect.stringContaining("There is no organization") }],
    });
    expect(warnings).toEqual([]);
  });

  test("keep: a state that holds no jobs yet is no empty ledger, and it fails", async () => {
    const { emulator, context, news, first } = await settled([fails], { args: { onUnavailable: "keep" } });
    emulator.inject(gone("OrganizationNotFoundException"));
    const { jobsById, ...olds } = first;
    expect((await check(olds, news, context)).failures).toHaveLength(1);
  });

  test("keep: a ledger that cannot be read is not kept, and not emptied", async () => {
    const { emulator, context, news, first } = await settled([fails], { args: { onUnavailable: "keep" } });
    emulator.inject(gone("OrganizationNotFoundException"));
    const { failures } = await check({ ...first, jobsById: "jobs" }, news, context);
    expect(failures).toEqual([{ property: "", reason: expect.stringContaining("cannot be read") }]);
  });

  test("fail is the default", async () => {
    const { emulator, context, news, first } = await settled([fails]);
    emulator.inject(gone("OrganizationNotFoundException"));
    expect((await check(first, news, context)).failures).toHaveLength(1);
    emulator.inject(gone("OrganizationNotFoundException"));
    expect(await rejectionOf(read("id", first, context))).toMatchObject({ reason: "organizationNotFound" });
  });
});

test.each([
  [{ retainDays: 6 }, "retainDays must be a whole number from 7 to 36500; got 6"],
  [{ maxJobs: 0 }, "maxJobs must be a whole number from 1 to 1000000; got 0"],
  [{ onUnavailable: "ignore" }, 'onUnavailable must be "fail" or "keep"; got \'ignore\''],
])("refuses %j", async (args, reason) => {
  const context: LifeCycleContext = { ...contextOf(), isUnknown: () => false, now: () => new Date(now) };
  const { failures } = await check({}, { organizationId, ...args }, context);
  expect(failures).toEqual([{ property: Object.keys(args)[0], reason }]);
});

describe(remove.name, () => {
  test("warns of the jobs that WorkMail lists no more, and how many they are", async () => {
    const { clock, context, warnings, first } = await settled([completes, endless, fails]);
    clock.advance({ days: 6, hours: 23.25 });
    remove(first, context);
    expect(warnings).toEqual([
      expect.stringMatching(/With this resource the stack forgets 2 jobs.*MailboxExportGuard.*stack export/),
    ]);
  });

  test("says nothing while WorkMail can tell them all again, nor without jobs", async () => {
    const { clock, context, warnings, first } = await settled([completes, endless, fails]);
    clock.advance({ days: 6, hours: 23 });
    remove(first, context);
    remove({ ...first, jobsById: {} }, context);
    expect(warnings).toEqual([]);
  });

  test("sends nothing", async () => {
    const { clock, emulator, context, first } = await settled([completes]);
    const before = emulator.requests.length;
    clock.advance({ days: 30 });
    remove(first, context);
    expect(emulator.requests).toHaveLength(before);
  });

  test.each([
    [undefined],
    [null],
    ["jobs"],
    [7],
    [[null, "job", 7]],
    [{ a: null, b: "job", c: { startTime: 7 }, d: { startTime: null }, e: [] }],
  ])("of a state whose jobs are %j does not fail", async (jobsById) => {
    const { context, warnings, first } = await settled([]);
    remove({ ...first, jobsById }, context);
    remove({}, context);
    expect(warnings).toEqual([]);
  });

  test("counts what can be counted in a state that is no ledger", async () => {
    const { context, warnings, first } = await settled([]);
    remove({ ...first, jobsById: { a: null, b: { entityId: 7, startTime: "2026-01-01T00:00:00.000Z" } } }, context);
    expect(warnings).toEqual([expect.stringContaining("the stack forgets a job")]);
  });
});
