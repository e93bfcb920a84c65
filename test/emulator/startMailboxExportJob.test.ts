import { DescribeMailboxExportJobCommand, ListMailboxExportJobsCommand } from "@aws-sdk/client-workmail";
import type { SeedOrganization, SeedUser, StartedJob } from "../../provider/emulator";
import {
  EXPORT,
  entityId,
  errorOf,
  hoursAgo,
  job,
  NOW,
  ORGANIZATION,
  OTHER_ORGANIZATION,
  organization,
  resource,
  type Started,
  startExport,
  started,
  user,
} from "./harness";
import { call } from "./raw";

const OrganizationId = ORGANIZATION;
const DAY = 24;

const describeJob = ({ client }: Pick<Started, "client">, JobId: string) =>
  client.send(new DescribeMailboxExportJobCommand({ OrganizationId, JobId }));

const listed = async ({ client }: Started) =>
  (await client.send(new ListMailboxExportJobsCommand({ OrganizationId }))).Jobs ?? [];

const withRoster = (roster: Partial<SeedOrganization>) => started({ organizations: [organization(roster)] });

describe("StartMailboxExportJob", () => {
  test("starts a job now that has what was asked for, and completes it after an hour", async () => {
    const here = await started();
    const JobId = await startExport(here, entityId(1), { Description: "Before the move" });

    const { $metadata: _, ...job } = await describeJob(here, JobId);
    expect(job).toEqual({
      EntityId: entityId(1),
      Description: "Before the move",
      RoleArn: EXPORT.RoleArn,
      KmsKeyArn: EXPORT.KmsKeyArn,
      S3BucketName: "archive",
      S3Prefix: "2026/",
      S3Path: `2026/${JobId}.zip`,
      EstimatedProgress: 0,
      State: "RUNNING",
      StartTime: new Date(NOW),
    });
    here.clock.advance({ minutes: 59, seconds: 59.999 });
    expect(await describeJob(here, JobId)).toMatchObject({ State: "RUNNING", EstimatedProgress: 99 });
    here.clock.advance({ seconds: 0.001 });
    expect(await describeJob(here, JobId)).toMatchObject({ State: "COMPLETED", EndTime: new Date(hoursAgo(-1)) });
  });

  test("answers with a JobId and nothing else", async () => {
    const { emulator } = await started();
    const input = { ...EXPORT, EntityId: entityId(1), ClientToken: "t" };
    const { body } = await call(emulator.url, "StartMailboxExportJob", input);
    expect(body).toEqual({
      JobId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
    });
  });

  test("a job without a description has none", async () => {
    const here = await started();
    expect(await describeJob(here, await startExport(here, entityId(1)))).not.toHaveProperty("Description");
  });

  test("the ids are others for each job and organization, and the same in the next run", async () => {
    const run = async () => {
      const here = await started();
      return [await startExport(here, entityId(1)), await startExport(here, entityId(2))];
    };
    const [first, second] = [await run(), await run()];
    expect(second).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });

  test("a started job takes its place among those that are there", async () => {
    const here = await started({ jobs: [job({ jobId: "old" }), job({ jobId: "future", startTime: hoursAgo(-1) })] });
    const JobId = await startExport(here, entityId(2));
    here.clock.advance({ hours: 1 });
    expect((await listed(here)).map((each) => each.JobId)).toEqual(["future", JobId, "old"]);
  });

  test("a walk that began before the job did does not find it", async () => {
    const here = await started({ jobs: [job({ jobId: "a" }), job({ jobId: "b" })], order: "oldestFirst" });
    const page = (NextToken?: string) =>
      here.client.send(new ListMailboxExportJobsCommand({ OrganizationId, MaxResults: 1, NextToken }));
    const { NextToken } = await page();
    here.clock.advance({ seconds: 1 });
    await startExport(here, entityId(2));
    const second = await page(NextToken);
    expect([second.Jobs?.[0]?.JobId, second.NextToken]).toEqual(["b", undefined]);
  });
});

