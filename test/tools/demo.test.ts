import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { scripts } from "../../package.json";
import { organizationId, workMailWith } from "../support/organization";

jest.setTimeout(120_000);

const CHECKOUT = resolve(__dirname, "..", "..");

interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it left in the temporary folder and beside Pulumi.yaml. */
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
  const besideProject = (await readdir(CHECKOUT)).filter((name) => name.startsWith(`Pulumi.demo-${child.pid}`));
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
  test("the life of a stack, in order, with what moved in WorkMail and figures that add up", async () => {
    const { exitCode, stdout, stderr, left } = await demo([]);
    expect({ exitCode, stderr, left }).toEqual({ exitCode: 0, stderr: "", left: [] });
    expect(titlesOf(stdout)).toEqual([
      "1. The first preview",
      "2. The update",
      "3. Four hours pass in WorkMail",
      "4. A preview shows what moved on",
      "5. The update takes it in",
      "6. Ten minutes later nothing is new, and nothing is to do",
      "7. One more hour passes",
      "8. A refresh without the program",
      "9. The end",
    ]);

    expect(stepOf(stdout, 1)).toMatch(/^ +total {4}: 297$/m);
    expect(stepOf(stdout, 1)).toContain("21 requests: 6 pages and 15 details");
    expect(stepOf(stdout, 2)).toMatch(/errorInfo: "[A-Z].*"\n/);
    expect(stepOf(stdout, 3)).toContain("1 export failed, 3 completed, 1 started.");

    const drift = stepOf(stdout, 4);
    expect(drift.match(/~ state {7}: "RUNNING" => "COMPLETED"/g)).toHaveLength(3);
    expect(drift.match(/~ state {7}: "RUNNING" => "FAILED"/g)).toHaveLength(1);
    expect(drift.match(/\+ state {7}: "RUNNING"/g)).toHaveLength(1);
    expect(drift).toMatch(/~ total {4}: 297 => 298/);
    expect(drift).toMatch(/[\d,]+ lines left out/);
    expect(drift.split("\n").length).toBeLessThan(70);
    expect(stepOf(stdout, 5)).toContain('errorInfo: "Access to the KMS key was denied."');
    expect(stepOf(stdout, 6)).toContain("2 unchanged");

    expect(stepOf(stdout, 7)).toContain("3 exports completed.");
    expect(stepOf(stdout, 8).match(/~ state {7}: "RUNNING" => "COMPLETED"/g)).toHaveLength(3);
    expect(stepOf(stdout, 8)).toContain("3 requests: 3 pages;");
    expect(stepOf(stdout, 9)).toContain("no request");

    const requests = [...stdout.matchAll(/; ([\d,]+) requests: /g)].map(([, text = ""]) =>
      Number(text.replace(",", "")),
    );
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
