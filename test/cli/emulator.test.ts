import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ListMailboxExportJobsCommand, WorkMailClient } from "@aws-sdk/client-workmail";
import { type CliOutcome, runCli } from "../support/runCli";

const ROOT = resolve(__dirname, "../..");
const NOW = "2026-11-24T12:00:00Z";
const ORGANIZATION = "m-0123456789abcdef0123456789abcdef";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "workmail-exports-cli-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function seedFile(content: string): Promise<string> {
  const file = join(directory, `seed-${Math.random()}.json`);
  await writeFile(file, content);
  return file;
}

const validSeed = JSON.stringify({
  organizations: [
    {
      organizationId: ORGANIZATION,
      jobs: [{ jobId: "job-1", entityId: "S-1-1-11-1111111111-1001", startTime: "2026-11-20T10:00:00Z" }],
    },
  ],
});

/** Runs a command line in this process. `meanwhile` sees what is on stdout before the command is told to stop. */
async function cli(
  args: readonly string[],
  meanwhile: (stdout: string) => unknown = () => undefined,
): Promise<CliOutcome> {
  let stdout = "";
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((settle) => {
    stop = settle;
  });
  return runCli(args, {
    stdout: (text) => {
      stdout += text;
      if (!stdout.includes("Ctrl-C")) return;
      Promise.resolve(meanwhile(stdout)).finally(stop);
    },
    now: () => new Date(NOW),
    untilStopped: () => stopped,
  });
}

function list(stdout: string, OrganizationId: string) {
  const [, endpoint = ""] = /AWS_ENDPOINT_URL_WORKMAIL=(\S+)/.exec(stdout) ?? [];
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new WorkMailClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
  return client.send(new ListMailboxExportJobsCommand({ OrganizationId })).finally(() => client.destroy());
}

describe("workmail-exports emulator", () => {
  test("serves a sample organization, whose id and URL it prints", async () => {
    let listed: number | undefined;
    const outcome = await cli(["emulator"], async (stdout) => {
      const [, organizationId = ""] = /^ {2}(m-[0-9a-f]{32}) {2}Active, 40 jobs, 30 mailboxes$/m.exec(stdout) ?? [];
      listed = (await list(stdout, organizationId)).Jobs?.length;
    });
    expect(listed).toBe(40);
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    const url = /http:\/\/127\.0\.0\.1:\d+/g;
    expect(outcome.stdout.replace(url, "URL").replace(/m-[0-9a-f]{32}/g, "ORGANIZATION")).toMatchInlineSnapshot(`
"WorkMail emulator on URL

Organizations:
  ORGANIZATION  Active, 40 jobs, 30 mailboxes

Point a client at it (any credentials will do):
  export AWS_ENDPOINT_URL_WORKMAIL=URL
  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
  export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  aws workmail list-mailbox-export-jobs --organization-id ORGANIZATION
  aws workmail list-users --organization-id ORGANIZATION

Ctrl-C stops it.
"
`);
  });

  test("serves the organizations of a seed file", async () => {
    let listed: unknown;
    const { exitCode } = await cli(["emulator", "--seed", await seedFile(validSeed)], async (stdout) => {
      listed = (await list(stdout, ORGANIZATION)).Jobs?.map(({ JobId }) => JobId);
    });
    expect([exitCode, listed]).toEqual([0, ["job-1"]]);
  });

  test("begins at the time it is given", async () => {
    let listed: unknown;
    const args = ["emulator", "--seed", await seedFile(validSeed), "--now", "2026-11-28T10:00:00Z"];
    await cli(args, async (stdout) => {
      listed = (await list(stdout, ORGANIZATION)).Jobs;
    });
    expect(listed).toEqual([]);
  });

  test("counts the mailboxes of a seed as they are at its time, where the seed says who there is", async () => {
    const idOf = (digit: string) => `m-${digit.repeat(32)}`;
    const users = [
      { id: "S-1-1-11-1001" },
      { id: "S-1-1-11-1002", state: "DISABLED", disabledDate: "2026-10-25T12:00:00Z" },
      { id: "S-1-1-11-1003", userRole: "SYSTEM_USER" },
    ];
    const organizations = [
      { organizationId: idOf("a"), users, resources: [{ id: "S-1-1-11-2001" }] },
      { organizationId: idOf("b"), state: "Deleted" },
      { organizationId: idOf("c"), resources: [] },
    ];
    const file = await seedFile(JSON.stringify({ organizations }));
    const rows = async (now: string) =>
      (await cli(["emulator", "--seed", file, "--now", now])).stdout.match(/^ {2}m-.*$/gm);
    expect(await rows("2026-11-24T12:00:00Z")).toEqual([
      `  ${idOf("a")}  Active, 0 jobs, 3 mailboxes`,
      `  ${idOf("b")}  Deleted, 0 jobs`,
      `  ${idOf("c")}  Active, 0 jobs, 0 mailboxes`,
    ]);
    expect((await rows("2026-11-24T12:00:01Z"))?.[0]).toBe(`  ${idOf("a")}  Active, 0 jobs, 2 mailboxes`);
  });

  test("says so if there is no organization", async () => {
    const { stdout } = await cli(["emulator", "--seed", await seedFile('{"organizations":[]}')]);
    expect(stdout).toContain("It has no organizations.");
    expect(stdout).not.toContain("undefined");
  });
});

