import { ListMailboxExportJobsCommand } from "@aws-sdk/client-workmail";
import * as surface from "../../provider/emulator";
import { SeedError, start } from "../../provider/emulator";
import { throttle } from "../../provider/emulator/throttle";
import { clientOf, errorOf, hoursAgo, job, jobs, ORGANIZATION, started } from "./harness";

const list = new ListMailboxExportJobsCommand({ OrganizationId: ORGANIZATION });

test("the package's export is these names and no others", () => {
  expect(Object.keys(surface).sort()).toEqual(["ManualClock", "SeedError", "parseSeed", "sampleOrganization", "start"]);
});

describe("start", () => {
  test("without options knows no organization, and runs on the system's clock", async () => {
    const emulator = await start();
    try {
      expect((await errorOf(clientOf(emulator).send(list))).name).toBe("OrganizationNotFoundException");
    } finally {
      await emulator.close();
    }
  });

  test("takes the port it is given, and fails if that is taken", async () => {
    const { emulator } = await started();
    const port = Number(new URL(emulator.url).port);
    expect(await errorOf(start({ port }))).toMatchObject({ code: "EADDRINUSE" });
    await emulator.close();
    const again = await start({ port });
    expect(again.url).toBe(emulator.url);
    await again.close();
  });

  test("refuses a seed that is none before it listens", async () => {
    const { emulator } = await started();
    const port = Number(new URL(emulator.url).port);
    const seed = { organizations: [{ organizationId: "m-1" }] };
    expect(await errorOf(start({ port, seed }))).toBeInstanceOf(SeedError);
  });

  test("two emulators share nothing", async () => {
    const [here, there] = [await started({ jobs: [job()] }), await started({ jobs: [job()] })];
    here.emulator.addJobs(ORGANIZATION, job({ jobId: "job-2" }));
    here.emulator.inject({ kind: "throttle" });
    expect((await there.client.send(list)).Jobs).toHaveLength(1);
    expect([here.emulator.requests.length, there.emulator.requests.length]).toEqual([0, 1]);
  });
});

describe("addJobs", () => {
  test("adds jobs, each in its place", async () => {
    const { client, emulator } = await started({ jobs: [job({ jobId: "old", startTime: hoursAgo(9) })] });
    emulator.addJobs(
      ORGANIZATION,
      job({ jobId: "older", startTime: hoursAgo(10) }),
      job({ jobId: "new", startTime: hoursAgo(1) }),
    );
    expect((await client.send(list)).Jobs?.map(({ JobId }) => JobId)).toEqual(["new", "old", "older"]);
  });

  test.each([
    ["an organization nobody knows", `m-${"0".repeat(32)}`, [job({ jobId: "job-2" })], /no organization m-0/],
    ["a job that is there", ORGANIZATION, [job()], /already has a job job-1/],
    ["two jobs of one id", ORGANIZATION, [job({ jobId: "x" }), job({ jobId: "x" })], /jobs\[1\].jobId: must not occur/],
    ["a job that is none", ORGANIZATION, [job({ jobId: "x_y", startTime: "today" })], /jobs\[0\].jobId.*\n.*startTime/],
  ])("refuses %s, and adds nothing", async (_, organizationId, added, message) => {
    const { client, emulator } = await started({ jobs: [job()] });
    expect(() => emulator.addJobs(organizationId, ...added)).toThrow(message);
    expect((await client.send(list)).Jobs).toHaveLength(1);
  });
});

describe("close", () => {
  test.each([
    ["nothing at all", { kind: "hang" }],
    ["half a body", { kind: "hang", after: "halfBody" }],
  ] as const)("ends at once while a client still waits after %s", async (_, fault) => {
    const { client, emulator } = await started({ jobs: jobs(5), faults: [fault] });
    const waiting = errorOf(client.send(list));
    while (emulator.pendingFaults.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = performance.now();
    await emulator.close();
    expect(performance.now() - before).toBeLessThan(500);
    expect(await waiting).toBeInstanceOf(Error);
  });

  test("ends at once while an answer is still to come, and leaves no timer behind", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
    const timersBefore = timers();
    const { client, emulator } = await started({ jobs: jobs(5), latencyMs: 60_000 });
    const waiting = errorOf(client.send(list));
    while (emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = performance.now();
    await emulator.close();
    expect(performance.now() - before).toBeLessThan(500);
    expect(await waiting).toBeInstanceOf(Error);
    client.destroy();
    // The client's own timers end within seconds, the answer's would stay a minute. Fewer is fine: one that was
    // there before can have run off meanwhile.
    while (timers() > timersBefore) await new Promise((resolve) => setTimeout(resolve, 100));
  });

  test("may be called twice, also at the same time", async () => {
    const { client, clientWith, emulator } = await started({ jobs: jobs(1) });
    await client.send(list);
    const [first, second] = [emulator.close(), emulator.close()];
    expect(second).toBe(first);
    await first;
    await emulator.close();
    expect((await errorOf(clientWith({}).send(list))).message).toContain("ECONNREFUSED");
  });

  test("a client that goes away does not disturb the others", async () => {
    const { client, emulator } = await started({ jobs: jobs(1), latencyMs: 50 });
    const abort = new AbortController();
    const leaving = errorOf(client.send(list, { abortSignal: abort.signal }));
    while (emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    expect((await leaving).name).toBe("AbortError");
    expect((await client.send(list)).Jobs).toHaveLength(1);
  });
});

describe("load", () => {
  test("latencyMs makes every answer wait", async () => {
    const { client } = await started({ jobs: jobs(1), latencyMs: 60 });
    const before = performance.now();
    await client.send(list);
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });

  test("requestsPerSecond refuses what is above it, and logs it", async () => {
    const { client, emulator } = await started({ jobs: jobs(1), requestsPerSecond: 3 });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        client.send(list).then(
          () => "answered",
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      ),
    );
    expect(outcomes.filter((each) => each === "answered")).toHaveLength(3);
    expect(outcomes.filter((each) => each === "ThrottlingException: Rate exceeded")).toHaveLength(5);
    expect(emulator.requests.filter((each) => each.errorCode === "ThrottlingException")).toHaveLength(5);
  });

  test("a throttle refills with time, and never beyond a second's worth", () => {
    let nowMs = 0;
    const admit = throttle(2, () => nowMs);
    const admitted = (at: number): boolean => {
      nowMs = at;
      try {
        admit();
        return true;
      } catch {
        return false;
      }
    };
    expect([0, 0, 0, 400, 500, 500, 60_000, 60_000, 60_000].map(admitted)).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  test("the SDK gets through a throttle by waiting", async () => {
    const { clientWith, emulator } = await started({ jobs: jobs(1), requestsPerSecond: 1 });
    const client = clientWith({ maxAttempts: 10 });
    const answers = await Promise.all([client.send(list), client.send(list)]);
    expect(answers.map(({ Jobs }) => Jobs?.length)).toEqual([1, 1]);
    expect(emulator.requests.length).toBeGreaterThan(2);
  });
});