describe("endOfStarted", () => {
  test("sees the job, and decides how it ends", async () => {
    const seen: StartedJob[] = [];
    const here = await started({
      organizations: [organization({ users: [user(1)] })],
      endOfStarted: (job) => {
        seen.push(job);
        return { state: "FAILED", afterSeconds: 10, atProgress: 3, errorInfo: `No access to ${job.entityId}.` };
      },
    });
    const jobId = await startExport(here, "user-1");
    expect(seen).toEqual([{ jobId, entityId: entityId(1), startTime: new Date(NOW).toISOString() }]);
    here.clock.advance({ seconds: 10 });
    expect(await describeJob(here, jobId)).toMatchObject({
      State: "FAILED",
      EstimatedProgress: 3,
      ErrorInfo: `No access to ${entityId(1)}.`,
    });
  });

  test("may say that it never does", async () => {
    const here = await started({ endOfStarted: () => undefined });
    const jobId = await startExport(here, entityId(1));
    here.clock.advance({ days: 300 });
    expect((await describeJob(here, jobId)).State).toBe("RUNNING");
  });

  test("that gives what is no end closes the connection, says why, and starts nothing", async () => {
    const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
    try {
      const here = await started({ endOfStarted: () => ({ state: "COMPLETED", afterSeconds: -1 }) });
      expect((await errorOf(startExport(here, entityId(1)))).message).toMatch(/hang up|ECONNRESET/);
      expect(String(said.mock.calls[0]?.[1])).toContain("endOfStarted.afterSeconds: must be a number of at least 0");
      expect(await listed(here)).toEqual([]);
    } finally {
      said.mockRestore();
    }
  });
});

describe("the mailbox", () => {
  test.each([
    ["a user's id", entityId(1), 1],
    ["a user's name", "user-1", 1],
    ["a user's email", "user-1@example.com", 1],
    ["a resource's id", entityId(2), 2],
    ["a resource's name", "room-2", 2],
    ["a resource's email", "room-2@example.com", 2],
  ])("may be named by %s; the job has the id", async (_, named, number) => {
    const here = await withRoster({ users: [user(1)], resources: [resource(2)] });
    expect((await describeJob(here, await startExport(here, named))).EntityId).toBe(entityId(number));
  });

  test.each(["user-2", "USER-1", "user", entityId(9), "nobody@example.com"])("%s is nobody here", async (named) => {
    const here = await withRoster({ users: [user(1)] });
    const error = await errorOf(startExport(here, named));
    expect([error.name, error.message]).toEqual([
      "EntityNotFoundException",
      `The entity ${named} does not exist in the organization ${ORGANIZATION}.`,
    ]);
    expect(await listed(here)).toEqual([]);
  });

  test("without users and resources every entity is one, and the job has what it was named by", async () => {
    const here = await started();
    expect((await describeJob(here, await startExport(here, "anybody@example.com"))).EntityId).toBe(
      "anybody@example.com",
    );
  });

  test.each([{ users: [] }, { resources: [] }])("with a roster that is empty, %j, nobody is", async (roster) => {
    const here = await withRoster(roster);
    expect((await errorOf(startExport(here, entityId(1)))).name).toBe("EntityNotFoundException");
  });

  test("with the first user that is added, the others are nobody", async () => {
    const here = await started();
    here.emulator.addUsers(ORGANIZATION, user(1));
    expect((await errorOf(startExport(here, entityId(2)))).name).toBe("EntityNotFoundException");
    await startExport(here, entityId(1));
  });

  test.each<[string, Partial<SeedUser>, boolean]>([
    ["enabled", { state: "ENABLED" }, true],
    ["enabled again", { state: "ENABLED", disabledDate: hoursAgo(90 * DAY) }, true],
    ["for a resource", { userRole: "RESOURCE" }, true],
    ["disabled since nobody knows when", { state: "DISABLED" }, true],
    ["disabled 30 days ago", { state: "DISABLED", disabledDate: hoursAgo(30 * DAY) }, true],
    ["disabled a second longer ago", { state: "DISABLED", disabledDate: hoursAgo(30 * DAY + 1 / 3600) }, false],
    ["deleted", { state: "DELETED" }, false],
    ["the system's", { userRole: "SYSTEM_USER" }, false],
    ["remote", { userRole: "REMOTE_USER" }, false],
  ])("of a user who is %s", async (_, partial, has) => {
    const here = await withRoster({ users: [user(1, partial)] });
    if (has) await startExport(here, "user-1");
    else {
      const error = await errorOf(startExport(here, "user-1"));
      expect([error.name, error.message]).toEqual([
        "EntityNotFoundException",
        `The entity user-1 has no mailbox in the organization ${ORGANIZATION}.`,
      ]);
    }
  });

  test("of a resource goes with its state as well", async () => {
    const here = await withRoster({ resources: [resource(1, { state: "DELETED" })] });
    expect((await errorOf(startExport(here, "room-1"))).message).toContain("has no mailbox");
  });

  test("of somebody who is there is found under a name that somebody who is gone had too", async () => {
    const here = await withRoster({
      users: [user(1, { state: "DELETED", name: "alice" }), user(2, { name: "alice" })],
    });
    expect((await describeJob(here, await startExport(here, "alice"))).EntityId).toBe(entityId(2));
  });

  test("an id is never taken for another's name", async () => {
    const here = await withRoster({ users: [user(1, { name: entityId(2) }), user(2)] });
    expect((await describeJob(here, await startExport(here, entityId(2)))).EntityId).toBe(entityId(2));
  });
});

