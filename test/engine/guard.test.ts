import type { SeedJob, SeedUser } from "../../provider/emulator";
import { organizationId } from "../support/organization";
import type { TestStack } from "./support";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(300_000);

const people = (count: number): SeedUser[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `user-${String(i).padStart(7, "0")}`,
    name: `user${i}`,
    email: `user${i}@example.com`,
  }));

const completed = ({ id }: SeedUser): SeedJob => ({
  jobId: `of-${id}`,
  entityId: id,
  startTime: "2026-11-23T00:00:00Z",
  end: { state: "COMPLETED", afterSeconds: 3600 },
});

interface Setting {
  readonly program?: "guard" | "hook";
  readonly users?: SeedUser[];
  readonly jobs?: SeedJob[];
  readonly config?: Record<string, string>;
  readonly describeAfterWindow?: boolean;
}

const guarded = ({ program = "guard", users = people(3), jobs = users.map(completed), ...options }: Setting = {}) =>
  openOrganizationStack({
    organization: { users, jobs },
    program: { program: `test/engine/programs/${program}.ts` },
    ...options,
  });

const names = async (stack: TestStack) =>
  (await stack.exportState()).resources.map(({ urn }) => urn.split("::").at(-1)).sort();

/** The operation fails, says why in one message without a stack, and everything is still there. */
async function expectRefusal(stack: TestStack, says: RegExp, operation: () => Promise<{ ok: boolean; text: string }>) {
  const before = await names(stack);
  const { ok, text } = await operation();
  expect(ok).toBe(false);
  expect(text).toMatch(says);
  expect(text).toMatch(/To go on: .*acceptLoss/s);
  expect(text).not.toMatch(/^\s+at /m);
  expect(await names(stack)).toEqual(before);
  expect(before).toEqual(expect.arrayContaining(["exports", "guard", "organization"]));
  return text;
}

const denied = (operation: "ListUsers" | "ListMailboxExportJobs") => ({
  kind: "error" as const,
  code: "AccessDeniedException",
  message: "not authorized",
  operation,
  times: 99,
});

