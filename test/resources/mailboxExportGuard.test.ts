import type { OperationName, SeedJob, SeedUser } from "../../provider/emulator";
import {
  IncompleteListError,
  InvalidArgumentsError,
  MailboxExportGuardError,
  MailboxExportsError,
  WorkMailRequestError,
} from "../../provider/errors";
import { create, type LifeCycleContext } from "../../provider/resources/lifeCycle";
import { check, diff, read, remove } from "../../provider/resources/mailboxExportGuard";
import { check as checkJobs, read as readJobs } from "../../provider/resources/mailboxExportJobs";
import {
  contextOf,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";

withAwsEnvironment();

type State = Readonly<Record<string, unknown>>;

const anotherOrganization = "m-fedcba9876543210fedcba9876543210";
// As Pulumi's own marker, a text that would pass for an id.
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const user = (name: string): SeedUser => ({ id: `${name}-entity-1`, name, email: `${name}@example.com` });
const alice = user("alice");
const bob = user("bob");

const exportOf = ({ id }: SeedUser, more: Partial<SeedJob> = {}): SeedJob => ({
  jobId: `of-${id}`,
  entityId: id,
  startTime: "2026-11-24T10:00:00Z",
  end: { state: "COMPLETED", afterSeconds: 3600 },
  ...more,
});
/** It ends long after it has left the window. */
const slowExportOf = (of: SeedUser) => exportOf(of, { end: { state: "COMPLETED", afterSeconds: 20 * 86_400 } });

interface Setting {
  readonly users?: readonly SeedUser[];
  readonly jobs?: readonly SeedJob[];
  readonly describeAfterWindow?: boolean;
  readonly environment?: Record<string, string>;
}

/** An organization, a context on its clock, and the arguments of a guard of it. */
async function world({ users = [alice, bob], jobs = [], environment = {}, ...options }: Setting = {}) {
  const { emulator, clock } = await workMailWith(jobs, options);
  emulator.addUsers(organizationId, ...users);
  const { warnings, ...base } = contextOf({ environment });
  const context: LifeCycleContext = { ...base, now: () => clock.now(), isUnknown: (value) => value === unknown };
  const args = { organizationId, region, endpoint: emulator.url, maxAttempts: 1 };
  const operations = () => emulator.requests.map(({ operation }) => operation);
  return { emulator, clock, context, warnings, args, operations };
}

/** What stands in the state of the stack after an update. */
async function stateOf(news: State, context: LifeCycleContext, olds: State = {}): Promise<State> {
  const { inputs, failures } = await check(olds, news, context);
  expect(failures).toBeUndefined();
  return { ...create(inputs).outs, __provider: "code" };
}

/** A guard that was given what its organization's jobs were at the beginning. */
async function guarded(setting: Setting & { readonly args?: State } = {}) {
  const { args, ...where } = await world(setting);
  const { inputs } = await checkJobs({}, args, where.context);
  const news = { ...args, guards: ["org-id"], jobsById: inputs["jobsById"], ...setting.args };
  return { ...where, args, news, state: await stateOf(news, where.context) };
}

async function refusalOf(removed: Promise<void>): Promise<MailboxExportGuardError> {
  const error = await rejectionOf(removed);
  if (error instanceof MailboxExportGuardError) return error;
  throw error;
}

const jobsOf = (state: State) => Object(state["jobsById"]);
const withoutCode = ({ __provider, ...state }: State) => state;
const denied = (operation: OperationName) => ({
  kind: "error" as const,
  code: "AccessDeniedException",
  message: "not authorized",
  operation,
  times: 99,
});

describe(check.name, () => {
  const job = { entityId: "alice-entity-1", state: "COMPLETED", startTime: "2026-11-20T00:00:00.000Z" };

  test("takes arguments, guards, region and jobs, and sends nothing", async () => {
    const { emulator, context, warnings, args } = await world();
    const news = { ...args, cutover: "2026-11-20T00:00:00Z", exclude: { bob: "left" } };
    const checked = await check(
      {},
      { ...news, guards: ["a", "b"], jobsById: { one: job }, __provider: "code" },
      context,
    );
    expect(checked).toEqual({ inputs: { ...news, guards: ["a", "b"], jobsById: { one: job } } });
    expect(warnings).toEqual([]);
    expect(emulator.requests).toEqual([]);
  });

  test("without jobs and without anything to hold remembers none, and holds none", async () => {
    const { emulator, context, args } = await world({ jobs: [exportOf(alice)] });
    // Strictly: for toEqual a list of undefined is an empty one.
    expect(await check({}, args, context)).toStrictEqual({ inputs: { ...args, guards: [], jobsById: {} } });
    expect(emulator.requests).toEqual([]);
  });

  test("holds what a component has in it, at any depth", async () => {
    const { context, args } = await world();
    const { inputs } = await check({}, { ...args, guards: ["a", ["b", ["c"], []], undefined] }, context);
    expect(inputs["guards"]).toStrictEqual(["a", "b", "c"]);
  });

  test.each([
    ["its argument", { region: "us-west-2" }, { AWS_REGION: "eu-west-1" }, "us-west-2"],
    ["AWS_REGION", { region: undefined }, { AWS_REGION: "eu-west-1" }, "eu-west-1"],
    ["AWS_DEFAULT_REGION", { region: undefined }, { AWS_DEFAULT_REGION: "us-west-2" }, "us-west-2"],
  ])("finds the region in %s, and keeps it", async (_where, more, environment, found) => {
    const { emulator, context, args } = await world({ environment });
    const { inputs, failures } = await check({}, { ...args, ...more }, context);
    expect(failures).toBeUndefined();
    expect(inputs["region"]).toBe(found);
    expect(emulator.requests).toEqual([]);
  });

  test("refuses without a region, and keeps the inputs as they were given", async () => {
    const { context, args } = await world();
    const news = { organizationId, endpoint: args.endpoint, guards: ["a"], jobsById: { one: job } };
    expect(await check({}, news, context)).toEqual({
      inputs: news,
      failures: [{ property: "", reason: expect.stringMatching(/no region is known.*Set the argument region/s) }],
    });
  });

  test("refuses a region of the environment that is none", async () => {
    const { context, args } = await world({ environment: { AWS_REGION: "virginia" } });
    const { failures } = await check({}, { ...args, region: undefined }, context);
    expect(failures).toEqual([{ property: "", reason: expect.stringContaining("AWS_REGION must be the name of") }]);
  });

  test("judges all arguments at once, and warns of no loss that is not accepted yet", async () => {
    const { emulator, context, warnings, args } = await world();
    const wrong = {
      ...args,
      organizationId: "m-1",
      cutover: "yesterday",
      exclude: { bob: "" },
      pageSize: 0,
      jobs: [],
      acceptLoss: "enough",
    };
    const { inputs, failures } = await check({}, { ...wrong, guards: ["a"], jobsById: { one: job } }, context);
    expect(failures?.map(({ property }) => property).sort()).toEqual([
      "cutover",
      "exclude",
      "jobs",
      "organizationId",
      "pageSize",
    ]);
    expect(inputs).toEqual({ ...wrong, guards: ["a"], jobsById: { one: job } });
    expect(warnings).toEqual([]);
    expect(emulator.requests).toEqual([]);
  });

  test.each(["", "  ", true])("refuses %j as a reason why mail may be lost", async (acceptLoss) => {
    const { context, args } = await world();
    const { failures } = await check({}, { ...args, acceptLoss }, context);
    expect(failures).toEqual([
      { property: "acceptLoss", reason: expect.stringContaining("the reason why mail may be lost") },
    ]);
  });

  test("warns that with acceptLoss the guard lets itself be deleted", async () => {
    const { context, warnings, args } = await world();
    const { inputs } = await check({}, { ...args, guards: ["org"], acceptLoss: "the board said so" }, context);
    expect(inputs["acceptLoss"]).toBe("the board said so");
    expect(warnings).toEqual([
      expect.stringMatching(
        new RegExp(`acceptLoss is set \\("the board said so"\\).*organization ${organizationId}.*lost for good`),
      ),
    ]);
  });

  test("warns of acceptLoss in a preview too, while something else is unknown", async () => {
    const { context, warnings, args } = await world();
    const guards = ["org"];
    await check({}, { ...args, guards, cutover: unknown, acceptLoss: "the board said so" }, context);
    expect(warnings).toHaveLength(1);
    await check({}, { ...args, guards, acceptLoss: unknown }, context);
    expect(warnings).toHaveLength(1);
  });

  test("warns that without dependsOn it holds nothing", async () => {
    const { context, warnings, args } = await world();
    await check({}, args, context);
    expect(warnings).toEqual([expect.stringContaining("holds nothing: give its option dependsOn")]);
    await check({}, { ...args, guards: [unknown] }, context);
    expect(warnings).toHaveLength(1);
  });
});

describe("what is not known yet", () => {
  const job = { entityId: "alice-entity-1", state: "COMPLETED", startTime: "2026-11-20T00:00:00.000Z" };

  test.each([
    [{ organizationId: unknown }],
    [{ region: unknown }],
    [{ cutover: unknown }],
    [{ exclude: { bob: unknown } }],
    [{ acceptLoss: unknown }],
    [{ assumeRole: { roleArn: unknown } }],
  ])("with %j the inputs stay as they were given, and nothing is sent", async (unknownArgument) => {
    const { emulator, context, args } = await world();
    const news = { ...args, ...unknownArgument, guards: ["a"], jobsById: { one: job } };
    const olds = { ...args, jobsById: { two: job } };
    expect(await check(olds, news, context)).toEqual({ inputs: news });
    expect(emulator.requests).toEqual([]);
  });

  test.each([
    ["all jobs", unknown],
    ["one job", { one: job, two: unknown }],
    ["a member of one", { one: { ...job, state: unknown } }],
  ])("with %s unknown they stay unknown, and the region is known", async (_what, jobsById) => {
    const { emulator, context, args } = await world({ environment: { AWS_REGION: "eu-west-1" } });
    const { region: _region, ...news } = { ...args, guards: ["a"], jobsById };
    const olds = { ...news, region: "eu-west-1", jobsById: { old: job } };
    expect(await check(olds, news, context)).toEqual({ inputs: { ...news, region: "eu-west-1" } });
    expect(emulator.requests).toEqual([]);
  });

  test("an unknown id among what it holds leaves the others, the region and the jobs known", async () => {
    const { context, args } = await world();
    const news = { ...args, guards: ["a", unknown, ["c"]], jobsById: { one: job } };
    const olds = { ...args, jobsById: { two: job } };
    expect(await check(olds, news, context)).toEqual({
      inputs: { ...args, guards: ["a", unknown, "c"], jobsById: { one: job, two: job } },
    });
    const allUnknown = await check(olds, { ...args, guards: unknown }, context);
    expect(allUnknown).toEqual({ inputs: { ...args, guards: [unknown], jobsById: { two: job } } });
  });

  test("what is known is judged all the same", async () => {
    const { context, args } = await world();
    const { failures } = await check({}, { ...args, organizationId: unknown, cutover: "yesterday" }, context);
    expect(failures).toEqual([{ property: "cutover", reason: expect.stringContaining("RFC 3339") }]);
  });
});

describe("the guard's ledger", () => {
  const runs = { entityId: "alice-entity-1", state: "RUNNING", startTime: "2026-11-20T00:00:00.000Z" };
  const done = { ...runs, state: "COMPLETED", endTime: "2026-11-20T01:00:00.000Z" };

  const remembered = async (olds: State, jobsById?: object) => {
    const { context, args } = await world();
    const news = { ...args, ...(jobsById !== undefined && { jobsById }) };
    const { inputs, failures } = await check({ ...args, ...olds }, news, context);
    expect(failures).toBeUndefined();
    return jobsOf(inputs);
  };

  test("keeps jobs that it is not given again", async () => {
    expect(await remembered({ jobsById: { old: done } }, { given: runs })).toEqual({ old: done, given: runs });
    expect(await remembered({ jobsById: { old: done } }, {})).toEqual({ old: done });
    expect(await remembered({ jobsById: { old: done } })).toEqual({ old: done });
  });

  test.each([
    ["organization", { organizationId: anotherOrganization }],
    ["region", { region: "eu-west-1" }],
  ])("of another %s is not taken over", async (_what, other) => {
    expect(await remembered({ ...other, jobsById: { foreign: done } }, { given: runs })).toEqual({ given: runs });
  });

  test("takes what it is given as the newer knowledge, but no end back", async () => {
    expect(await remembered({ jobsById: { job: runs } }, { job: done })).toEqual({ job: done });
    expect(await remembered({ jobsById: { job: done } }, { job: runs })).toEqual({ job: done });
  });

  test("takes the mark of a lost job from what it is given, on and off", async () => {
    const lost = { ...runs, lostFromSight: "accessDenied" };
    expect(await remembered({ jobsById: { job: runs } }, { job: lost })).toEqual({ job: lost });
    expect(await remembered({ jobsById: { job: lost } }, { job: runs })).toEqual({ job: runs });
    expect(await remembered({ jobsById: { job: lost } })).toEqual({ job: lost });
    expect(await remembered({ jobsById: { job: done } }, { job: lost })).toEqual({ job: done });
  });

  test("holds of each job what it needs: no progress, no details, no description", async () => {
    const kept = { ...done, s3BucketName: "archives", s3Path: "exports/job.zip" };
    const more = {
      description: "x",
      estimatedProgress: 100,
      errorInfo: "none",
      roleArn: "r",
      kmsKeyArn: "k",
      s3Prefix: "exports",
    };
    expect(await remembered({}, { job: { ...kept, ...more } })).toEqual({ job: kept });
    expect(await remembered({ jobsById: { job: { ...kept, ...more } } })).toEqual({ job: kept });
  });

  test.each([
    ["what it remembers", "jobs", {}],
    ["what it is given", {}, "jobs"],
    ["a job that it is given", {}, { job: 7 }],
  ])("is not begun anew where %s is no ledger", async (_what, old, given) => {
    const { context, args } = await world();
    const news = { ...args, guards: ["a"], jobsById: given };
    expect(await check({ ...args, jobsById: old }, news, context)).toEqual({
      inputs: news,
      failures: [{ property: "", reason: expect.stringContaining("(jobsById) cannot be read") }],
    });
  });

  test("refuses a job that has become one of another mailbox", async () => {
    const { context, args } = await world();
    const olds = { ...args, jobsById: { job: done } };
    const { failures } = await check(olds, { ...args, jobsById: { job: { entityId: "bob-entity-1" } } }, context);
    expect(failures).toEqual([
      { property: "", reason: expect.stringMatching(/job is remembered as an export of alice/) },
    ]);
  });
});

describe(diff.name, () => {
  const state = { organizationId, region, guards: ["org", "bucket"], jobsById: { a: { state: "RUNNING" } } };

  test.each([
    ["nothing new is no change", {}, false, []],
    ["other code is no change", { __provider: "new code" }, false, []],
    ["an id that is held besides is an update", { guards: ["org", "bucket", "key"] }, true, []],
    ["another order is an update", { guards: ["bucket", "org"] }, true, []],
    ["an id that is held no more is a replacement", { guards: ["org"] }, true, ["guards"]],
    ["another id in the place of one is a replacement", { guards: ["org", "other"] }, true, ["guards"]],
    ["an id that became unknown is a replacement", { guards: ["org", unknown] }, true, ["guards"]],
    ["ids that are all unknown are a replacement", { guards: unknown }, true, ["guards"]],
    ["no ids at all are a replacement", { guards: undefined }, true, ["guards"]],
    ["another organization is a replacement", { organizationId: anotherOrganization }, true, ["organizationId"]],
    ["another region is a replacement", { region: "eu-west-1" }, true, ["region"]],
    [
      "another organization that it holds as well is a replacement for both",
      { organizationId: unknown, region: undefined, guards: [unknown, "bucket"] },
      true,
      ["organizationId", "guards"],
    ],
    ["more jobs are an update", { jobsById: { ...state.jobsById, b: {} } }, true, []],
    ["a reason to accept loss is an update", { acceptLoss: "enough" }, true, []],
    ["a region that is only found later is no change", { region: undefined }, false, []],
  ] as readonly [string, object, boolean, string[]][])("%s", (_name, change, changes, replaces) => {
    const news = JSON.parse(JSON.stringify({ ...state, ...change }));
    expect(diff({ ...state, __provider: "old code" }, { __provider: "old code", ...news })).toEqual({
      changes,
      replaces,
      stables: ["organizationId", "region"].filter((name) => !replaces.includes(name)),
      deleteBeforeReplace: expect.any(Boolean),
    });
  });

  test.each([
    // Refusing then leaves the guard as it was, so that the change can be undone, or acceptLoss recorded.
    ["something was only taken out", { guards: ["org"] }, true],
    ["everything was taken out", { guards: [] }, true],
    // The old guard must then stay between the old thing and its delete.
    ["something new came in its place", { guards: ["org", "bucket2"] }, false],
    ["it is not known yet what came in its place", { guards: ["org", unknown] }, false],
    ["nothing is known", { guards: unknown }, false],
    ["the organization is another one", { guards: ["org"], organizationId: anotherOrganization }, false],
    ["nothing was taken out", { guards: ["org", "bucket", "key"] }, false],
  ])("the old guard is deleted first only where it can refuse and be as before: when %s", (_what, change, first) => {
    expect(diff(state, { ...state, ...change }).deleteBeforeReplace).toBe(first);
  });

  test("of a state from before guards were kept, none is missed", () => {
    const { guards, ...old } = state;
    expect(diff(old, state)).toMatchObject({ changes: true, replaces: [] });
  });
});

describe(remove.name, () => {
  test("lets it go when every mailbox is exported, and says nothing", async () => {
    const { state, context, warnings, operations, emulator } = await guarded({
      jobs: [exportOf(alice), exportOf(bob)],
    });
    const before = emulator.requests.length;
    await remove(state, context);
    expect(operations().slice(before).sort()).toEqual(["ListMailboxExportJobs", "ListResources", "ListUsers"]);
    expect(warnings).toEqual([]);
  });

  test("counts an exclusion that stands in state", async () => {
    const { state, context } = await guarded({ jobs: [exportOf(alice)], args: { exclude: { bob: "left" } } });
    await remove(state, context);
  });

  test.each([
    ["is missing", [], /bob@example.com: No export/],
    ["runs", [exportOf(bob, { end: { state: "COMPLETED", afterSeconds: 9e6 } })], /bob@example.com.*still runs/],
    [
      "failed",
      [exportOf(bob, { end: { state: "FAILED", afterSeconds: 1, errorInfo: "no key" } })],
      /bob@example.com.*failed/,
    ],
    ["is older than the cutover", [exportOf(bob, { startTime: "2026-11-23T00:00:00Z" })], /bob@example.com.*cutover/],
  ])("refuses while an export %s", async (_how, jobs, says) => {
    const { state, context, warnings } = await guarded({
      jobs: [exportOf(alice), ...jobs],
      args: { cutover: "2026-11-24T00:00:00Z" },
    });
    const refusal = await refusalOf(remove(state, context));
    expect(refusal).toBeInstanceOf(MailboxExportsError);
    expect(refusal).toMatchObject({ name: "MailboxExportGuardError", verdict: "incomplete", cause: undefined });
    expect(refusal.because).toMatch(says);
    expect(refusal.because).toContain(`${organizationId} in ${region} are incomplete: of 2 mailboxes 1 is not`);
    expect(refusal.because).not.toContain("alice");
    expect(refusal.message).toContain(refusal.because);
    expect(refusal.message).toMatch(/To go on: .*acceptLoss/s);
    expect(warnings).toEqual([]);
  });

  test("asks anew: what was exported since counts, and so does who came since", async () => {
    const { state, context, emulator } = await guarded({ jobs: [exportOf(alice)] });
    expect(await refusalOf(remove(state, context))).toMatchObject({ verdict: "incomplete" });
    emulator.addJobs(organizationId, exportOf(bob));
    await remove(state, context);
    emulator.addUsers(organizationId, user("carol"));
    expect((await refusalOf(remove(state, context))).because).toContain("carol@example.com");
  });

  test("counts an export that it remembers and that the service lists no more", async () => {
    const { state, args, context, clock } = await guarded({ jobs: [exportOf(alice), exportOf(bob)] });
    clock.advance({ days: 30 });
    await remove(state, context);
    const forgetful = await stateOf(args, context);
    expect(await refusalOf(remove(forgetful, context))).toMatchObject({ verdict: "incomplete" });
  });

  test("asks by name for an export that ran when it left the list, and counts its end", async () => {
    const { state, context, clock, operations } = await guarded({ jobs: [slowExportOf(alice), exportOf(bob)] });
    clock.advance({ days: 30 });
    await remove(state, context);
    expect(operations()).toContain("DescribeMailboxExportJob");
  });

  test("asks the region of its state, wherever the destroy is run", async () => {
    const { args, context, emulator } = await world({ environment: { AWS_REGION: "us-west-2" } });
    const state = await stateOf({ ...args, region: undefined }, context);
    const elsewhere = { ...context, environment: { AWS_REGION: "eu-west-1" } };
    expect((await refusalOf(remove(state, elsewhere))).because).toContain("in us-west-2");
    expect(new Set(emulator.requests.map((request) => request.region))).toEqual(new Set(["us-west-2"]));
  });
});

describe("a doubt", () => {
  const all = { jobs: [exportOf(alice), exportOf(bob)] };

  const expectDoubt = async (removed: Promise<void>, because: RegExp | string, cause: unknown) => {
    const refusal = await refusalOf(removed);
    expect(refusal.verdict).toBe("unknown");
    expect(refusal.because).toMatch(because);
    expect(refusal.because).toMatch(/^whether the mailboxes are exported cannot be learnt/);
    expect(refusal.message).toContain(refusal.because);
    expect(refusal.message).toMatch(/To go on: .*acceptLoss/s);
    expect(refusal.cause).toEqual(cause);
    return refusal;
  };
  const requestFailure = (reason: string) => expect.objectContaining({ name: WorkMailRequestError.name, reason });

  test.each(["ListUsers", "ListResources", "ListMailboxExportJobs"] as const)(
    "blocks when %s is denied, and names what to allow",
    async (operation) => {
      const { state, context, emulator } = await guarded(all);
      emulator.inject(denied(operation));
      await expectDoubt(
        remove(state, context),
        new RegExp(`Allow workmail:${operation} on arn:aws:workmail:${region}`),
        requestFailure("accessDenied"),
      );
    },
  );

  test.each([
    ["denied", "accessDenied", true],
    ["no use", "entityNotFound", false],
  ] as const)(
    "blocks when a job is lost from sight because asking for it is %s",
    async (_how, reason, describeAfterWindow) => {
      const jobs = [slowExportOf(alice), exportOf(bob)];
      const { state, context, clock, emulator, warnings } = await guarded({ jobs, describeAfterWindow });
      clock.advance({ days: 8 });
      if (reason === "accessDenied") emulator.inject(denied("DescribeMailboxExportJob"));
      const refusal = await refusalOf(remove(state, context));
      expect(refusal).toMatchObject({ verdict: "unknown", cause: undefined });
      expect(refusal.because).toMatch(/are unknown: .*alice@example.com.*\(lostFromSight, job of-alice-entity-1\)/s);
      expect(refusal.because).not.toContain("bob");
      expect(warnings).toEqual([expect.stringContaining("of-alice-entity-1")]);
    },
  );

  test("blocks when nobody is on the roster", async () => {
    const { state, context } = await guarded({ users: [] });
    const refusal = await refusalOf(remove(state, context));
    expect(refusal).toMatchObject({ verdict: "unknown", cause: undefined });
    expect(refusal.because).toContain("No user or no mailbox was found");
  });

  test("blocks when the organization is gone, or being deleted", async () => {
    const { state, context, emulator } = await guarded(all);
    emulator.setOrganizationState(organizationId, "Deleted");
    await expectDoubt(remove(state, context), /is not active/, requestFailure("organizationState"));
    emulator.removeOrganization(organizationId);
    await expectDoubt(remove(state, context), /There is no organization/, requestFailure("organizationNotFound"));
  });

  test("blocks when the server is gone", async () => {
    const { state, context, emulator } = await guarded(all);
    await emulator.close();
    await expectDoubt(remove(state, context), /ECONNREFUSED/, requestFailure("unreachable"));
  });

  test.each([
    [{ requestTimeoutSeconds: 0.2 }, "nothing", /requestTimeoutSeconds/],
    [{ requestTimeoutSeconds: 0.2 }, "halfBody", /requestTimeoutSeconds/],
    [{ timeoutSeconds: 0.3 }, "nothing", /took longer than timeoutSeconds/],
    [{ timeoutSeconds: 0.3 }, "halfBody", /took longer than timeoutSeconds/],
  ] as const)("blocks within %j when the server hangs after %s", async (patience, after, says) => {
    const { state, context, emulator } = await guarded({ ...all, args: { maxAttempts: 1, ...patience } });
    for (const operation of ["ListUsers", "ListResources", "ListMailboxExportJobs"] as const) {
      emulator.clearFaults();
      emulator.inject({ kind: "hang", after, operation, times: 9 });
      const begin = performance.now();
      await expectDoubt(remove(state, context), says, requestFailure("timeout"));
      expect(performance.now() - begin).toBeLessThan(5000);
    }
  });

  test("blocks when a list is not whole", async () => {
    const { state, context, emulator } = await guarded(all);
    emulator.inject({ kind: "repeatToken", operation: "ListMailboxExportJobs" });
    const { cause } = await expectDoubt(remove(state, context), /the list would be short/, expect.anything());
    expect(cause).toBeInstanceOf(IncompleteListError);
  });

  test("blocks without credentials", async () => {
    const { state, context } = await guarded(all);
    delete process.env["AWS_ACCESS_KEY_ID"];
    await expectDoubt(remove(state, context), /there are no credentials/, requestFailure("credentialsMissing"));
  });

  test.each([
    ["a text", "jobs"],
    ["null", null],
    ["a list", []],
    ["an entry that is no job", { a: "COMPLETED" }],
    ["a job with a number for a mailbox", { a: { entityId: 7 } }],
  ])("blocks when the jobs in state are %s, and nothing is asked", async (_what, jobsById) => {
    const { state, context, emulator } = await guarded(all);
    const before = emulator.requests.length;
    const { cause } = await expectDoubt(
      remove({ ...state, jobsById }, context),
      /\(jobsById\) cannot be read/,
      expect.anything(),
    );
    expect(cause).toBeInstanceOf(MailboxExportsError);
    expect(emulator.requests).toHaveLength(before);
  });

  test.each([
    [{ organizationId: undefined }, /organizationId is required/],
    [{ organizationId: "" }, /organizationId must be/],
    [{ region: 7 }, /region must be/],
    [{ cutover: "yesterday" }, /cutover must be/],
    [{ cutover: null }, /cutover must be/],
    [{ exclude: ["bob"] }, /exclude must be/],
    [{ pageSize: 0, timeoutSeconds: -1 }, /2 arguments are wrong/],
    [{ ignore: "all" }, /ignore is not an argument here/],
  ])("blocks when %j stands in state, and nothing is asked", async (wrong, says) => {
    const { state, context, emulator } = await guarded(all);
    const before = emulator.requests.length;
    const { cause } = await expectDoubt(remove({ ...state, ...wrong }, context), says, expect.anything());
    expect(cause).toBeInstanceOf(InvalidArgumentsError);
    expect(emulator.requests).toHaveLength(before);
  });

  test("blocks when a job has become one of another mailbox", async () => {
    const { state, context } = await guarded(all);
    const jobsById = { ...jobsOf(state), "of-bob-entity-1": { entityId: "carol-entity-1", state: "COMPLETED" } };
    await expectDoubt(remove({ ...state, jobsById }, context), /one of bob-entity-1/, expect.any(Object));
  });

  test("blocks whatever else goes wrong", async () => {
    const { state, context } = await guarded(all);
    const broken = new RangeError("no clock here");
    const timeless = () => {
      throw broken;
    };
    const { cause } = await expectDoubt(
      remove(state, { ...context, now: timeless }),
      /no clock here/,
      expect.anything(),
    );
    expect(cause).toBe(broken);
  });
});

describe("acceptLoss", () => {
  const acceptLoss = "the board said so";

  test("lets the guard go, with one warning of what is lost and none of how to go on", async () => {
    const { state, context, warnings } = await guarded({ jobs: [exportOf(alice)] });
    await remove({ ...state, acceptLoss }, context);
    expect(warnings).toEqual([
      expect.stringMatching(
        /deleted because acceptLoss says "the board said so", although .*2 mailboxes 1 is not.*bob@example.com/s,
      ),
    ]);
    expect(warnings.join()).not.toContain("To go on");
  });

  test("lets it go when it cannot be learnt how it stands", async () => {
    const { state, context, emulator, warnings } = await guarded();
    emulator.removeOrganization(organizationId);
    await remove({ ...state, acceptLoss }, context);
    expect(warnings).toEqual([
      expect.stringMatching(/although whether the mailboxes are exported cannot be learnt.*There is no organization/s),
    ]);
    expect(warnings.join()).not.toContain("To go on");
  });

  test("lets it go when its state cannot be read", async () => {
    const { state, context, warnings } = await guarded();
    await remove({ ...state, jobsById: "jobs", acceptLoss }, context);
    expect(warnings).toEqual([expect.stringContaining("(jobsById) cannot be read")]);
  });

  test("says nothing when nothing is lost", async () => {
    const { state, context, warnings } = await guarded({ jobs: [exportOf(alice), exportOf(bob)] });
    await remove({ ...state, acceptLoss }, context);
    expect(warnings).toEqual([]);
  });

  test.each(["", " \n", true, 1, null])("that is %j in state accepts nothing", async (blank) => {
    const { state, context, warnings } = await guarded();
    await refusalOf(remove({ ...state, acceptLoss: blank }, context));
    expect(warnings).toEqual([]);
  });
});

describe(read.name, () => {
  const more = {
    guards: ["org-id", "bucket-id"],
    acceptLoss: "the board said so",
    cutover: "2026-11-24T00:00:00Z",
    exclude: { bob: "left" },
  };

  test("feeds the ledger, and keeps everything else of the state as it was", async () => {
    const { state, context, clock, emulator, warnings } = await guarded({
      jobs: [exportOf(alice, { end: { state: "COMPLETED", afterSeconds: 3 * 3600 } })],
      args: more,
    });
    const told = warnings.length;
    emulator.addJobs(organizationId, exportOf(bob, { startTime: "2026-11-24T12:30:00Z" }));
    clock.advance({ hours: 3 });
    const { id, props, inputs } = await read("the id", state, context);
    expect(id).toBe("the id");
    expect(inputs).toEqual(props);
    expect(props).toEqual({
      ...withoutCode(state),
      ...more,
      region,
      jobsById: {
        "of-alice-entity-1": expect.objectContaining({ state: "COMPLETED", endTime: "2026-11-24T13:00:00.000Z" }),
        "of-bob-entity-1": expect.objectContaining({ state: "COMPLETED", entityId: bob.id }),
      },
    });
    expect(warnings).toHaveLength(told);
  });

  test("keeps jobs that the service lists no more, and asks for those that ran", async () => {
    const { state, context, clock } = await guarded({ jobs: [slowExportOf(alice), exportOf(bob)] });
    clock.advance({ days: 30 });
    const { props } = await read("id", state, context);
    expect(jobsOf(props)["of-bob-entity-1"]).toEqual(jobsOf(state)["of-bob-entity-1"]);
    const { endTime, state: end, ...known } = jobsOf(props)["of-alice-entity-1"];
    expect({ ...known, state: "RUNNING" }).toEqual(jobsOf(state)["of-alice-entity-1"]);
    expect([end, endTime]).toEqual(["COMPLETED", "2026-12-14T10:00:00.000Z"]);
  });

  test("takes no descriptions and no details, and asks for none", async () => {
    const jobs = [exportOf(alice, { description: "x" }), slowExportOf(bob)];
    const { state, context, operations, emulator } = await guarded({ jobs, args: { includeDetails: true } });
    const before = emulator.requests.length;
    const { props } = await read("id", state, context);
    expect(props).toEqual(withoutCode(state));
    for (const job of Object.values(jobsOf(props))) {
      expect(
        Object.keys(Object(job)).filter((member) => !/^(entityId|state|startTime|endTime|s3\w+)$/.test(member)),
      ).toEqual([]);
    }
    expect(operations().slice(before)).toEqual(["ListMailboxExportJobs"]);
  });

  test.each([
    ["it is denied", {}, /Allow workmail:ListMailboxExportJobs/],
    ["its jobs cannot be read", { jobsById: { a: 7 } }, /\(jobsById\) cannot be read/],
    ["its arguments are wrong", { cutover: "yesterday" }, /cutover must be/],
    ["it has no organization", { organizationId: undefined }, /organizationId is required/],
  ])("keeps the state as it is, and warns, when %s", async (_why, wrong, says) => {
    const { state, context, emulator, warnings } = await guarded({ jobs: [slowExportOf(alice)] });
    emulator.inject(denied("ListMailboxExportJobs"));
    emulator.addJobs(organizationId, exportOf(bob));
    const before = { ...state, ...wrong };
    const kept = withoutCode(before);
    expect(await read("the id", before, context)).toEqual({ id: "the id", props: kept, inputs: kept });
    expect(warnings).toEqual([expect.stringMatching(says)]);
    expect(warnings.join()).toContain("remembers what it did before this refresh");
  });

  test("does not wait for ever", async () => {
    const { state, context, emulator, warnings } = await guarded({ args: { timeoutSeconds: 0.3 } });
    emulator.inject({ kind: "hang", operation: "ListMailboxExportJobs", times: 9 });
    const { props } = await read("id", state, context);
    expect(props).toEqual(withoutCode(state));
    expect(warnings).toEqual([expect.stringContaining("timeoutSeconds")]);
  });

  test.each([
    ["the same jobs", true],
    ["none", false],
  ])("leaves no change when the guard is then given %s", async (_what, gives) => {
    const { state, args, news, context, clock, emulator } = await guarded({
      jobs: [slowExportOf(alice), exportOf(bob, { description: "x" })],
    });
    const jobs = await checkJobs({}, args, context);
    emulator.addJobs(organizationId, exportOf(user("carol"), { startTime: "2026-11-30T00:00:00Z" }));
    for (const days of [6.5, 2, 30]) {
      clock.advance({ days });
      const refreshed = await read("id", state, context);
      const { props } = await readJobs("id", jobs.inputs, context);
      const { inputs } = await check(
        refreshed.props,
        { ...news, jobsById: gives ? props["jobsById"] : undefined },
        context,
      );
      expect(diff(refreshed.props, inputs)).toMatchObject({ changes: false, replaces: [] });
      expect(refreshed.props).not.toEqual(withoutCode(state));
    }
  });

  test("leaves no change with a job that is lost from sight", async () => {
    const setting = { jobs: [slowExportOf(alice)], describeAfterWindow: false };
    const { state, args, news, context, clock } = await guarded(setting);
    const jobs = await checkJobs({}, args, context);
    clock.advance({ days: 8 });
    const { props } = await read("id", state, context);
    expect(jobsOf(props)["of-alice-entity-1"]).toMatchObject({ lostFromSight: "entityNotFound" });
    const given = (await readJobs("id", jobs.inputs, context)).props["jobsById"];
    expect(diff(props, (await check(props, { ...news, jobsById: given }, context)).inputs).changes).toBe(false);
    expect(diff(props, (await read("id", props, context)).props).changes).toBe(false);
  });
});
