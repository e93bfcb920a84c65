import fc from "fast-check";
import { getMailboxExportJobs } from "../../provider/functions/getMailboxExportJobs";
import { contextOf, organizationId, region, withAwsEnvironment, workMailWith } from "../support/organization";
import { serve } from "../support/serve";

withAwsEnvironment();

const job = (jobId: string, startTime: string, more = {}) => ({
  jobId,
  entityId: `entity-of-job-${jobId}`,
  startTime,
  ...more,
});

describe("the result", () => {
  test("holds every job of every page, newest first, ties by jobId", async () => {
    const { emulator } = await workMailWith(
      [
        job("c", "2026-11-23T10:00:00Z"),
        job("a", "2026-11-22T10:00:00Z"),
        job("d", "2026-11-24T10:00:00Z"),
        job("b", "2026-11-23T10:00:00Z"),
      ],
      { order: "shuffled" },
    );
    const result = await getMailboxExportJobs(
      { organizationId, region, endpoint: emulator.url, pageSize: 1 },
      contextOf(),
    );
    expect(result.ids).toEqual(["d", "b", "c", "a"]);
    expect(result.jobs.map(({ jobId }) => jobId)).toEqual(result.ids);
    expect(emulator.requests).toHaveLength(4);
  });

  test("counts by state, finds the latest job of each entity and repeats what decided it", async () => {
    const { emulator } = await workMailWith([
      job("old", "2026-11-22T10:00:00Z", {
        entityId: "entity-0000001",
        end: { state: "COMPLETED", afterSeconds: 3600 },
      }),
      job("new", "2026-11-24T10:00:00Z", { entityId: "entity-0000001" }),
    ]);
    const result = await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url }, contextOf());
    expect(result).toMatchObject({
      id: `${region}/${organizationId}`,
      organizationId,
      region,
      includeDetails: false,
      latestByEntity: { "entity-0000001": { jobId: "new", state: "RUNNING" } },
    });
    expect(result.counts).toEqual({ total: 2, running: 1, completed: 1, failed: 0, cancelled: 0, other: 0 });
  });

  test("is the same for any page size and any order of the service", async () => {
    const { emulator: reference } = await workMailWith(30);
    const whole = await getMailboxExportJobs({ organizationId, region, endpoint: reference.url }, contextOf());
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom("newestFirst" as const, "oldestFirst" as const, "shuffled" as const),
        fc.integer({ min: 1, max: 99 }),
        async (pageSize, order, shuffleSeed) => {
          const { emulator } = await workMailWith(30, { order, shuffleSeed });
          const args = { organizationId, region, endpoint: emulator.url, pageSize };
          expect(await getMailboxExportJobs(args, contextOf())).toEqual(whole);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("is empty for an organization without jobs, in one request", async () => {
    const { emulator } = await workMailWith(0);
    const result = await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url }, contextOf());
    expect(result).toMatchObject({ ids: [], jobs: [], counts: { total: 0 }, latestByEntity: {} });
    expect(emulator.requests).toHaveLength(1);
  });

  test("leaves out jobs that left the seven-day window, as the service does", async () => {
    const { emulator, clock } = await workMailWith([job("a", "2026-11-20T10:00:00Z")]);
    const args = { organizationId, region, endpoint: emulator.url };
    expect((await getMailboxExportJobs(args, contextOf())).ids).toEqual(["a"]);
    clock.advance({ days: 4 });
    expect((await getMailboxExportJobs(args, contextOf())).ids).toEqual([]);
  });
});

describe("filters", () => {
  test("are applied after every page was read, and sent to nobody", async () => {
    const { emulator } = await workMailWith(250);
    const args = { organizationId, region, endpoint: emulator.url };
    const all = await getMailboxExportJobs(args, contextOf());
    const failed = await getMailboxExportJobs({ ...args, states: ["FAILED"] }, contextOf());
    expect(failed.jobs).toEqual(all.jobs.filter(({ state }) => state === "FAILED"));
    expect(failed.states).toEqual(["FAILED"]);
    expect(failed.counts).toMatchObject({ total: failed.jobs.length, failed: failed.jobs.length });
    expect(emulator.requests).toHaveLength(6);
    expect(new Set(emulator.requests.flatMap(({ body }) => Object.keys(Object(body))))).toEqual(
      new Set(["OrganizationId", "MaxResults", "NextToken"]),
    );
  });

  test("a state that AWS does not document is warned of, with the nearest", async () => {
    const { emulator } = await workMailWith(5);
    const context = contextOf();
    await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url, states: ["COMPLETE"] }, context);
    expect(context.warnings).toEqual([expect.stringMatching(/COMPLETE is not a state.*Did you mean COMPLETED\?/)]);
  });
});

