import { setTimeout as wait } from "node:timers/promises";
import type { Emulator, SeedJob } from "../../provider/emulator";
import { now, organizationId } from "../support/organization";
import type { TestStack } from "./support";
import { descendants } from "./support/descendants";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(600_000);

/** How the engine's two helpers are called: the user's program, and the process of dynamic providers. */
const victims = { program: /pulumi\/cmd\/run/, provider: /dynamic-provider/ } as const;

const user = { id: "user-0000001", name: "alice" };
const job = (number: number, startTime: string): SeedJob => ({
  jobId: `job-${String(number).padStart(3, "0")}`,
  entityId: user.id,
  startTime,
  end: { state: "COMPLETED", afterSeconds: 3600 },
});

const opened = () =>
  openOrganizationStack({
    organization: { users: [user], jobs: Array.from({ length: 30 }, (_, i) => job(i, "2026-11-24T10:00:00Z")) },
    program: { program: "test/engine/programs/guard.ts" },
    latencyMs: 100,
  });

/** Waits for a number of requests and then for a while, so that the moment is somewhere else each time. */
async function moment(emulator: Emulator, requests: number, laterMs: number): Promise<void> {
  const before = emulator.requests.length;
  const deadline = performance.now() + 20_000;
  while (emulator.requests.length - before < requests && performance.now() < deadline) await wait(5);
  await wait(laterMs);
}

function kill(pattern: RegExp): number {
  const found = descendants().filter(({ command }) => pattern.test(command));
  for (const { pid } of found) process.kill(pid, "SIGKILL");
  return found.length;
}

const up = (stack: TestStack) => stack.cli("up", "--yes", "--skip-preview");

async function rememberedIds(stack: TestStack, name: string): Promise<string[]> {
  const resource = (await stack.exportState()).resources.find(({ urn }) => urn.endsWith(`::${name}`));
  return Object.keys(Object(resource?.outputs?.["jobsById"])).sort();
}

test("whatever is killed in the middle of an update, the next one succeeds, and no job is lost", async () => {
  const { stack, emulator, clock } = await opened();
  const ids = Array.from({ length: 30 }, (_, i) => job(i, now).jobId);
  let killed = 0;
  let failed = 0;
  for (let round = 0; round < 10; round++) {
    const next = job(30 + round, clock.now().toISOString());
    emulator.addJobs(organizationId, next);
    ids.push(next.jobId);
    clock.advance({ hours: 20 });

    const known = await rememberedIds(stack, "exports");
    const updating = up(stack);
    // The later the round, the fewer jobs are listed, and the fewer requests an update sends.
    await moment(emulator, 10 - round, 20 * (round % 3));
    killed += kill(round % 2 === 0 ? victims.provider : victims.program);
    if ((await updating).code !== 0) failed += 1;
    expect(await rememberedIds(stack, "exports")).toEqual(expect.arrayContaining(known));

    const { code, stdout, stderr } = await up(stack);
    expect({ code, said: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, said: "" });
    expect(await rememberedIds(stack, "exports")).toEqual([...ids].sort());
    expect(await rememberedIds(stack, "guard")).toEqual([...ids].sort());
  }
  // Else nobody was in the middle of anything. Some are: who has nothing more to do can be killed without harm.
  expect(killed).toBeGreaterThanOrEqual(10);
  expect(failed).toBeGreaterThanOrEqual(5);
  // By now the first jobs have left the window: what is in state is all there is of them.
  expect(clock.now().getTime() - Date.parse(now)).toBeGreaterThan(7 * 86_400_000);
});
