import { type Emulator, ManualClock, sampleOrganization, start } from "../../provider/emulator";
import { builtCommand, environmentFor, runProgram } from "../support/builtCommand";
import { organizationId } from "../support/organization";

// The command before readers that stop, streams that are closed, and disks that are full, in a real shell.

const now = "2026-11-24T12:00:00Z";

let emulator: Emulator;
beforeAll(async () => {
  const organization = sampleOrganization({ organizationId, jobs: 2000, mailboxes: 1400, now: new Date(now) });
  emulator = await start({ seed: { organizations: [organization] }, clock: new ManualClock(now) });
});
afterAll(() => emulator.close());

/** Runs a script in bash, in which `exports` is our command; each status of its last pipeline comes last, on stdout. */
async function inShell(script: string) {
  const quoted = [process.execPath, builtCommand].map((word) => `'${word}'`).join(" ");
  const whole = `set -o pipefail\nexports() { ${quoted} "$@"; }\n${script}\necho "status \${PIPESTATUS[*]}"`;
  const { stdout, stderr } = await runProgram(["bash", "--norc", "--noprofile", "-c", whole], {
    env: environmentFor(emulator.url),
  });
  const [, printed = "", statuses = ""] = /^([\s\S]*)status ([\d ]+)\n$/.exec(stdout) ?? [];
  return { stdout: printed, stderr, statuses: statuses.split(" ").map(Number) };
}

const asked = `--organization-id ${organizationId}`;
const isNoCrash = /^(?![\s\S]*(\n {4}at |node:|Uncaught|Unhandled))/;

describe("a reader that stops is no failure", () => {
  test.each(["table", "json", "ndjson", "csv", "markdown", "junit", "html"])("of a list in %s", async (format) => {
    const { stdout, stderr, statuses } = await inShell(`exports list ${asked} --format ${format} | head -1`);
    expect(stdout.split("\n")).toHaveLength(2);
    expect([stderr, statuses]).toEqual(["", [0, 0]]);
  });

  test("of a list of which nothing is read at all", async () => {
    const { stdout, stderr, statuses } = await inShell(`exports list ${asked} --format json | true`);
    expect([stdout, stderr, statuses]).toEqual(["", "", [0, 0]]);
  });

  test("of a coverage, which still exits with its verdict", async () => {
    const { stdout, stderr, statuses } = await inShell(`exports coverage ${asked} --format csv | head -1`);
    expect(stdout).toMatch(/^"organizationId"/);
    expect([stderr, statuses]).toEqual(["", [1, 0]]);
  });

  test("of help", async () => {
    const { stderr, statuses } = await inShell("exports gate --help | head -1");
    expect([stderr, statuses]).toEqual(["", [0, 0]]);
  });

  test("of stderr: the requests of --debug", async () => {
    const { stdout, statuses } = await inShell(`exports list ${asked} --page-size 1 --debug 2>&1 >/dev/null | head -1`);
    expect(stdout).toMatch(/^debug: ListMailboxExportJobs /);
    expect(statuses).toEqual([0, 0]);
  });
});

describe("a stream that is closed", () => {
  test("stderr: the answer comes, and its exit code", async () => {
    const { stdout, statuses } = await inShell(`exports coverage ${asked} --debug --format csv 2>&-`);
    expect(stdout.split("\r\n")).toHaveLength(1402);
    expect(statuses).toEqual([1]);
  });

  test("stderr: what is wrong ends with 64, unsaid", async () => {
    const { stdout, statuses } = await inShell("exports list --organization-id m-1 2>&-");
    expect([stdout, statuses]).toEqual(["", [64]]);
  });

  test("stdout: nothing else is written in its place, and the exit code is the verdict", async () => {
    const { stderr, statuses } = await inShell(`exports coverage ${asked} --format csv >&-`);
    expect([stderr, statuses]).toEqual(["", [1]]);
  });

  test("all three", async () => {
    const { statuses } = await inShell(`exports coverage ${asked} <&- >&- 2>&-`);
    expect(statuses).toEqual([1]);
  });
});

describe("a full disk is a failure that is said", () => {
  test.each([
    [`list ${asked} --format json`],
    [`list ${asked}`],
    [`coverage ${asked} --format csv`],
    [`gate ${asked} --exit-zero`],
    [`coverage ${asked} --format terraform </dev/null`],
    ["--help"],
  ])("on stdout: %s", async (args) => {
    const { stderr, statuses } = await inShell(`exports ${args} >/dev/full`);
    const errors = stderr.split("\n").filter((line) => !line.startsWith("note: "));
    expect(errors).toEqual(["error: cannot write to stdout: ENOSPC: no space left on device, write", ""]);
    expect(statuses).toEqual([70]);
  });

  test("on stderr: the answer comes, and the exit code says that something was not written", async () => {
    const { stdout, statuses } = await inShell(`exports list ${asked} --debug --format csv 2>/dev/full`);
    expect(stdout.split("\r\n")).toHaveLength(2002);
    expect(statuses).toEqual([70]);
  });

  test("on both: the exit code alone is left", async () => {
    const { stdout, statuses } = await inShell(`exports list ${asked} --debug >/dev/full 2>&1`);
    expect([stdout, statuses]).toEqual(["", [70]]);
  });

  test("in a file of --output: the answer comes all the same, and the exit code says it", async () => {
    const args = `list ${asked} --format csv --output json=/dev/full`;
    const { stdout, stderr, statuses } = await inShell(`exports ${args}`);
    expect(stdout.split("\r\n")).toHaveLength(2002);
    expect(statuses).toEqual([70]);
    expect(stderr).toMatch(/^error: cannot write \/dev\/full: ENOSPC: no space left on device, write\n$/);
  });

  test("in a file of --output whose name tells no format, which is a usage error as for any other", async () => {
    const { stdout, stderr, statuses } = await inShell(`exports list ${asked} --output /dev/full`);
    expect([stdout, statuses]).toEqual(["", [64]]);
    expect(stderr).toMatch(/of \/dev\/full the format cannot be told/);
    expect(stderr).toMatch(isNoCrash);
  });
});