describe("a wrong command line ends with 64, one error on stderr and nothing on stdout", () => {
  test.each([
    [["emulatr"], "error: unknown command 'emulatr'\n(Did you mean emulator?)"],
    [["emulator", "--prt", "1"], "error: unknown option '--prt'\n(Did you mean --port?)"],
    [["emulator", "now"], "error: too many arguments for 'emulator'"],
    [["emulator", "--port"], "error: option '--port <n>' argument missing"],
    [["emulator", "--port", "http"], "argument 'http' is invalid. It must be a whole number from 0 to 65535."],
    [["emulator", "--port", "65536"], "argument '65536' is invalid."],
    [["emulator", "--port", "-1"], "argument '-1' is invalid."],
    [["emulator", "--port", "1e3"], "argument '1e3' is invalid."],
    [["emulator", "--now", "noon"], "argument 'noon' is invalid. It must be an RFC 3339 time"],
    [["emulator", "--seed", "/nowhere/seed.json"], "error: cannot use the seed file /nowhere/seed.json:\n  ENOENT"],
  ])("%j", async (args, message) => {
    const { exitCode, stdout, stderr } = await cli(args);
    expect(stderr).toContain(message);
    expect(stderr.match(/error:/g)).toHaveLength(1);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect([exitCode, stdout]).toEqual([64, ""]);
  });

  test("no command at all shows the help", async () => {
    const { exitCode, stdout, stderr } = await cli([]);
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toContain("Usage: workmail-exports");
  });

  test("a seed file that is none shows everything that is wrong with it", async () => {
    const file = await seedFile('{"organizations":[{"organizationId":"m-1","jobs":{}}],"clock":1}');
    const { exitCode, stderr } = await cli(["emulator", "--seed", file]);
    expect(exitCode).toBe(64);
    expect(stderr).toBe(
      [
        `error: cannot use the seed file ${file}:`,
        "  clock: is not known here; known are organizations, got 1",
        '  organizations[0].organizationId: Member must have length greater than or equal to 34, got "m-1"',
        "  organizations[0].jobs: must be a list, got {}",
        "",
      ].join("\n"),
    );
  });

  test("a seed file that is no JSON", async () => {
    const { exitCode, stderr } = await cli(["emulator", "--seed", await seedFile("organizations: []")]);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/^error: cannot use the seed file .*:\n {2}seed: must be JSON: /);
  });
});

test.each([["--help"], ["--version"], ["emulator", "--help"]])("%s goes to stdout and ends with 0", async (...args) => {
  const { exitCode, stdout, stderr } = await cli(args);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).not.toBe("");
});

describe("as a process", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  function spawned(...args: string[]) {
    const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "provider/cli/main.ts", ...args], {
      cwd: ROOT,
      env: { ...process.env, TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: ROOT }) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      output.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output.stderr += chunk;
    });
    return { child, output, exited: once(child, "close") };
  }

  async function untilListening({ child, output }: ReturnType<typeof spawned>): Promise<string> {
    while (!output.stdout.includes("Ctrl-C")) {
      if (child.exitCode !== null) throw new Error(`ended early: ${output.stderr}`);
      await new Promise((settle) => setTimeout(settle, 20));
    }
    return output.stdout;
  }

  test.each(["SIGINT", "SIGTERM"] as const)("%s closes it, with exit status 0", async (signal) => {
    const process = spawned("emulator");
    const stdout = await untilListening(process);
    expect((await list(stdout, `m-${"5a".repeat(16)}`)).Jobs).toHaveLength(40);
    process.child.kill(signal);
    expect(await process.exited).toEqual([0, null]);
    expect(process.output.stderr).toBe("");
  });

  test("a port that is in use is an error with exit status 70", async () => {
    const first = await untilListening(spawned("emulator"));
    const [, port = ""] = /127\.0\.0\.1:(\d+)/.exec(first) ?? [];
    const second = spawned("emulator", "--port", port);
    expect(await second.exited).toEqual([70, null]);
    expect(second.output).toEqual({
      stdout: "",
      stderr: `error: cannot listen on 127.0.0.1:${port}: the port is in use; give another one with --port, or 0 for a free one\n`,
    });
  });

  test("help loads neither the emulator nor Pulumi nor an SDK", async () => {
    const script = `
      const { run } = require("./provider/cli/run");
      const host = { stdout() {}, stderr() {}, now: () => new Date(), untilStopped: () => new Promise(() => {}) };
      run(["--help"], host).then(() => console.log(Object.keys(require.cache).join("\\n")));`;
    const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", script], {
      cwd: ROOT,
      env: { ...process.env, TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: ROOT }) },
    });
    children.push(child);
    let loaded = "";
    child.stdout.on("data", (chunk) => {
      loaded += chunk;
    });
    await once(child, "close");
    expect(loaded).toContain(join(ROOT, "provider/cli/run.ts"));
    expect(loaded).not.toMatch(/provider\/emulator\/|@pulumi|@aws-sdk/);
  });
});
