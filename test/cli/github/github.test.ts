import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { annotation } from "../../../provider/cli/github/annotation";
import { annotationsOf } from "../../../provider/cli/github/annotationsOf";
import { ManualClock, start } from "../../../provider/emulator";
import { coverageAnswer, listAnswer, organizationCoverage } from "../../support/answers";
import { withAwsEnvironment } from "../../support/organization";
import { runCli } from "../../support/runCli";
import { world } from "../golden/world";

withAwsEnvironment({ AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "dummy", AWS_REGION: "us-east-1" });

/** A command as the runner reads it, of one line: what it is, its properties, and its message. */
function readBack(line: string): { level: string | undefined; title: string | undefined; message: string | undefined } {
  const [, level, properties = "", data] = /^::(\w+)(?: ([^:]*))?::(.*)$/s.exec(line) ?? [];
  const decode = (text: string | undefined) =>
    text
      ?.replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%25", "%");
  const [, title] = /^title=([^,]*)$/.exec(properties) ?? [];
  return { level, title: decode(title), message: decode(data) };
}

test("whatever is in an annotation, it is one line, and is read back as it was", () => {
  const text = fc.string({ unit: fc.constantFrom("%", ":", ",", "\n", "\r", "::error::", "25", "0A", "a", " ", "é") });
  fc.assert(
    fc.property(text, text, (title, message) => {
      const line = annotation("warning", title, message);
      expect(line.slice(0, -1)).not.toMatch(/[\r\n]/);
      // The runner decodes what it encodes; a text that looks encoded already is kept apart by its %25.
      expect(readBack(line.slice(0, -1))).toEqual({ level: "warning", title, message });
    }),
  );
});

test("each finding is an annotation: what is missing an error, what is unknown a warning, what is to be known a notice", () => {
  const lines = annotationsOf(coverageAnswer());
  expect(lines.map((line) => readBack(line.trimEnd())).map(({ level }) => level)).toEqual([
    "error",
    "error",
    "error",
    "error",
    "error",
    "warning",
    "notice",
    "notice",
    "notice",
    "notice",
  ]);
  expect(lines.join("")).toContain("title=No export of the mailbox is known::erik@example.com (m-0123456789abcdef");
});

test("of each level there are no more than GitHub shows, and the last says how many more there are", () => {
  const roster = Array.from({ length: 25 }, (_each, index) => ({
    entityId: `entity-${index}`,
    kind: "user" as const,
    state: "ENABLED",
    userRole: "USER",
  }));
  const lines = annotationsOf(
    coverageAnswer({ organizations: [organizationCoverage({ roster, jobs: [], rules: {} })] }),
  );
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe("::error::and 16 more: see the summary of the run\n");
});

test("a list has no findings", () => {
  expect(annotationsOf(listAnswer())).toEqual([]);
});

describe("in GitHub Actions", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "workmail-exports-github-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function run(...args: string[]) {
    const now = "2026-11-24T12:00:00Z";
    const emulator = await start({ seed: world, clock: new ManualClock(now) });
    const environment = {
      GITHUB_ACTIONS: "true",
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
      GITHUB_OUTPUT: join(folder, "output"),
    };
    try {
      const id = `m-${"a".repeat(32)}`;
      const all = [...args, "--organization-id", id, "--endpoint", emulator.url];
      return await runCli(all, { environment, now: () => new Date(now) });
    } finally {
      await emulator.close();
    }
  }
  const written = (name: string) => readFileSync(join(folder, name), "utf8");

  test("the summary and the outputs are written, whatever stdout has", async () => {
    const { exitCode, stdout } = await run("gate", "--format", "json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "incomplete" });
    expect(written("summary.md")).toMatch(/^## WorkMail mailbox exports: incomplete\n/);
    expect(written("output")).toBe(
      [
        "verdict=incomplete",
        "complete=false",
        "exit-code=1",
        "total=6",
        "exported=2",
        "running=1",
        "failed=1",
        "cancelled=0",
        "stale=0",
        "unproven=0",
        "missing=2",
        "unknown=0",
        "excluded=0",
        "",
      ].join("\n"),
    );
  });

  test("what other steps wrote there is kept", async () => {
    await run("list");
    await run("list");
    expect(written("output").match(/^total=4$/gm)).toHaveLength(2);
  });

  test("a file of GitHub's that cannot be written is a failure, and said", async () => {
    rmSync(folder, { recursive: true });
    const { exitCode, stderr } = await run("list");
    expect(exitCode).toBe(70);
    expect(stderr).toMatch(/error: cannot write to the file of GITHUB_STEP_SUMMARY: /);
    folder = mkdtempSync(join(tmpdir(), "workmail-exports-github-"));
  });
});
