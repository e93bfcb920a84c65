import type { SeedJob } from "../../provider/emulator";
import { organizationId } from "../support/organization";
import type { TestStack } from "./support";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(300_000);

const user = { id: "user-0000001", name: "alice", email: "alice@example.com" };
const job = (partial: Partial<SeedJob> = {}): SeedJob => ({
  jobId: "job-1",
  entityId: user.id,
  startTime: "2026-11-24T11:00:00Z",
  end: { state: "COMPLETED", afterSeconds: 7200 },
  ...partial,
});

const stackOf = (jobs: readonly SeedJob[], options: { describeAfterWindow?: boolean } = {}) =>
  openOrganizationStack({
    organization: { users: [user], jobs },
    program: { program: "test/engine/programs/ledger.ts" },
    ...options,
  });

const remembered = async (stack: TestStack) => (await stack.exportState()).resource("exports").outputs?.["jobsById"];

describe("the ledger of MailboxExportJobs", () => {
  test("a job that left the window is still in state and outputs, after up and after refresh", async () => {
    const { stack, clock } = await stackOf([job(), job({ jobId: "job-2", entityId: "user-0000002" })]);
    clock.advance({ hours: 3 });
    const first = await stack.up();
    expect(first.outputs).toEqual({ states: ["COMPLETED", "COMPLETED"], verdict: "complete", live: true });
    const before = await remembered(stack);
    clock.advance({ days: 8 });

    await stack.preview({ expectNoChanges: true });
    expect((await stack.up()).outputs).toEqual(first.outputs);
    expect(await remembered(stack)).toEqual(before);
    await stack.refresh();
    expect(await remembered(stack)).toEqual(before);
    expect((await stack.up()).outputs).toEqual(first.outputs);
  });

  test("a refresh alone feeds it", async () => {
    const { stack, clock, emulator } = await stackOf([]);
    await stack.up();
    emulator.addJobs(organizationId, job());
    await stack.refresh();
    clock.advance({ days: 8 });
    expect((await stack.up()).outputs).toMatchObject({ states: ["COMPLETED"], verdict: "complete" });
  });

  test("progress alone is no change, and a running job that left the window is asked for", async () => {
    const runs = job({ end: { state: "COMPLETED", afterSeconds: 9 * 86_400 } });
    const { stack, clock, emulator } = await stackOf([runs]);
    expect((await stack.up()).outputs).toMatchObject({ states: ["RUNNING"], verdict: "incomplete" });
    clock.advance({ days: 5 });
    await stack.preview({ expectNoChanges: true });
    clock.advance({ days: 3 });
    await stack.preview({ expectNoChanges: true });
    clock.advance({ days: 2 });
    const before = emulator.requests.length;
    expect((await stack.up()).outputs).toMatchObject({ states: ["COMPLETED"], verdict: "complete" });
    expect(emulator.requests.slice(before).map(({ operation }) => operation)).toContain("DescribeMailboxExportJob");
  });

  test("where asking fails the job is kept as lost, the verdict is unknown, and a warning says so", async () => {
    const { stack, clock } = await stackOf([job()], { describeAfterWindow: false });
    await stack.up();
    clock.advance({ days: 8 });
    const up = await stack.up();
    expect(up.outputs).toMatchObject({ states: ["RUNNING"], verdict: "unknown" });
    expect(up.text).toContain("What became of them is not known");
    expect(await remembered(stack)).toMatchObject({ "job-1": { state: "RUNNING", lostFromSight: "entityNotFound" } });
    await stack.preview({ expectNoChanges: true });
  });

  test("with onUnavailable keep it outlives the organization, and says that it is not live", async () => {
    const { stack, emulator } = await stackOf([job()]);
    await stack.stack.setConfig("onUnavailable", { value: "keep" });
    await stack.up();
    const before = await remembered(stack);
    emulator.removeOrganization(organizationId);
    await stack.stack.setConfig("coverage", { value: "off" });
    expect((await stack.up()).outputs).toMatchObject({ states: ["RUNNING"], live: false });
    const { diagnostics } = await stack.preview({ expectNoChanges: true });
    expect(
      diagnostics.filter(({ message }) => message.includes("are kept as they stand, and are not live")),
    ).toHaveLength(1);
    expect(await remembered(stack)).toEqual(before);
    await stack.refresh();
    expect(await remembered(stack)).toEqual(before);
    await stack.stack.setConfig("onUnavailable", { value: "fail" });
    const failing = await stack.attempt("preview");
    expect(failing.ok).toBe(false);
    expect(failing.text).toContain("There is no organization");
  });
});