test("an entity id that looks like an email is warned of: it would give an empty list", async () => {
  const { emulator } = await workMailWith(5);
  const context = contextOf();
  await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url, entityIds: ["a@example.com"] }, context);
  expect(context.warnings).toEqual([expect.stringContaining("entityIds: a@example.com looks like an email")]);
});

test("a list of many pages is read whole", async () => {
  const { emulator } = await workMailWith(250);
  const args = { organizationId, region, endpoint: emulator.url, pageSize: 1 };
  expect((await getMailboxExportJobs(args, contextOf())).jobs).toHaveLength(250);
  expect(emulator.requests).toHaveLength(250);
});

describe("includeDetails", () => {
  test("adds what only Describe tells, one request a job", async () => {
    const { emulator } = await workMailWith(40);
    const args = { organizationId, region, endpoint: emulator.url, includeDetails: true };
    const { jobs, includeDetails } = await getMailboxExportJobs(args, contextOf());
    expect(includeDetails).toBe(true);
    expect(emulator.requests.filter(({ operation }) => operation === "DescribeMailboxExportJob")).toHaveLength(40);
    for (const job of jobs) {
      expect(job).toMatchObject({
        roleArn: expect.any(String),
        kmsKeyArn: expect.any(String),
        s3Prefix: expect.any(String),
      });
      expect(job.errorInfo !== undefined).toBe(job.state === "FAILED");
    }
  });

  test("asks for the jobs that pass the filters alone, after every page was read", async () => {
    const { emulator } = await workMailWith(250);
    const args = { organizationId, region, endpoint: emulator.url, states: ["FAILED"] };
    const without = await getMailboxExportJobs(args, contextOf());
    const { ids, jobs } = await getMailboxExportJobs({ ...args, includeDetails: true }, contextOf());
    expect(ids).toEqual(without.ids);
    expect(jobs.every(({ errorInfo }) => errorInfo !== undefined)).toBe(true);
    const operations = emulator.requests.map(({ operation }) => operation);
    expect(operations.filter((operation) => operation === "DescribeMailboxExportJob")).toHaveLength(ids.length);
    expect(operations.filter((operation) => operation === "ListMailboxExportJobs")).toHaveLength(6);
  });

  test("leaves the rest as it was listed: a job that moves on in between is in the answer of one state, not of none", async () => {
    const { emulator } = await workMailWith([job("a", "2026-11-24T11:00:00Z"), job("b", "2026-11-24T10:00:00Z")], {
      faults: [{ kind: "unknownState", operation: "DescribeMailboxExportJob", times: 9 }],
    });
    const args = { organizationId, region, endpoint: emulator.url, includeDetails: true };
    const { jobs } = await getMailboxExportJobs({ ...args, states: ["RUNNING"] }, contextOf());
    expect(jobs).toMatchObject([
      { jobId: "a", state: "RUNNING", roleArn: expect.any(String) },
      { jobId: "b", state: "RUNNING", roleArn: expect.any(String) },
    ]);
  });

  test("without it none of that is there", async () => {
    const { emulator } = await workMailWith(4);
    const { jobs } = await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url }, contextOf());
    expect(jobs).toHaveLength(4);
    for (const job of jobs) {
      for (const member of ["roleArn", "kmsKeyArn", "s3Prefix", "errorInfo"]) expect(job).not.toHaveProperty(member);
    }
  });

  test.each([
    [{}, 8],
    [{ detailsConcurrency: 3 }, 3],
    [{ detailsConcurrency: 1 }, 1],
  ])("with %j it describes %i jobs at the same time", async (more, expected) => {
    const workMail = await busyWorkMail(20);
    const args = { organizationId, region, endpoint: workMail.url, includeDetails: true, ...more };
    await getMailboxExportJobs(args, contextOf());
    expect(workMail.mostAtOnce()).toBe(expected);
  });

  test("slows down when it is throttled, and still has every job", async () => {
    const { emulator } = await workMailWith(40, { requestsPerSecond: 20 });
    const args = { organizationId, region, endpoint: emulator.url, includeDetails: true };
    const { jobs } = await getMailboxExportJobs(args, contextOf());
    expect(jobs).toHaveLength(40);
    expect(jobs.every(({ roleArn }) => roleArn !== undefined)).toBe(true);
    expect(emulator.requests.some(({ status }) => status === 400)).toBe(true);
  }, 60_000);
});

/** A server that takes its time, and knows how many requests were under way at once. */
async function busyWorkMail(jobs: number) {
  let underWay = 0;
  let most = 0;
  const list = { Jobs: Array.from({ length: jobs }, (_, index) => ({ JobId: `job-${index}` })) };
  const url = await serve((request, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    setTimeout(() => {
      underWay -= 1;
      const isList = String(request.headers["x-amz-target"]).endsWith("ListMailboxExportJobs");
      response.end(JSON.stringify(isList ? list : { State: "RUNNING" }));
    }, 20);
  });
  return { url, mostAtOnce: () => most };
}
