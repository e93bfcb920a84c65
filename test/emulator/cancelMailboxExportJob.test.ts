import {
  CancelMailboxExportJobCommand,
  DescribeMailboxExportJobCommand,
  ListMailboxExportJobsCommand,
} from "@aws-sdk/client-workmail";
import type { SeedJob } from "../../provider/emulator";
import {
  entityId,
  errorOf,
  hoursAgo,
  job,
  jobs,
  NOW,
  ORGANIZATION,
  OTHER_ORGANIZATION,
  organization,
  type Started,
  startExport,
  started,
} from "./harness";
import { call } from "./raw";

const OrganizationId = ORGANIZATION;

const cancel = ({ client }: Started, JobId = "job-1", ClientToken?: string) =>
  client.send(new CancelMailboxExportJobCommand({ OrganizationId, JobId, ClientToken }));

const describeJob = ({ client }: Started, JobId = "job-1") =>
  client.send(new DescribeMailboxExportJobCommand({ OrganizationId, JobId }));

/** A job of 100 minutes that began when the clock stands still, so that a minute is a percent. */
const hundredMinutes: SeedJob = job({ startTime: NOW, end: { state: "COMPLETED", afterSeconds: 6000 } });

describe("CancelMailboxExportJob", () => {
  test("ends a running job now, with the progress it had", async () => {
    const here = await started({ jobs: [hundredMinutes] });
    here.clock.advance({ minutes: 42, seconds: 30 });
    await cancel(here);
    const cancelled = { State: "CANCELLED", EstimatedProgress: 42, EndTime: new Date(hoursAgo(-42.5 / 60)) };
    expect(await describeJob(here)).toMatchObject(cancelled);
    here.clock.advance({ days: 1 });
    expect(await describeJob(here)).toMatchObject(cancelled);
    expect(await describeJob(here)).not.toHaveProperty("ErrorInfo");
  });

  test("answers with nothing", async () => {
    const { emulator } = await started({ jobs: [job()] });
    const input = { OrganizationId, JobId: "job-1", ClientToken: "t" };
    expect((await call(emulator.url, "CancelMailboxExportJob", input)).body).toEqual({});
  });

  test.each([0, 1, 7, 1001, 3_599_999, 4_503_599])("is over at once, %i ms after the start", async (ms) => {
    const here = await started({ jobs: [job({ startTime: NOW })] });
    here.clock.advance({ seconds: ms / 1000 });
    await cancel(here);
    expect((await describeJob(here)).State).toBe("CANCELLED");
  });

  test("leaves the other jobs as they are, and the list in its order", async () => {
    const here = await started({ jobs: jobs(5) });
    await cancel(here, "job-2");
    const { Jobs } = await here.client.send(new ListMailboxExportJobsCommand({ OrganizationId }));
    expect(Jobs?.map(({ JobId, State }) => `${JobId} ${State}`)).toEqual([
      "job-0 RUNNING",
      "job-1 RUNNING",
      "job-2 CANCELLED",
      "job-3 RUNNING",
      "job-4 RUNNING",
    ]);
  });

  test("makes room for another job, but not for the same mailbox", async () => {
    const here = await started({ endOfStarted: () => undefined });
    const ids = [];
    for (let i = 0; i < 10; i++) ids.push(await startExport(here, entityId(i)));
    await cancel(here, ids[3]);
    expect((await errorOf(startExport(here, entityId(3)))).message).toContain("once every 24 hours");
    await startExport(here, entityId(10));
    expect((await errorOf(startExport(here, entityId(11)))).name).toBe("LimitExceededException");
  });

  test.each([
    [94, "CANCELLED"],
    [95, "RUNNING"],
    [99, "RUNNING"],
  ])("at %i percent the answer is the same, and the job is %s", async (minutes, state) => {
    const here = await started({ jobs: [hundredMinutes] });
    here.clock.advance({ minutes });
    await cancel(here);
    expect(await describeJob(here)).toMatchObject({ State: state, EstimatedProgress: minutes });
    here.clock.advance({ minutes: 6 });
    expect((await describeJob(here)).State).toBe(state === "RUNNING" ? "COMPLETED" : state);
  });

  test.each([
    { state: "COMPLETED", afterSeconds: 1 },
    { state: "FAILED", afterSeconds: 1, errorInfo: "No access." },
    { state: "CANCELLED", afterSeconds: 1 },
  ] as const)("refuses a job that is over: $state", async (end) => {
    const here = await started({ jobs: [job({ end })] });
    const error = await errorOf(cancel(here));
    expect([error.name, error.message]).toEqual([
      "InvalidParameterException",
      `The mailbox export job job-1 is ${end.state}; only a RUNNING job can be cancelled.`,
    ]);
  });

  test.each([
    ["nobody knows", [job({ jobId: "job-2" })]],
    ["has not begun", [job({ startTime: hoursAgo(-1) })]],
  ])("a job that %s is an EntityNotFoundException", async (_, seeded) => {
    expect((await errorOf(cancel(await started({ jobs: seeded })))).name).toBe("EntityNotFoundException");
  });

  test("another organization's job is an EntityNotFoundException", async () => {
    const organizations = [organization(), organization({ organizationId: OTHER_ORGANIZATION, jobs: [job()] })];
    expect((await errorOf(cancel(await started({ organizations })))).name).toBe("EntityNotFoundException");
  });

  test.each([true, false])("a job that left the window, with describeAfterWindow %s", async (describeAfterWindow) => {
    const here = await started({ jobs: [job({ startTime: hoursAgo(8 * 24) })], describeAfterWindow });
    const outcome = await cancel(here).then(
      () => "cancelled",
      ({ name }: Error) => name,
    );
    expect(outcome).toBe(describeAfterWindow ? "cancelled" : "EntityNotFoundException");
  });

  test("a clock that is put back finds the job running again", async () => {
    const here = await started({ jobs: [hundredMinutes] });
    here.clock.advance({ minutes: 50 });
    await cancel(here);
    here.clock.set(hoursAgo(-25 / 60));
    expect(await describeJob(here)).toMatchObject({ State: "RUNNING", EstimatedProgress: 25 });
  });
});