describe("MailboxExportGuard", () => {
  test("refuses a destroy while mailboxes are not exported, and names the first ten and how many more", async () => {
    const users = people(14);
    const { stack } = await guarded({ users, jobs: users.slice(0, 2).map(completed) });
    const up = await stack.up();
    expect(up.outputs).toEqual({ verdict: "incomplete", missing: 12, jobs: 2 });
    const text = await expectRefusal(stack, /are incomplete: of 14 mailboxes 12 are not known to be exported/, () =>
      stack.attempt("destroy"),
    );
    expect(text.match(/user\d+@example.com: No export/g)).toHaveLength(10);
    expect(text).toContain("and 2 more");
  });

  test("lets the destroy pass when all are exported", async () => {
    const { stack } = await guarded();
    expect((await stack.up()).outputs).toEqual({ verdict: "complete", missing: 0, jobs: 3 });
    await stack.preview({ expectNoChanges: true });
    await stack.destroy();
    expect(await names(stack)).toEqual([]);
  });

  test("refuses when it cannot know: a job is lost from sight, WorkMail denies or does not answer", async () => {
    const users = people(2);
    const runs = {
      ...completed(users[0] ?? { id: "" }),
      end: { state: "COMPLETED" as const, afterSeconds: 10 * 86_400 },
    };
    const { stack, emulator, clock } = await guarded({
      users,
      jobs: [runs, ...users.slice(1).map(completed)],
      describeAfterWindow: false,
    });
    await stack.up();
    clock.advance({ days: 7 });
    await expectRefusal(stack, /are unknown: .*cannot be told \(lostFromSight, job of-user-0000000\)/s, () =>
      stack.attempt("destroy"),
    );
    emulator.inject(denied("ListUsers"));
    await expectRefusal(stack, /cannot be learnt.*Allow workmail:ListUsers on/s, () => stack.attempt("destroy"));
    emulator.clearFaults();
    emulator.inject(denied("ListMailboxExportJobs"));
    await expectRefusal(stack, /cannot be learnt.*Allow workmail:ListMailboxExportJobs on/s, () =>
      stack.attempt("destroy"),
    );
    emulator.clearFaults();
    emulator.removeOrganization(organizationId);
    await expectRefusal(stack, /cannot be learnt.*There is no organization/s, () => stack.attempt("destroy"));
    await emulator.close();
    await expectRefusal(stack, /cannot be learnt.*ECONNREFUSED/s, () => stack.attempt("destroy"));
  });

  test("knows exports that the service does not list any more, from the jobs it was given", async () => {
    const { stack, clock, emulator } = await guarded();
    await stack.up();
    clock.advance({ days: 30 });
    await stack.refresh();
    expect((await stack.up()).outputs).toEqual({ verdict: "complete", missing: 0, jobs: 3 });
    const before = emulator.requests.length;
    await stack.destroy();
    expect(emulator.requests.slice(before).map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(["ListUsers", "ListResources", "ListMailboxExportJobs"]),
    );
  });

  test("is fed by a refresh too, which then leaves nothing to do", async () => {
    const users = people(3);
    const { stack, emulator, clock } = await guarded({ users, jobs: users.slice(1).map(completed) });
    await stack.up();
    const late = users.slice(0, 1).map((user) => ({ ...completed(user), startTime: clock.now().toISOString() }));
    emulator.addJobs(organizationId, ...late);
    clock.advance({ hours: 2 });
    await stack.refresh();
    const { outputs } = (await stack.exportState()).resource("guard");
    expect(Object.keys(Object(outputs?.["jobsById"]))).toHaveLength(3);
    expect((await stack.up()).outputs).toMatchObject({ verdict: "complete" });
    clock.advance({ days: 8 });
    await stack.refresh();
    await stack.preview({ expectNoChanges: true });
    emulator.inject(denied("ListMailboxExportJobs"));
    const target = [(await stack.exportState()).resource("guard").urn];
    const { text } = await stack.refresh({ target });
    expect(text).toContain("MailboxExportGuard remembers what it did before this refresh");
    expect((await stack.exportState()).resource("guard").outputs).toMatchObject({ jobsById: outputs?.["jobsById"] });
  });

  test("holds what it depends on: destroying the organization alone is refused too", async () => {
    const { stack } = await guarded({ jobs: [] });
    await stack.up();
    const target = (await stack.exportState()).resource("organization").urn;
    const alone = await stack.cli("destroy", "--yes", "--skip-preview", "--target", target);
    expect(alone.code).not.toBe(0);
    const dependents = await stack.cli("destroy", "--yes", "--skip-preview", "--target", target, "--target-dependents");
    expect(dependents.code).not.toBe(0);
    expect(dependents.stdout).toContain("3 mailboxes 3 are not known to be exported");
    expect(await names(stack)).toEqual(expect.arrayContaining(["guard", "organization"]));
  });

  test("taken out of the program it is held the same way, and so is its replacement", async () => {
    const { stack } = await guarded({ jobs: [] });
    await stack.up();
    await stack.stack.setConfig("guard", { value: "off" });
    await expectRefusal(stack, /3 mailboxes 3 are not known to be exported/, () => stack.attempt("up"));
    await stack.stack.setConfig("guard", { value: "on" });
    stack.setEnv({ AWS_REGION: "eu-west-1" });
    const moved = await stack.attempt("up");
    expect(moved.ok).toBe(false);
    expect(moved.text).toContain("in us-east-1 are incomplete");
  });

  test("passes with acceptLoss, once an update has recorded it, and says loudly what is lost", async () => {
    const { stack } = await guarded({ jobs: [] });
    await stack.up();
    await stack.stack.setConfig("acceptLoss", { value: "the board said so" });
    await expectRefusal(stack, /3 mailboxes 3 are not/, () => stack.attempt("destroy"));
    const up = await stack.up();
    expect(up.text).toContain('acceptLoss is set ("the board said so")');
    expect((await stack.exportState()).resource("guard").outputs).toMatchObject({ acceptLoss: "the board said so" });
    const { text } = await stack.destroy();
    expect(text).toMatch(
      /deleted because acceptLoss says "the board said so", although .*3 mailboxes 3 are not known/s,
    );
    expect(await names(stack)).toEqual([]);
  });

  test("an exclusion counts once an update has recorded it", async () => {
    const users = people(2);
    const { stack } = await guarded({ users, jobs: users.slice(1).map(completed) });
    await stack.up();
    await stack.stack.setConfig("exclude", { value: JSON.stringify({ "user0@example.com": "empty" }) });
    await expectRefusal(stack, /2 mailboxes 1 is not/, () => stack.attempt("destroy"));
    expect((await stack.up()).outputs).toMatchObject({ verdict: "complete" });
    await stack.destroy();
  });

  test.each([["retainOnDelete: true"], ["deletedWith: exportJobs"]])(
    "refuses %s, with which nobody asks it",
    async (option) => {
      const program = `
        import { MailboxExportGuard, MailboxExportJobs } from "pulumi-workmail-exports";
        const organizationId = "${organizationId}";
        const exportJobs = new MailboxExportJobs("exports", { organizationId });
        new MailboxExportGuard("guard", { organizationId }, { ${option} });
      `;
      const { stack } = await openOrganizationStack({ organization: {}, program: { files: { "index.ts": program } } });
      const { ok, text } = await stack.attempt("preview");
      expect(ok).toBe(false);
      expect(text).toContain(`opts.${option.split(":")[0]} lets the guard go without a look at the mailboxes`);
    },
  );

  test("its state holds no credential and no path, and a thin provider", async () => {
    const { stack } = await guarded();
    await stack.up();
    const { inputs, outputs } = (await stack.exportState()).resource("guard");
    for (const never of [stack.folder, process.cwd(), "node_modules", "file:"]) {
      expect(JSON.stringify([inputs, outputs])).not.toContain(never);
    }
    expect(String(inputs?.["__provider"]).length).toBeLessThan(1500);
  });
});

describe("exportGuardHook", () => {
  const destroy = (stack: TestStack, ...flags: string[]) => stack.cli("destroy", "--yes", "--skip-preview", ...flags);

  test("refuses the delete with --run-program, holds it without, and lets it pass once all are exported", async () => {
    const users = people(3);
    const { stack, emulator, clock } = await guarded({ program: "hook", users, jobs: users.slice(1).map(completed) });
    await stack.up();
    clock.advance({ days: 10 });
    const refused = await destroy(stack, "--run-program");
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toMatch(/are incomplete: of 3 mailboxes 1 is not.*user0@example.com/s);
    const without = await destroy(stack);
    expect(without.code).not.toBe(0);
    expect(await names(stack)).toEqual(expect.arrayContaining(["organization"]));
    const now = clock.now().toISOString();
    emulator.addJobs(organizationId, ...users.slice(0, 1).map((user) => ({ ...completed(user), startTime: now })));
    clock.advance({ hours: 2 });
    const passed = await destroy(stack, "--run-program");
    expect(passed.stdout + passed.stderr).not.toContain("error");
    expect(await names(stack)).toEqual([]);
  });
});
