import { organizationId } from "../support/organization";
import { SECRET, type StackOptions, UNKNOWN } from "./support";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(180_000);

const job = (jobId: string, entityId: string, startTime: string) => ({
  jobId,
  entityId,
  startTime,
  end: { state: "COMPLETED" as const, afterSeconds: 60 },
});
const users = ["alice", "bob"].map((name) => ({ id: `${name}-000000001`, name, email: `${name}@example.com` }));
const resources = [{ id: "room-000000001", name: "room", email: "room@example.com" }];
const jobs = [
  job("of-alice", "alice-000000001", "2026-11-24T01:00:00Z"),
  job("of-bob", "bob-000000001", "2026-11-23T01:00:00Z"),
];

const opened = (program: Pick<StackOptions, "program" | "files">) =>
  openOrganizationStack({ organization: { users, resources, jobs }, program });

test("in both forms: known in preview, unknown for what is to be created, secret for what is secret", async () => {
  const { stack } = await opened({ program: "test/engine/programs/coverage.ts" });
  const known = {
    counts: expect.objectContaining({ total: 3, exported: 2, excluded: 1, missing: 0 }),
    statuses: ["alice@example.com exported", "bob@example.com exported", "room@example.com missing"],
    verdict: "incomplete",
    deciding: ["of-alice", "of-bob", "none"],
    secret: SECRET,
  };
  expect((await stack.preview()).outputs).toEqual({ ...known, ofResource: UNKNOWN });
  const up = await stack.up();
  expect(up.outputs).toEqual({ ...known, ofResource: "incomplete" });
  expect(up.stackOutputs["secret"]).toEqual({ value: "incomplete", secret: true });
  await stack.preview({ expectNoChanges: true });
});

test.each([
  ["getMailboxExportCoverage", ""],
  ["getMailboxExportCoverageOutput", ".verdict"],
])("a roster that is denied fails %s with one message, and there is no verdict", async (name, member) => {
  const { stack, emulator } = await opened({
    files: {
      "index.ts": `
        import { ${name} } from "pulumi-workmail-exports";
        export const verdict = ${name}({ organizationId: "${organizationId}" })${member};
      `,
    },
  });
  emulator.inject({
    kind: "error",
    code: "AccessDeniedException",
    message: "no",
    operation: "ListResources",
    times: 9,
  });
  const { ok, text, outputs } = await stack.attempt("preview");
  expect(ok).toBe(false);
  expect(outputs).not.toHaveProperty("verdict", expect.stringMatching(/complete/));
  expect(text).toContain("Allow workmail:ListResources on arn:aws:workmail:us-east-1:*:organization/");
  expect(text).not.toMatch(/^\s+at /m);
});
