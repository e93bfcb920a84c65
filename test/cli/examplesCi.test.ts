import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Emulator, type Fault, ManualClock, type SeedOrganization, start } from "../../provider/emulator";
import { type Machine, openMachine } from "./ci/machine";
import { readYaml } from "./ci/readYaml";
import { runGitHub, type Workflow } from "./ci/runGitHub";
import { type Pipeline, runGitLab } from "./ci/runGitLab";

// What is printed in examples/ci is what runs here: the scripts are taken out of the YAML, and a stub of Pulumi says
// whether `pulumi up` was reached.
const folder = join(__dirname, "../../examples/ci");
const config: { organizationId: string; exclude: Record<string, string> } = JSON.parse(
  readFileSync(join(folder, "workmail-exports.json"), "utf8"),
);
const { organizationId } = config;

let workflow: Workflow;
let pipeline: Pipeline;
// The first time on a machine its Python environment is made.
beforeAll(async () => {
  [workflow, pipeline] = [await readYaml(join(folder, "github.yml")), await readYaml(join(folder, "gitlab-ci.yml"))];
}, 600_000);

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const user = (number: number, name: string) => ({
  id: `S-1-1-11-1111111111-${1000 + number}`,
  name,
  email: `${name}@example.com`,
});
const [alice, bob, fax] = [user(1, "alice"), user(2, "bob"), user(3, "fax")];

/** Alice's export is in the list; Bob's has left it, and only the stack still knows it; the third is excluded. */
const organization: SeedOrganization = {
  organizationId,
  users: [alice, bob, fax],
  resources: [],
  jobs: [
    {
      jobId: "job-alice",
      entityId: alice.id,
      startTime: "2026-11-29T08:00:00Z",
      end: { state: "COMPLETED", afterSeconds: 600 },
    },
  ],
};

function stateWith(...entities: readonly { readonly id: string }[]): object {
  const jobs = entities.map(({ id }) => [
    `job-${id}`,
    {
      entityId: id,
      state: "COMPLETED",
      startTime: "2026-11-20T08:00:00.000Z",
      endTime: "2026-11-20T09:00:00.000Z",
    },
  ]);
  const type = "pulumi-nodejs:dynamic/workmail-exports:MailboxExportJobs";
  const outputs = { organizationId, region: "us-east-1", live: true, jobsById: Object.fromEntries(jobs) };
  const resource = { urn: `urn:pulumi:prod::workmail::${type}::exports`, custom: true, type, outputs };
  return { version: 3, deployment: { manifest: {}, resources: [resource] } };
}

interface World {
  readonly what: string;
  readonly seed?: SeedOrganization;
  readonly state?: object | undefined;
  readonly faults?: readonly Fault[];
  readonly config?: object;
}

async function machineOf({ seed = organization, faults = [], ...world }: World): Promise<Machine> {
  const clock = new ManualClock("2026-12-01T12:00:00Z");
  const emulator: Emulator = await start({ seed: { organizations: [seed] }, clock, faults });
  const state = "state" in world ? world.state : stateWith(bob);
  const machine = await openMachine({
    workMail: emulator.url,
    state,
    ...(world.config !== undefined && { config: world.config }),
  });
  cleanups.push(
    () => emulator.close(),
    () => machine.remove(),
  );
  return machine;
}

function jobOf({ jobs }: Workflow) {
  const job = jobs["tear-down"];
  if (job === undefined) throw new Error("the workflow has no job tear-down");
  return job;
}

const up = /^pulumi up /;
const withEveryMailbox: World = { what: "complete" };
/** What must not get through, and what the gate is to say of it. */
const stopping: readonly (World & { readonly code: number; readonly says: RegExp })[] = [
  { what: "incomplete", state: stateWith(alice), code: 1, says: /Stopped.*mailboxes are not exported/i },
  {
    what: "unknown",
    seed: { organizationId, users: [], resources: [] },
    config: { organizationId, region: "us-east-1" },
    code: 2,
    says: /Stopped.*it cannot be told/i,
  },
  {
    what: "a wrong configuration",
    config: { organizationId, cutoff: "2026-11-20" },
    code: 64,
    says: /Failed.*is wrong/,
  },
  {
    what: "a WorkMail that refuses",
    faults: [{ kind: "error", code: "AccessDeniedException", message: "no", operation: "ListUsers", times: Infinity }],
    code: 70,
    says: /Failed.*something could not be read/i,
  },
];
const failedExport: World = { what: "an export that fails", state: undefined };