describe("the ClientToken", () => {
  test("that comes again is answered again, though the job is over", async () => {
    const here = await started({ jobs: [hundredMinutes] });
    here.clock.advance({ minutes: 10 });
    await cancel(here, "job-1", "token-1");
    here.clock.advance({ minutes: 10 });
    await cancel(here, "job-1", "token-1");
    expect(await describeJob(here)).toMatchObject({ State: "CANCELLED", EstimatedProgress: 10 });
    expect((await errorOf(cancel(here, "job-1", "token-2"))).name).toBe("InvalidParameterException");
  });

  test("that comes again for another job is refused, and nothing happens", async () => {
    const here = await started({ jobs: jobs(2) });
    await cancel(here, "job-0", "token-1");
    expect((await errorOf(cancel(here, "job-1", "token-1"))).message).toContain("CancelMailboxExportJob request");
    expect((await describeJob(here)).State).toBe("RUNNING");
  });

  test("may be the one of a start, or of another organization's cancellation", async () => {
    const organizations = [organization(), organization({ organizationId: OTHER_ORGANIZATION, jobs: [job()] })];
    const here = await started({ organizations });
    const JobId = await startExport(here, entityId(1), { ClientToken: "token-1" });
    await cancel(here, JobId, "token-1");
    const other = { OrganizationId: OTHER_ORGANIZATION, JobId: "job-1", ClientToken: "token-1" };
    await here.client.send(new CancelMailboxExportJobCommand(other));
  });
});

describe("faults of records", () => {
  test.each(["unknownState", "notATimestamp"] as const)("%s waits for an answer that has a record", async (kind) => {
    const here = await started();
    here.emulator.inject({ kind });
    const JobId = await startExport(here, entityId(1));
    await cancel(here, JobId);
    expect(here.emulator.pendingFaults).toHaveLength(1);
    await describeJob(here, JobId).catch(() => undefined);
    expect(here.emulator.pendingFaults).toEqual([]);
  });

  test("missingFields can take the JobId from a start", async () => {
    const here = await started();
    here.emulator.inject({ kind: "missingFields", fields: ["JobId"], operation: "StartMailboxExportJob" });
    expect((await errorOf(startExport(here, entityId(1)))).message).toBe("a started job has no id");
  });
});
