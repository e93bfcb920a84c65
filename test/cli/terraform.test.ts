import { type Emulator, ManualClock, start } from "../../provider/emulator";
import { showArchive, showStatus } from "../support/archiveAnswer";
import { builtCommand, environmentFor, runBuilt, runProgram } from "../support/builtCommand";
import { serve } from "../support/serve";
import { askAsTerraform } from "../support/terraform/askAsTerraform";
import { world } from "./golden/world";

// The command as Terraform's `external` data source runs it.

const organizationId = `m-${"a".repeat(32)}`;
const exported = `m-${"b".repeat(32)}`;
const deleted = `m-${"d".repeat(32)}`;
const region = "us-east-1";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await start({ seed: world, clock: new ManualClock("2026-11-24T12:00:00Z") });
});
afterAll(() => emulator.close());
afterEach(() => emulator.clearFaults());

const program = (...args: string[]) => [process.execPath, builtCommand, ...args, "--format", "terraform"];

/** Asks; without a region in the environment, so that the query must say it. */
function ask(args: readonly string[], query: Readonly<Record<string, unknown>>, own: Record<string, string> = {}) {
  const { AWS_REGION, ...env } = environmentFor(emulator.url);
  return askAsTerraform(program(...args), query, { ...env, ...own });
}

/** The result, where there must be one. */
async function resultOf(args: readonly string[], query: Readonly<Record<string, unknown>>, own = {}) {
  const outcome = await ask(args, query, own);
  if ("result" in outcome) return outcome.result;
  throw new Error(`it failed with ${outcome.exitCode}: ${outcome.error}`);
}

const open = (result: Readonly<Record<string, string>>) =>
  JSON.parse(result["openMailboxes"] ?? "").map((id: string) => Number(id.slice(-1)));

describe("an answer is one flat object of strings, with exit code 0", () => {
  test("of a coverage, whatever its verdict", async () => {
    const result = await resultOf(["coverage"], { organizationId, region });
    expect(result).toMatchObject({ kind: "coverage", verdict: "incomplete", total: "6", exported: "2", unread: "0" });
    expect(open(result)).toEqual([2, 3, 5, 6]);
    expect(JSON.parse(result["json"] ?? "")).toMatchObject({ verdict: "incomplete", organizations: [{ region }] });
  });

  test("of a list", async () => {
    const result = await resultOf(["list"], { organizationId, region, states: "COMPLETED,FAILED" });
    expect(result).toMatchObject({ kind: "list", total: "3", completed: "2", failed: "1", running: "0" });
  });

  test("of a gate that is complete", async () => {
    expect(await resultOf(["gate"], { organizationId: exported, region })).toMatchObject({ verdict: "complete" });
  });

  test("of several organizations", async () => {
    const result = await resultOf(["coverage"], { organizationId: `${organizationId},${region}/${exported}`, region });
    expect(result["organizationIds"]?.split(",")).toEqual([organizationId, exported]);
  });
});

describe("each member of the query is a setting", () => {
  test("cutover and exclude", async () => {
    const query = {
      organizationId,
      region,
      cutover: "2026-11-20T00:00:00Z",
      exclude: "room@example.com=<no mail>,erik=a&b",
    };
    const result = await resultOf(["coverage"], query);
    expect(result).toMatchObject({ exported: "1", stale: "1", excluded: "2" });
    expect(open(result)).toEqual([2, 3, 4]);
    const [{ mailboxes }] = JSON.parse(result["json"] ?? "").organizations;
    expect(mailboxes.map(({ excluded }: { excluded?: string }) => excluded)).toEqual([
      ...Array.from({ length: 4 }, () => undefined),
      "a&b",
      "<no mail>",
    ]);
  });

  test("prove, with what S3 shows", async () => {
    const s3Endpoint = await serve((request, response) =>
      request.url?.includes("alice") ? showArchive(response) : showStatus(response, 404),
    );
    const result = await resultOf(["coverage"], { organizationId, region, prove: "true", s3Endpoint });
    expect(result).toMatchObject({ exported: "1", unproven: "1" });
    expect(open(result)).toEqual([2, 3, 4, 5, 6]);
  });

  test("a flag that is false", async () => {
    const query = { organizationId, region, prove: "false", includeDetails: "false" };
    expect(await resultOf(["coverage"], query)).toMatchObject({ exported: "2", excluded: "0" });
  });

  test("what the command line says goes before the query, and that before the environment", async () => {
    const own = { WORKMAIL_EXPORTS_ORGANIZATION_ID: exported, WORKMAIL_EXPORTS_REGION: "eu-west-1" };
    expect(await resultOf(["coverage"], { organizationId, region }, own)).toMatchObject({ total: "6" });
    expect(await resultOf(["coverage", "--organization-id", exported], { organizationId, region })).toMatchObject({
      total: "1",
    });
  });

  test("none is needed: an empty query, and no stdin at all", async () => {
    const own = { WORKMAIL_EXPORTS_ORGANIZATION_ID: exported, AWS_REGION: region };
    expect(await resultOf(["coverage"], {}, own)).toMatchObject({ verdict: "complete" });
    const words = program("coverage", "--organization-id", exported);
    const env = environmentFor(emulator.url);
    for (const redirection of ["<&-", "</dev/null"]) {
      const shell = ["sh", "-c", `exec "$@" ${redirection}`, "sh", ...words];
      const { exitCode, stdout, stderr } = await runProgram(shell, { env });
      expect([exitCode, stderr, JSON.parse(stdout).verdict]).toEqual([0, "", "complete"]);
    }
  });
});

