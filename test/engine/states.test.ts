import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SeedJob } from "../../provider/emulator";
import type { TestStack } from "./support";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(300_000);

const folder = join(__dirname, "states");
const recorded = readdirSync(folder).filter((file) => file.endsWith(".json"));
const programs = ["resource", "guard"];

const job = (jobId: string, entityId: string, startTime: string, end: SeedJob["end"], description = ""): SeedJob => ({
  jobId,
  entityId,
  startTime,
  ...(end && { end }),
  ...(description !== "" && { description }),
});

/** What each recorded stack had read; what runs then has ended since. */
const jobs = [
  job("done", "user-0000001", "2026-11-24T00:00:00Z", { state: "COMPLETED", afterSeconds: 3600 }),
  job("failed", "user-0000002", "2026-11-24T00:00:00Z", { state: "FAILED", afterSeconds: 3600, errorInfo: "x" }),
  job("runs", "user-0000003", "2026-11-24T11:00:00Z", { state: "COMPLETED", afterSeconds: 7200 }, "Third"),
];
const users = jobs.map(({ entityId }) => ({ id: entityId }));

const opened = (program: string) =>
  openOrganizationStack({
    organization: { users, jobs },
    program: { program: `test/engine/programs/${program}.ts` },
  });

async function jobsOf(stack: TestStack): Promise<Record<string, { state?: string }>> {
  return Object((await stack.exportState()).resource("exports").outputs?.["jobsById"]);
}

const version = process.env["RECORD_STATE"];
if (version !== undefined) {
  test.each(programs)("records what this version writes of the program %s", async (program) => {
    const { stack } = await opened(program);
    await stack.up();
    const { stdout } = await stack.cli("stack", "export");
    writeFileSync(join(folder, `${version}.${program}.json`), withoutMachine(stdout, stack.stack.name));
  });
}

test.each(recorded)("%s loads: nothing is lost, and refresh, update and destroy work", async (file) => {
  const [, program = ""] = /\.([a-z]+)\.json$/.exec(file) ?? [];
  const { stack, clock } = await opened(program);
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).not.toMatch(/sourcePosition|stackTrace|secrets_providers|node_modules|file:/);
  await stack.importState(text.replaceAll("STACK", stack.stack.name));
  const before = await jobsOf(stack);
  expect(Object.keys(before).sort()).toEqual(["done", "failed", "runs"]);

  // By now none of them is listed any more.
  clock.advance({ days: 10 });
  await stack.refresh();
  const refreshed = await jobsOf(stack);
  for (const [jobId, job] of Object.entries(before)) {
    // The id stands in the key alone since the first release.
    const { jobId: _, ...remembered } = { jobId, ...job };
    expect(refreshed[jobId]).toMatchObject({ ...remembered, ...(jobId === "runs" && { state: "COMPLETED" }) });
  }
  expect((await stack.up()).text).not.toContain("error");
  expect(await jobsOf(stack)).toEqual(refreshed);
  await stack.preview({ expectNoChanges: true });
  const gone = await stack.attempt("destroy");
  // The guard of that program holds: one export failed.
  expect(gone.ok).toBe(program !== "guard");
});

function withoutMachine(text: string, stackName: string): string {
  const machine = ["sourcePosition", "stackTrace", "secrets_providers"];
  const state: unknown = JSON.parse(text, (key, value) => (machine.includes(key) ? undefined : value));
  return `${JSON.stringify(state, null, 2).replaceAll(stackName, "STACK")}\n`;
}
