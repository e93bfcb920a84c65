import { start } from "../../provider/emulator";
import { organizationId, workMailWith } from "../support/organization";
import { type Outcome, openStack, type TestStack, UNKNOWN } from "./support";

jest.setTimeout(180_000);

const stacks: TestStack[] = [];
afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.dispose();
});

async function stackOf(program: string, endpoint: string, config: Record<string, string> = {}): Promise<TestStack> {
  const values = Object.entries({ organizationId, ...config }).map(([key, value]) => [key, { value }]);
  const stack = await openStack({
    program: `test/engine/programs/${program}.ts`,
    config: Object.fromEntries(values),
    env: { AWS_ENDPOINT_URL_WORKMAIL: endpoint },
  });
  stacks.push(stack);
  return stack;
}

const operations = ({ changes }: Outcome) => changes.map(({ op, name }) => `${op} ${name}`);

describe("MailboxExportJobs", () => {
  test("lives: known in preview, typed after up, drift as a diff of what changed, refresh, destroy", async () => {
    const { emulator, clock } = await workMailWith(25);
    const stack = await stackOf("resource", emulator.url);

    const preview = await stack.preview();
    expect(operations(preview)).toEqual(["create exports"]);
    expect(preview.outputs).toMatchObject({ region: "us-east-1", running: expect.any(Number) });
    expect(preview.outputs["jobIds"]).toHaveLength(25);

    const up = await stack.up();
    expect(up.outputs).toEqual(preview.outputs);
    expect(up.stackOutputs["running"]).toEqual({ value: preview.outputs["running"], secret: false });
    await stack.preview({ expectNoChanges: true });

    const before = await stack.exportState();
    clock.advance({ hours: 12 });
    const drift = await stack.preview();
    expect(operations(drift)).toEqual(["update exports"]);
    expect(drift.text).toContain("[diff: ~jobsById]");
    const unexpected = await stack.attempt("preview", { expectNoChanges: true });
    expect(unexpected.ok).toBe(false);

    const refresh = await stack.refresh();
    expect(operations(refresh)).toEqual(["refresh exports"]);
    expect((await stack.exportState()).resource("exports").outputs).not.toEqual(before.resource("exports").outputs);

    expect(operations(await stack.preview())).toEqual(["same exports"]);
    await stack.up();
    await stack.destroy();
    expect((await stack.exportState()).resources).toEqual([]);
  });

  test("a job that moved on shows as a change of that job's fields alone", async () => {
    const oneOfTwo = [
      {
        jobId: "done",
        entityId: "entity-0000001",
        startTime: "2026-11-23T00:00:00Z",
        end: { state: "COMPLETED" as const, afterSeconds: 60 },
      },
      {
        jobId: "runs",
        entityId: "entity-0000002",
        startTime: "2026-11-24T11:00:00Z",
        end: { state: "COMPLETED" as const, afterSeconds: 7200 },
      },
    ];
    const { emulator, clock } = await workMailWith(oneOfTwo);
    const stack = await stackOf("resource", emulator.url);
    await stack.up();
    clock.advance({ minutes: 30 });
    // Only progress moved, and that is not kept.
    await stack.preview({ expectNoChanges: true });
    clock.advance({ hours: 2 });
    const { stdout } = await stack.cli("preview", "--diff");
    const changed = stdout
      .split("\n")
      .filter((line) => /^\s*[~+-] (state|endTime|jobsById|done|runs)\b/.test(line))
      .map((line) => line.trim());
    expect(changed).toEqual([
      expect.stringMatching(/^~ jobsById\s*: \{$/),
      expect.stringMatching(/^~ runs\s*: \{$/),
      expect.stringMatching(/^\+ endTime\s*: "2026-11-24T13:00:00.000Z"$/),
      expect.stringMatching(/^~ state\s*: "RUNNING" => "COMPLETED"$/),
    ]);
  });

  test("an organization that the same update creates: unknown in preview and nothing sent, read in up", async () => {
    const { emulator } = await workMailWith(7);
    const stack = await stackOf("organization", emulator.url);
    const preview = await stack.preview();
    expect(preview.outputs).toEqual({ ofResource: UNKNOWN, ofFunction: UNKNOWN });
    expect(emulator.requests).toEqual([]);
    const up = await stack.up();
    expect(up.outputs).toEqual({ ofResource: 7, ofFunction: 7 });
    await stack.preview({ expectNoChanges: true });
  });

  test("another organization, and another region, is a replacement", async () => {
    const { emulator } = await workMailWith(3);
    const other = "m-fedcba9876543210fedcba9876543210";
    const stack = await stackOf("resource", emulator.url);
    await stack.up();
    stack.setEnv({ AWS_REGION: "eu-west-1" });
    const moved = await stack.preview();
    expect(moved.changes.map(({ op }) => op)).toContain("replace");
    stack.setEnv({ AWS_REGION: "us-east-1" });
    const unlike = await start({ seed: { organizations: [{ organizationId: other }] } });
    try {
      stack.setEnv({ AWS_ENDPOINT_URL_WORKMAIL: unlike.url });
      await stack.stack.setConfig("organizationId", { value: other });
      const replaced = await stack.up();
      expect(replaced.changes.map(({ op }) => op)).toContain("replace");
      expect((await stack.exportState()).resource("exports")).toMatchObject({ id: `us-east-1/${other}` });
    } finally {
      await unlike.close();
    }
  });

  test("aws:region of the stack goes before the environment, and is kept for the refresh", async () => {
    const { emulator } = await workMailWith(3);
    const stack = await stackOf("resource", emulator.url, { "aws:region": "eu-west-1" });
    expect((await stack.up()).outputs["region"]).toBe("eu-west-1");
    await stack.stack.setConfig("aws:region", { value: "us-west-2" });
    await stack.refresh();
    expect(new Set(emulator.requests.map(({ region }) => region))).toEqual(new Set(["eu-west-1"]));
  });

  test("the state holds no credential and no path, and a thin provider that names the public entry alone", async () => {
    const { emulator } = await workMailWith(3);
    const stack = await stackOf("resource", emulator.url);
    const credential = "ACREDENTIALOFTHETEST";
    stack.setEnv({ AWS_ACCESS_KEY_ID: credential, AWS_SECRET_ACCESS_KEY: credential });
    await stack.up();
    const { inputs, outputs } = (await stack.exportState()).resource("exports");
    const text = JSON.stringify([inputs, outputs]);
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) {
      expect(stack.stack.workspace.envVars[name]).toBe("ACREDENTIALOFTHETEST");
    }
    for (const never of ["ACREDENTIALOFTHETEST", stack.folder, process.cwd(), "node_modules", "file:"]) {
      expect(text).not.toContain(never);
    }
    const code = String(inputs?.["__provider"]);
    expect(code.length).toBeLessThan(1500);
    expect(code.match(/"[^"]*"/g)).toEqual([
      '"mailboxExportJobs"',
      '"node:module"',
      '"node:path"',
      '"index.js"',
      '"pulumi-workmail-exports/dynamic"',
      '"\\n"',
      '""',
      '""',
    ]);
  });
});