describe("on GitHub", () => {
  test("with every mailbox exported the stack is taken down", async () => {
    const machine = await machineOf(withEveryMailbox);
    const { failed, outputs, steps, summary, written } = await runGitHub(jobOf(workflow), machine);
    expect({ failed, written }).toEqual({ failed: false, written: expect.stringContaining("the tear-down goes on") });
    expect(outputs).toMatchObject({ verdict: "complete", complete: "true", "exit-code": "0", exported: "2" });
    expect(summary).toContain(organizationId);
    expect(steps).toContain("Keep the report");
    expect(await machine.calls()).toEqual([
      "npm ci",
      "pulumi preview --stack PULUMI_STACK --non-interactive --diff",
      "pulumi stack export --stack PULUMI_STACK",
      "pulumi up --stack PULUMI_STACK --non-interactive --yes",
    ]);
    await expectReports(machine);
  });

  test.each(stopping)("$what stops it, and the run fails", async ({ code, says, ...world }) => {
    const machine = await machineOf(world);
    const { failed, outputs, steps, written } = await runGitHub(jobOf(workflow), machine);
    expect({ failed, written }).toEqual({ failed: true, written: expect.stringMatching(says) });
    // A wrong setting is told before there is an answer to put into outputs.
    expect(outputs["exit-code"]).toBe(code === 64 ? undefined : String(code));
    expect(steps.slice(-2)).toEqual(["Gate", "Keep the report"]);
    expect(await machine.calls()).not.toContainEqual(expect.stringMatching(up));
    if (code !== 64) await expectReports(machine);
  });

  test("an export of the stack that fails is the end, and the gate is not asked", async () => {
    const machine = await machineOf(failedExport);
    const { failed, steps } = await runGitHub(jobOf(workflow), machine);
    expect(failed).toBe(true);
    expect(steps.at(-1)).toBe("Export what the stack remembers");
    expect(await machine.calls()).not.toContainEqual(expect.stringMatching(up));
  });

  test("it asks for no more than it needs, one run at a time, and no script has an expression in it", () => {
    expect(workflow.permissions).toEqual({});
    expect(jobOf(workflow)).toMatchObject({ permissions: { contents: "read", "id-token": "write" } });
    expect(workflow.concurrency).toEqual({ group: "workmail-tear-down", "cancel-in-progress": "false" });
    expect(workflow.defaults.run.shell).toBe("bash");
    for (const { run = "", uses } of jobOf(workflow).steps) {
      expect(run).not.toContain("${{");
      if (uses !== undefined) expect(uses).toMatch(/@v\d+$/);
    }
  });
});

describe("on GitLab", () => {
  test("with every mailbox exported the stack is taken down", async () => {
    const machine = await machineOf(withEveryMailbox);
    const { failed, written } = await runGitLab(pipeline, machine);
    expect({ failed, written }).toEqual({
      failed: undefined,
      written: expect.stringContaining("the tear-down goes on"),
    });
    expect((await machine.calls()).filter((call) => call !== "npm ci")).toEqual([
      "pulumi preview --stack acme/workmail/prod --non-interactive --diff",
      "pulumi stack export --stack acme/workmail/prod",
      "pulumi up --stack acme/workmail/prod --non-interactive --yes",
    ]);
    await expectReports(machine);
  });

  test.each(stopping)("$what stops it, and the gate fails", async ({ code, says, ...world }) => {
    const machine = await machineOf(world);
    const { failed, written } = await runGitLab(pipeline, machine);
    expect({ failed, written }).toEqual({ failed: "gate", written: expect.stringMatching(says) });
    expect(await machine.calls()).not.toContainEqual(expect.stringMatching(up));
    if (code !== 64) await expectReports(machine);
  });

  test("an export of the stack that fails is the end, and the gate is not asked", async () => {
    const machine = await machineOf(failedExport);
    const { failed, written } = await runGitLab(pipeline, machine);
    expect({ failed, written }).toEqual({ failed: "gate", written: expect.not.stringMatching(/Stopped|Failed/) });
    expect(await machine.calls()).not.toContainEqual(expect.stringMatching(up));
  });

  test("the gate's failure lets nothing through, and its report is kept", () => {
    expect(pipeline.gate).not.toHaveProperty("allow_failure");
    expect(pipeline.gate.artifacts).toMatchObject({ when: "always", reports: { junit: "reports/exports.xml" } });
    expect(pipeline.up).toMatchObject({ needs: ["gate"], resource_group: "workmail-tear-down" });
  });
});

async function expectReports({ project }: Machine): Promise<void> {
  expect(await readFile(join(project, "reports/exports.html"), "utf8")).toContain(organizationId);
  expect(await readFile(join(project, "reports/exports.xml"), "utf8")).toContain("<testsuites");
}