describe("ten at a time", () => {
  const running = (count: number) =>
    Array.from({ length: count }, (_, i) => job({ jobId: `job-${i}`, entityId: entityId(100 + i) }));

  test("the eleventh is refused until one of them has ended", async () => {
    const here = await started({ jobs: running(9) });
    await startExport(here, entityId(1));
    const error = await errorOf(startExport(here, entityId(2)));
    expect([error.name, error.message]).toEqual([
      "LimitExceededException",
      expect.stringContaining("already has 10 mailbox export jobs that are running"),
    ]);
    here.clock.advance({ minutes: 59, seconds: 59 });
    expect((await errorOf(startExport(here, entityId(2)))).name).toBe("LimitExceededException");
    here.clock.advance({ seconds: 1 });
    await startExport(here, entityId(2));
  });

  test("what has ended, or has not begun, does not count", async () => {
    const ended = running(20).map((each) => ({ ...each, end: { state: "COMPLETED", afterSeconds: 60 } as const }));
    const future = running(40)
      .slice(20)
      .map((each) => ({ ...each, startTime: hoursAgo(-1) }));
    const here = await started({ jobs: [...ended, ...future] });
    await startExport(here, entityId(1));
  });

  test("a job that left the window still counts while it runs", async () => {
    const old = running(10).map((each) => ({ ...each, startTime: hoursAgo(9 * DAY) }));
    const here = await started({ jobs: old });
    expect((await errorOf(startExport(here, entityId(1)))).name).toBe("LimitExceededException");
  });

  test("another organization has ten of its own", async () => {
    const organizations = [organization(), organization({ organizationId: OTHER_ORGANIZATION, jobs: running(10) })];
    await startExport(await started({ organizations }), entityId(1));
  });

  test("the SDK takes the refusal for throttling, and asks again with the same token", async () => {
    const { clientWith, emulator } = await started({ jobs: running(10) });
    await errorOf(startExport({ client: clientWith({ maxAttempts: 3 }) }, entityId(1)));
    expect(emulator.requests).toHaveLength(3);
    const tokens = emulator.requests.map(({ body }) => (body as { ClientToken?: string }).ClientToken);
    expect(new Set(tokens).size).toBe(1);
  });
});