describe("an error", () => {
  const denied = {
    kind: "error" as const,
    code: "AccessDeniedException",
    message: "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: workmail:ListMailboxExportJobs",
    times: 99,
  };

  test("from WorkMail reaches the screen as one readable message, in preview and in refresh", async () => {
    const { emulator } = await workMailWith(3);
    const stack = await stackOf("resource", emulator.url);
    await stack.up();
    const before = await stack.exportState();
    emulator.inject(denied);

    const preview = await stack.attempt("preview");
    expect(preview.ok).toBe(false);
    const said = preview.diagnostics.filter(({ severity }) => severity === "error");
    expect(said).toHaveLength(1);
    expect(said[0]?.message).toMatch(
      /resource 'exports' has a problem: ListMailboxExportJobs for organization m-[0-9a-f]{32} in us-east-1 failed: AccessDenied[\s\S]*Allow workmail:ListMailboxExportJobs on arn:aws:workmail:us-east-1:\*:organization\/m-/,
    );
    expect(preview.text).not.toMatch(/^\s+at /m);

    const refresh = await stack.attempt("refresh");
    expect(refresh.ok).toBe(false);
    expect(refresh.text).toContain("Allow workmail:ListMailboxExportJobs on");
    expect(refresh.text).not.toMatch(/^\s+at /m);
    expect((await stack.exportState()).resource("exports").outputs).toEqual(before.resource("exports").outputs);
  });

  test("in the arguments names all of them, before anything is sent", async () => {
    const { emulator } = await workMailWith(3);
    const stack = await openStack({
      files: {
        "index.ts": `
          import { MailboxExportJobs } from "pulumi-workmail-exports";
          const args = { organizationId: "m-1", pageSize: 0, states: ["FAILED"] };
          new MailboxExportJobs("exports", args);
        `,
      },
      env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
    });
    stacks.push(stack);
    const { ok, text } = await stack.attempt("preview");
    expect(ok).toBe(false);
    expect(text).toContain("organizationId must be a WorkMail organization id");
    expect(text).toContain("pageSize must be a whole number from 1 to 100; got 0");
    expect(text).toContain("states is not an argument here");
    expect(emulator.requests).toEqual([]);
  });
});