describe("a failure is a message on stderr, nothing on stdout, and another exit code", () => {
  const good = { organizationId, region };
  test.each([
    [
      "an unknown member",
      ["coverage"],
      { ...good, organisationId: "m-1" },
      "organisationId is no setting; did you mean organizationId?",
    ],
    ["a member of another command", ["coverage"], { ...good, states: "FAILED" }, "states is no setting; "],
    ["a number", ["coverage"], { ...good, pageSize: 10 }, "must hold texts alone, and pageSize is none"],
    ["a flag that is no text", ["coverage"], { ...good, prove: true }, "must hold texts alone, and prove is none"],
    ["a null", ["coverage"], { ...good, cutover: null }, "must hold texts alone, and cutover is none"],
    ["a list", ["coverage"], { organizationId: [organizationId], region }, "and organizationId is none"],
    ["an id that is none", ["coverage"], { organizationId: "m-1", region }, "organizationId must be "],
    ["a time that is none", ["coverage"], { ...good, cutover: "noon" }, "cutover must be an RFC 3339 time"],
    ["a flag that is none", ["coverage"], { ...good, prove: "yes" }, "prove must be "],
    [
      "an exclusion without a reason",
      ["coverage"],
      { ...good, exclude: "room@example.com" },
      "exclude must be MAILBOX=REASON",
    ],
    [
      "a reason with a comma",
      ["coverage"],
      { ...good, exclude: "room=no mail, none at all" },
      "exclude must be MAILBOX=REASON",
    ],
    ["no organization", ["coverage"], { region }, "--organization-id is required"],
    ["no region", ["coverage"], { organizationId }, "Here: --region."],
    ["the state of a stack on stdin too", ["coverage", "--stack-state", "-"], good, "stdin can be read once"],
    ["the outputs of a stack on stdin too", ["gate", "--stack-outputs", "-"], good, "stdin can be read once"],
    ["a state on stdin, as the query says", ["coverage"], { ...good, stackState: "-" }, "stdin can be read once"],
  ] as const)("usage: %s", async (_name, args, query, message) => {
    const before = emulator.requests.length;
    const outcome = await ask(args, query);
    expect(outcome).toEqual({ exitCode: 64, stdout: "", error: expect.stringContaining(message) });
    expect(outcome).toMatchObject({ error: expect.stringMatching(/^error: (?![\s\S]*\n {4}at )/) });
    expect(emulator.requests).toHaveLength(before);
  });

  test.each(["no JSON", "[]", "null", '"text"', "{"])("usage: a query that is %s", async (stdin) => {
    const args = ["coverage", "--format", "terraform", "--organization-id", exported];
    const { exitCode, stdout, stderr } = await runBuilt(args, { env: environmentFor(emulator.url), stdin });
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toMatch(/^error: the query of Terraform on stdin is no JSON/);
  });

  test("of a gate: what the verdict is, so that nothing is applied", async () => {
    expect(await ask(["gate"], good)).toEqual({
      exitCode: 1,
      stdout: "",
      error: "error: the exports are incomplete: 6 mailboxes: 2 exported, 1 running, 1 failed, 2 missing\n",
    });
  });

  test("of an organization that cannot be read, be it one of two", async () => {
    for (const command of ["coverage", "list", "gate"]) {
      const query = { organizationId: `${exported},${deleted}`, region };
      const outcome = await ask([command], query);
      expect(outcome).toMatchObject({ exitCode: 70, stdout: "" });
      expect(outcome).toMatchObject({ error: expect.stringContaining(deleted) });
    }
  });

  test("of a page that fails", async () => {
    emulator.inject({ kind: "error", code: "AccessDeniedException", message: "no", operation: "ListUsers" });
    expect(await ask(["coverage"], good)).toMatchObject({
      exitCode: 70,
      stdout: "",
      error: expect.stringMatching(/ListUsers[\s\S]*AccessDenied/),
    });
  });
});