describe("once in 24 hours", () => {
  test("a mailbox is refused up to their very end, by whatever it is named", async () => {
    const here = await withRoster({ users: [user(1)] });
    const first = await startExport(here, entityId(1));
    here.clock.advance({ hours: 23, minutes: 59, seconds: 59.999 });
    for (const named of [entityId(1), "user-1", "user-1@example.com"]) {
      const error = await errorOf(startExport(here, named));
      expect([error.name, error.message]).toEqual([
        "LimitExceededException",
        expect.stringContaining(`The mailbox ${entityId(1)} can be exported once every 24 hours; ${first}`),
      ]);
    }
    here.clock.advance({ seconds: 0.001 });
    await startExport(here, "user-1");
  });

  test.each([
    ["completed", { state: "COMPLETED", afterSeconds: 1 }],
    ["failed", { state: "FAILED", afterSeconds: 1, errorInfo: "No access." }],
    ["was cancelled", { state: "CANCELLED", afterSeconds: 1 }],
  ] as const)("a job that %s counts", async (_, end) => {
    const here = await started({ jobs: [job({ entityId: entityId(1), end })] });
    expect((await errorOf(startExport(here, entityId(1)))).name).toBe("LimitExceededException");
  });

  test("another mailbox's job does not count, nor does one that has not begun", async () => {
    const future = job({ jobId: "future", entityId: entityId(1), startTime: hoursAgo(-1) });
    await startExport(await started({ jobs: [job({ entityId: entityId(2) }), future] }), entityId(1));
  });
});

describe("the ClientToken", () => {
  const ClientToken = "token-1";

  test("that comes again with the same input gives the same job, and starts nothing", async () => {
    const here = await started();
    const first = await startExport(here, entityId(1), { ClientToken });
    here.clock.advance({ days: 3 });
    expect(await startExport(here, entityId(1), { ClientToken })).toBe(first);
    expect(await listed(here)).toHaveLength(1);
  });

  test("gives the same job while ten others run", async () => {
    const here = await started({ endOfStarted: () => undefined });
    const jobIds = [];
    for (let i = 0; i < 10; i++) jobIds.push(await startExport(here, entityId(i), { ClientToken: `token-${i}` }));
    expect(await startExport(here, entityId(4), { ClientToken: "token-4" })).toBe(jobIds[4]);
  });

  test.each([
    ["mailbox", entityId(2), {}],
    ["name of the mailbox", "user-1", {}],
    ["prefix", entityId(1), { S3Prefix: "2027/" }],
    ["description", entityId(1), { Description: "" }],
  ])("that comes again with another %s is refused", async (_, named, more) => {
    const here = await withRoster({ users: [user(1), user(2)] });
    await startExport(here, entityId(1), { ClientToken });
    const error = await errorOf(startExport(here, named, { ...more, ClientToken }));
    expect([error.name, error.message]).toEqual([
      "InvalidParameterException",
      "The ClientToken token-1 has already been used for another StartMailboxExportJob request.",
    ]);
    expect(await listed(here)).toHaveLength(1);
  });

  test("of a request that was refused is still good", async () => {
    const here = await started({ jobs: [job({ entityId: entityId(1) })] });
    expect((await errorOf(startExport(here, entityId(1), { ClientToken }))).name).toBe("LimitExceededException");
    here.clock.advance({ days: 1 });
    await startExport(here, entityId(1), { ClientToken });
  });

  test("saves the client whose answer was lost on the way", async () => {
    const here = await started();
    here.emulator.inject({ kind: "truncatedBody" });
    await errorOf(startExport(here, entityId(1), { ClientToken }));
    const JobId = await startExport(here, entityId(1), { ClientToken });
    expect((await listed(here)).map((each) => each.JobId)).toEqual([JobId]);
  });
});
