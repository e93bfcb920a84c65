import { create, diff, type LifeCycleContext, update } from "../../provider/resources/lifeCycle";
import { check, read } from "../../provider/resources/mailboxExportJobs";
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

// As Pulumi's own marker, a text that would pass for the id that a role asks for.
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const lifeCycleContext = (): LifeCycleContext => ({
  ...contextOf(),
  isUnknown: (value) => value === unknown,
  now: () => new Date(now),
});

describe(check.name, () => {
  test("reads every page, and adds the region and the jobs by id", async () => {
    const { emulator } = await workMailWith(25);
    const args = { organizationId, region, endpoint: emulator.url, pageSize: 10 };
    const { inputs, failures } = await check({}, { ...args, __provider: "code" }, lifeCycleContext());
    expect(failures).toBeUndefined();
    expect(inputs).toMatchObject(args);
    expect(Object.keys(Object(inputs["jobsById"]))).toHaveLength(25);
    // The key says it: state holds everything twice, and the id would stand there four times.
    for (const job of Object.values(Object(inputs["jobsById"]))) expect(job).not.toHaveProperty("jobId");
    expect(emulator.requests).toHaveLength(3);
  });

  test("keeps progress only with trackProgress", async () => {
    const { emulator } = await workMailWith(5);
    const args = { organizationId, region, endpoint: emulator.url };
    const without = await check({}, args, lifeCycleContext());
    const tracked = await check({}, { ...args, trackProgress: true }, lifeCycleContext());
    expect(JSON.stringify(without.inputs)).not.toContain("estimatedProgress");
    expect(JSON.stringify(tracked.inputs)).toContain("estimatedProgress");
  });

  test.each([
    [{ organizationId: unknown }],
    [{ region: unknown }],
    [{ includeDetails: unknown }],
    [{ assumeRole: { roleArn: unknown } }],
    [{ assumeRole: unknown }],
    [{ assumeRole: { roleArn: "arn:aws:iam::123456789012:role/x", externalId: unknown } }],
  ])("with %j sends nothing and leaves the jobs out", async (unknownArgument) => {
    const { emulator } = await workMailWith(1);
    const args = { organizationId, region, endpoint: emulator.url, ...unknownArgument };
    expect(await check({}, args, lifeCycleContext())).toEqual({ inputs: args });
    expect(emulator.requests).toEqual([]);
  });

  test("judges what is known even while something else is unknown", async () => {
    const { failures } = await check({}, { organizationId: unknown, pageSize: 0 }, lifeCycleContext());
    expect(failures).toEqual([
      { property: "pageSize", reason: "pageSize must be a whole number from 1 to 100; got 0" },
    ]);
  });

  test.each(["states", "jobs", "organisationId"])("refuses the option %s, which it does not have", async (option) => {
    const { failures } = await check({}, { organizationId, region, [option]: "x" }, lifeCycleContext());
    expect(failures).toEqual([
      { property: option, reason: expect.stringContaining(`${option} is not an argument here`) },
    ]);
  });

  test("turns a failed read into a failure, and keeps nothing of it", async () => {
    const { emulator } = await workMailWith(30, { faults: [{ kind: "repeatToken", onPage: 2 }] });
    const args = { organizationId, region, endpoint: emulator.url, pageSize: 10 };
    expect(await check({}, args, lifeCycleContext())).toEqual({
      inputs: args,
      failures: [
        { property: "", reason: expect.stringContaining("Nothing is returned, because the list would be short") },
      ],
    });
  });
});

describe(diff.name, () => {
  const job = { jobId: "a", state: "RUNNING" };
  const state = { organizationId, region, jobsById: { a: job }, __provider: "old code" };

  test.each([
    ["nothing new", {}, [], []],
    ["other code", { __provider: "new code" }, [], []],
    ["a job that moved on", { jobsById: { a: { ...job, state: "COMPLETED" } } }, ["jobsById"], []],
    ["another job", { jobsById: { a: job, b: { jobId: "b" } } }, ["jobsById"], []],
    ["more patience", { timeoutSeconds: 60 }, ["timeoutSeconds"], []],
    ["another organization", { organizationId: "m-other" }, ["organizationId"], ["organizationId"]],
    ["another region", { region: "eu-west-1" }, ["region"], ["region"]],
    [
      "an unknown organization",
      { organizationId: unknown, jobsById: undefined },
      ["organizationId"],
      ["organizationId"],
    ],
    [
      "details still unknown",
      { includeDetails: unknown, region: undefined, jobsById: undefined },
      ["includeDetails"],
      [],
    ],
  ] as readonly [string, object, string[], string[]][])("%s", (_name, change, changed, replaces) => {
    const news = JSON.parse(JSON.stringify({ ...state, ...change }));
    expect(diff(state, news)).toEqual({
      changes: changed.length > 0,
      replaces,
      stables: ["organizationId", "region"].filter((name) => !changed.includes(name)),
      deleteBeforeReplace: false,
    });
  });

  test("the order in which members come is no change", () => {
    expect(diff({ a: { x: 1, y: 2 }, region }, { region, a: { y: 2, x: 1 } }).changes).toBe(false);
  });
});

test("create and update take over what check read, under an id of region and organization", () => {
  const inputs = { organizationId, region, jobsById: {} };
  expect(create(inputs)).toEqual({ id: `${region}/${organizationId}`, outs: inputs });
  expect(update(inputs)).toEqual({ outs: inputs });
});

describe(read.name, () => {
  test("takes new jobs into outputs and inputs alike, so that the next preview sees no change", async () => {
    const { emulator, clock } = await workMailWith(5);
    const { inputs } = await check({}, { organizationId, region, endpoint: emulator.url }, lifeCycleContext());
    clock.advance({ hours: 12 });
    const {
      id,
      props,
      inputs: refreshed,
    } = await read("the id", { ...inputs, __provider: "code" }, lifeCycleContext());
    expect(id).toBe("the id");
    expect(refreshed).toEqual(props);
    expect(props).not.toEqual(inputs);
    const { inputs: checked } = await check({}, { organizationId, region, endpoint: emulator.url }, lifeCycleContext());
    expect(diff(props, checked).changes).toBe(false);
  });

  test("fails when the read fails, so that the state stays as it is", async () => {
    const { emulator } = await workMailWith(1, { faults: [{ kind: "html" }] });
    const properties = { organizationId, region, endpoint: emulator.url, jobsById: {} };
    expect(await rejectionOf(read("id", properties, lifeCycleContext()))).toMatchObject({
      reason: "malformedResponse",
    });
  });

  test("of a state without an organization is an error that says so", async () => {
    expect(String(await rejectionOf(read("id", {}, lifeCycleContext())))).toContain("organizationId is required");
  });
});
