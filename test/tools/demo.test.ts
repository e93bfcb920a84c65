import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { scripts } from "../../package.json";
import { organizationId, workMailWith } from "../support/organization";

jest.setTimeout(120_000);

const CHECKOUT = resolve(__dirname, "..", "..");
const PROJECTS = [".", "examples/guard"];

interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it left in the temporary folder and beside each Pulumi.yaml. */
  readonly left: readonly string[];
}

interface Run {
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process whenever it has printed something. */
  readonly meanwhile?: (stdout: string, child: ChildProcess) => void;
}

/** Runs the command of `npm start`, with a temporary folder of its own. */
async function demo(args: readonly string[], { env = {}, meanwhile = () => undefined }: Run = {}): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "demo-test-"));
  const [, ...command] = scripts.start.split(" ");
  const child = spawn(process.execPath, [...command, ...args], {
    cwd: CHECKOUT,
    env: { ...process.env, TMPDIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    meanwhile(stdout, child);
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const [exitCode]: (number | null)[] = await once(child, "close");
  const projects = await Promise.all(PROJECTS.map((project) => readdir(join(CHECKOUT, project))));
  const besideProject = projects.flat().filter((name) => name.startsWith(`Pulumi.demo-${child.pid}`));
  const left = [...(await readdir(folder)).filter((name) => name.startsWith("workmail-exports-")), ...besideProject];
  await rm(folder, { recursive: true, force: true });
  return { exitCode: exitCode ?? null, stdout, stderr, left };
}

function titlesOf(stdout: string): string[] {
  return stdout.split("\n").filter((line) => /^\d+\. /.test(line));
}

/** The text of one step, from its title to the next. */
function stepOf(stdout: string, number: number): string {
  return stdout.split(/^(?=\d+\. |In total)/m).find((part) => part.startsWith(`${number}. `)) ?? "";
}

describe("without options", () => {
  test("the exit of an organization, in order, with what happened in WorkMail and figures that add up", async () => {
    const { exitCode, stdout, stderr, left } = await demo([]);
    expect({ exitCode, stderr, left }).toEqual({ exitCode: 0, stderr: "", left: [] });
    expect(titlesOf(stdout)).toEqual([
      "1. The first preview",
      "2. The update",
      "3. Four hours later, a preview shows what moved on",
      "4. An update takes it in",
      "5. Ten minutes later nothing is new",
      "6. Six days later the stack still knows",
      "7. Somebody destroys the stack, too early",
      "8. The last exports",
      "9. The verdict turns",
      "10. Now the destroy passes",
    ]);
    expect(stdout.split("\n").length).toBeLessThan(160);

    expect(stepOf(stdout, 1)).toMatch(/^ +verdict +: "incomplete"$/m);
    expect(stepOf(stdout, 1)).toMatch(/^ +remembered: 297$/m);
    expect(stepOf(stdout, 1)).toContain("10 requests: 6 for jobs, 3 for users, 1 for resources; ");

    const drift = stepOf(stdout, 3);
    expect(drift).toContain("1 export failed, 3 completed, and an administrator has started 4 more.");
    expect(drift.match(/~ state {7}: "RUNNING" => "COMPLETED"/g)).toHaveLength(1);
    expect(drift.match(/~ state {7}: "RUNNING" => "FAILED"/g)).toHaveLength(1);
    expect(drift.match(/\+ state {7}: "RUNNING"/g)).toHaveLength(1);
    expect(drift).toContain("… 5 more"); // 8 in all
    expect(drift.match(/~ \S+@example.com +: "missing" => "running"/g)).toHaveLength(4);
    expect(drift).toMatch(/~ remembered: 297 => 301/);
    expect(drift).toMatch(/[\d,]+ lines cut/);
    expect(stepOf(stdout, 5)).toContain("5 unchanged");

    expect(stepOf(stdout, 6)).toMatch(/^ +remembered: 301$/m);
    expect(stepOf(stdout, 6)).toMatch(/WorkMail lists \d\d jobs, and the stack remembers 301\./);
    const refused = stepOf(stdout, 7);
    expect(refused).toMatch(/error: Refused, to save mail: .* are incomplete: of 240 mailboxes 44 /);
    expect(refused).toContain("… 8 more");
    expect(refused).toContain("and 34 more");
    expect(refused).toMatch(/Exit code [1-9]\d*\. All 5 resources are still there\./);

    expect(stepOf(stdout, 8)).toContain("The 44 mailboxes in the output `open` are exported, ten at a time: 5 waves.");
    expect(stepOf(stdout, 9)).toMatch(/~ verdict {3}: "incomplete" => "complete"/);
    expect(stepOf(stdout, 9)).toMatch(/~ remembered: 301 => 345/);
    expect(stepOf(stdout, 10)).toContain("- 5 deleted");
    expect(stdout).toContain("Pulumi only read in WorkMail; the 48 exports were started without it.");

    expect(stdout).not.toContain("for StartMailboxExportJob"); // those of the administrator are not Pulumi's
    const requests = [...stdout.matchAll(/; ([\d,]+) requests?: /g)].map(([, text = ""]) =>
      Number(text.replace(",", "")),
    );
    expect(requests).toHaveLength(11);
    expect(requests.at(-1)).toBe(requests.slice(0, -1).reduce((sum, count) => sum + count, 0));
  });

  test("plain text in a file, in which the demonstration's own lines fit 80 columns", async () => {
    const { stdout } = await demo(["--help"], { env: { FORCE_COLOR: "0" } });
    expect(stdout).toContain("Usage: npm start -- [options]");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("Ctrl-C in the middle of a step ends it, and leaves nothing", async () => {
    let isAsked = false;
    const { exitCode, stdout, stderr, left } = await demo([], {
      meanwhile(text, child) {
        if (isAsked || !text.includes("$ pulumi up")) return;
        isAsked = true;
        child.kill("SIGINT");
      },
    });
    expect({ exitCode, left }).toEqual({ exitCode: 130, left: [] });
    expect(stderr).toBe("\nstopped; temporary folders are removed and nothing is left running\n");
    expect(titlesOf(stdout)).toHaveLength(2);
  });
});

describe("with an organization", () => {
  const credentials = { AWS_ACCESS_KEY_ID: "AKIDOFTHEUSER", AWS_SECRET_ACCESS_KEY: "dummy" };

  test("a preview with the user's own credentials, and nothing else", async () => {
    const { emulator } = await workMailWith(25);
    const args = ["--organization-id", organizationId, "--region", "eu-west-1", "--endpoint", emulator.url];
    const { exitCode, stdout, stderr, left } = await demo(args, { env: credentials });
    expect({ exitCode, stderr, left }).toEqual({ exitCode: 0, stderr: "", left: [] });
    expect(titlesOf(stdout)).toEqual(["1. A preview of your organization"]);
    expect(stdout).toMatch(/^ +total {4}: 25$/m);
    expect(stdout).toMatch(/^ +region +: "eu-west-1"$/m);
    expect(stdout).toContain("errorInfo:");
    expect(new Set(emulator.requests.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(["AKIDOFTHEUSER"]));
    expect(new Set(emulator.requests.map(({ region }) => region))).toEqual(new Set(["eu-west-1"]));
  });

  test("one that is not there: what the engine says of it, and an error", async () => {
    const { emulator } = await workMailWith(1);
    const unknown = "m-fedcba9876543210fedcba9876543210";
    const args = ["--organization-id", unknown, "--region", "us-east-1", "--endpoint", emulator.url];
    const { exitCode, stdout, stderr, left } = await demo(args, { env: credentials });
    expect({ exitCode, left }).toEqual({ exitCode: 70, left: [] });
    expect(stdout).toContain(`There is no organization ${unknown} in us-east-1`);
    expect(stdout).not.toContain("In total");
    expect(stderr).toMatch(/^\nerror: pulumi preview ended with exit code \d+; what it said stands above\n$/);
  });
});

describe("a wrong command line is one error with exit code 64, and nothing is started", () => {
  test.each([
    [["--organization-id", "x"], "argument 'x' is invalid. It must be m- and 32 hexadecimal digits"],
    [["--organization-id", organizationId, "--endpoint", "here"], "argument 'here' is invalid. It must be a URL"],
    [["--region", "us-east-1"], "error: option '--region' is of use with --organization-id only"],
    [["--organisation-id", organizationId], "error: unknown option '--organisation-id'"],
    [["now"], "error: too many arguments"],
  ])("%j", async (args, message) => {
    const { exitCode, stdout, stderr, left } = await demo(args);
    expect({ exitCode, stdout, left }).toEqual({ exitCode: 64, stdout: "", left: [] });
    expect(stderr).toContain(message);
    expect(stderr.match(/error:/g)).toHaveLength(1);
  });
});
