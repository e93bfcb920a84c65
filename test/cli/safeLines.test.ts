import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { renderJson } from "../../provider/cli/formats/json";
import { safeLines } from "../../provider/cli/safeLines";
import { listAnswer } from "../support/answers";
import { runCli } from "../support/runCli";

test("our own lines pass as they are, with their indentation", () => {
  const message = "error: two arguments are wrong:\n  - --cutover must be a time\n  - --region must be one\n";
  expect(safeLines(message)).toBe(message);
});

test("no line is a command for a pipeline or a terminal, whatever is in it", () => {
  const hostile = fc.string({
    unit: fc.constantFrom("::", "##[", "\n", "\r", " ", "\u001b[2J", "\u009b", "\u202e", "a", "\u2028"),
  });
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = safeLines(`error: ${text}`);
      for (const line of safe.split("\n")) expect(line).not.toMatch(/^\s*::|##\[/);
      expect(safe).not.toMatch(/[\r\u2028]|[^\P{C}\n]/u);
    }),
  );
});

describe("what others wrote into", () => {
  const evil = "x\n::error::pwned\u001b[2J";
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "workmail-exports-safe-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const id = `m-${"a".repeat(32)}`;
  const file = (content: unknown) => {
    const path = join(folder, "evil.json");
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  test.each<[string, () => readonly string[]]>([
    ["a key of a configuration file", () => ["gate", "--config", file({ [evil]: 1 })]],
    ["the name of an output", () => ["gate", "--organization-id", id, "--stack-outputs", file({ [evil]: "[secret]" })]],
    [
      "the name of a resource",
      () => {
        const type = "pulumi-nodejs:dynamic/workmail-exports:MailboxExportJobs";
        const resources = [{ urn: evil, type, outputs: { organizationId: evil, region: evil } }];
        return ["gate", "--stack-state", file({ deployment: { resources } })];
      },
    ],
    ["the name of an option", () => ["gate", `--${evil}`]],
    ["the name of a file", () => ["gate", "--organization-id", id, "--exclude-file", `/${evil}`]],
    ["a value", () => ["gate", "--organization-id", evil, "--cutover", evil]],
  ])("%s is no command in a log", async (_what, args) => {
    const { exitCode, stderr } = await runCli(args(), { environment: { GITHUB_ACTIONS: "true" } });
    expect(exitCode).toBe(64);
    expect(stderr).not.toMatch(/^\s*::error::pwned/m);
    expect(stderr).not.toContain("\u001b");
  });
});

test("JSON escapes what a terminal would take for a command, and is the same value", () => {
  const jobs = [{ jobId: "job-1", description: "\u009b2J\u202e\u2028 é 山" }];
  const [organization] = listAnswer().organizations;
  if (organization === undefined) throw new Error("the sample has no organization");
  const answer = listAnswer({ organizations: [{ ...organization, jobs }] });
  const text = renderJson(answer, { columns: undefined, colour: false, show: "mailboxes" });
  expect(text).toContain('"\\u009b2J\\u202e\\u2028 é 山"');
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(answer)));
});
