import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { jobsInState } from "../../../provider/cli/sources/stackState";
import { organizationId } from "../../support/organization";

const region = "us-east-1";
const type = "pulumi-nodejs:dynamic/workmail-exports:MailboxExportJobs";
const urn = `urn:pulumi:prod::exit::${type}::exports`;
const job = { entityId: "entity-0000001", state: "COMPLETED", startTime: "2026-11-10T08:00:00.000Z" };
const outputs = { organizationId, region, live: true, jobsById: { "job-1": job } };

const stateOf = (...resources: readonly object[]) =>
  JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
const secret = (value: object) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ...value,
});
const encrypted = secret({ ciphertext: "v1:9Kz" });
const shown = (value: unknown) => secret({ plaintext: JSON.stringify(value) });

/** What it says when it cannot use a state. */
function refusalOf(text: string): string {
  try {
    jobsInState("state.json", text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("it was taken");
}

test("the jobs of a MailboxExportJobs and of a guard, each with whose they are", () => {
  const guard = { urn: `${urn}-guard`, type: type.replace(/Jobs$/, "Guard"), outputs };
  const stack = { urn: "urn:pulumi:prod::exit::pulumi:pulumi:Stack::exit", type: "pulumi:pulumi:Stack" };
  const expected = { by: "stack", organizationId, region, jobs: [{ jobId: "job-1", ...job }] };
  expect(jobsInState("state.json", stateOf(stack, { urn, type, outputs }, guard))).toEqual([expected, expected]);
});

const states = resolve(__dirname, "../../engine/states");
test.each(readdirSync(states).filter((file) => file.endsWith(".json")))(
  "the jobs of %s, as an earlier version wrote them",
  (file) => {
    const text = readFileSync(join(states, file), "utf8");
    const resources: { outputs?: { jobsById?: object } }[] = JSON.parse(text).deployment.resources;
    const held = resources.flatMap((resource) => Object.keys(resource.outputs?.jobsById ?? {}));
    const found = jobsInState(file, text);
    expect(found.flatMap(({ jobs }) => jobs.map(({ jobId }) => jobId))).toEqual(held);
    expect(held.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatchObject({ organizationId, region });
  },
);

test("a resource that is about to be deleted still remembers", () => {
  expect(jobsInState("state.json", stateOf({ urn, type, delete: true, outputs }))).toHaveLength(1);
});

test.each([
  ["the organization", { ...outputs, organizationId: encrypted }],
  ["the region", { ...outputs, region: encrypted }],
  ["all jobs", { ...outputs, jobsById: encrypted }],
  ["a job", { ...outputs, jobsById: { "job-1": encrypted } }],
  ["a member of a job", { ...outputs, jobsById: { "job-1": { ...job, description: encrypted } } }],
])("where %s is encrypted it says so, and what shows it", (_what, held) => {
  const refusal = refusalOf(stateOf({ urn, type, outputs: held }));
  expect(refusal).toContain(`what ${urn} remembers is encrypted`);
  expect(refusal).toContain("pulumi stack export --show-secrets");
  expect(refusal).not.toContain("v1:9Kz");
});

test("what else is encrypted in the state does not matter", () => {
  const held = { ...outputs, assumeRole: encrypted };
  const other = { urn: "urn:other", type: "aws:rds/instance:Instance", outputs: { password: encrypted } };
  expect(jobsInState("state.json", stateOf(other, { urn, type, outputs: held }))).toHaveLength(1);
});

test("with --show-secrets the jobs are read in clear", () => {
  const held = {
    ...outputs,
    organizationId: shown(organizationId),
    jobsById: { "job-1": shown({ ...job, s3Path: "a" }) },
  };
  const [found] = jobsInState("state.json", stateOf({ urn, type, outputs: held }));
  expect(found).toMatchObject({ organizationId, jobs: [{ jobId: "job-1", s3Path: "a" }] });
});

test.each([
  ["text", "nothing", /state\.json is no JSON/],
  ["a list", "[]", /state\.json is no JSON object/],
  ["stack outputs", '{"jobs":[]}', /not what `pulumi stack export` prints: it has no deployment/],
  [
    "a checkpoint",
    '{"version":3,"checkpoint":{"latest":{"resources":[]}}}',
    /it is a checkpoint, as a backend keeps it/,
  ],
  ["another stack", stateOf({ urn: "urn:x", type: "aws:s3/bucket:Bucket", outputs: {} }), /has no MailboxExportJobs/],
  ["an empty stack", '{"version":3,"deployment":{"manifest":{}}}', /has no MailboxExportJobs/],
  ["a type that only ends alike", stateOf({ urn, type: "x:MailboxExportJobs", outputs }), /has no MailboxExportJobs/],
  ["a ledger that is a list", stateOf({ urn, type, outputs: { ...outputs, jobsById: [] } }), /it is a list/],
  ["no organization", stateOf({ urn, type, outputs: { jobsById: {} } }), /does not say whose jobs it remembers/],
  [
    "a job that is none",
    stateOf({ urn, type, outputs: { ...outputs, jobsById: { "job-1": { startTime: "yesterday" } } } }),
    /startTime must be an RFC 3339 time/,
  ],
])("%s is refused with what is wrong", (_what, text, problem) => {
  expect(refusalOf(text)).toMatch(problem);
});
