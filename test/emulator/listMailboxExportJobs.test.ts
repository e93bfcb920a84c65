import {
  ListMailboxExportJobsCommand,
  type ListMailboxExportJobsCommandInput,
  paginateListMailboxExportJobs,
} from "@aws-sdk/client-workmail";
import { hoursAgo, job, jobs, NOW, ORGANIZATION, OTHER_ORGANIZATION, organization, started } from "./harness";
import { call } from "./raw";

const list = (input: Partial<ListMailboxExportJobsCommandInput> = {}) =>
  new ListMailboxExportJobsCommand({ OrganizationId: ORGANIZATION, ...input });

describe("ListMailboxExportJobs", () => {
  test("lists exactly the members the service lists", async () => {
    const seeded = job({
      jobId: "job-9",
      description: "Before the move",
      s3BucketName: "archive",
      s3Prefix: "2026",
      startTime: hoursAgo(3),
      end: { state: "FAILED", afterSeconds: 1800, atProgress: 40, errorInfo: "No access." },
    });
    const { client } = await started({ jobs: [seeded] });

    const { Jobs, NextToken } = await client.send(list());

    expect(NextToken).toBeUndefined();
    expect(Jobs).toEqual([
      {
        JobId: "job-9",
        EntityId: seeded.entityId,
        Description: "Before the move",
        S3BucketName: "archive",
        S3Path: "2026/job-9.zip",
        EstimatedProgress: 40,
        State: "FAILED",
        StartTime: new Date(hoursAgo(3)),
        EndTime: new Date(hoursAgo(2.5)),
      },
    ]);
  });

  test("the answer has no other members on the wire, where the SDK cannot drop them", async () => {
    const { emulator } = await started({ jobs: [job({ end: { state: "FAILED", afterSeconds: 1, errorInfo: "x" } })] });
    const { body } = await call(emulator.url, "ListMailboxExportJobs", { OrganizationId: ORGANIZATION });
    expect(Object.keys(body)).toEqual(["Jobs"]);
    const [listed] = body["Jobs"] as object[];
    expect(Object.keys(listed ?? {}).sort()).toEqual([
      "EndTime",
      "EntityId",
      "EstimatedProgress",
      "JobId",
      "S3BucketName",
      "S3Path",
      "StartTime",
      "State",
    ]);
  });

  test("an organization without jobs has an empty list and no token", async () => {
    const { client } = await started();
    const { Jobs, NextToken } = await client.send(list());
    expect({ Jobs, NextToken }).toEqual({ Jobs: [], NextToken: undefined });
  });

  test("a description that was not given is no member, an empty one is", async () => {
    const { client } = await started({ jobs: [job(), job({ jobId: "job-2", description: "" })] });
    const { Jobs = [] } = await client.send(list());
    expect(Jobs.map((each) => each.Description).sort()).toEqual(["", undefined]);
    expect(Jobs.filter((each) => "Description" in each)).toHaveLength(1);
  });

  test("one organization does not see another's jobs", async () => {
    const organizations = [
      organization({ jobs: [job({ jobId: "mine" })] }),
      organization({ organizationId: OTHER_ORGANIZATION, jobs: [job({ jobId: "theirs" })] }),
    ];
    const { client } = await started({ organizations });
    const { Jobs } = await client.send(list({ OrganizationId: OTHER_ORGANIZATION }));
    expect(Jobs?.map((each) => each.JobId)).toEqual(["theirs"]);
  });

  test.each([
    ["newestFirst", ["job-0", "job-1", "job-2", "job-3"]],
    ["oldestFirst", ["job-3", "job-2", "job-1", "job-0"]],
  ] as const)("%s is the order it says", async (order, expected) => {
    const { client } = await started({ jobs: jobs(4), order });
    const { Jobs } = await client.send(list());
    expect(Jobs?.map((each) => each.JobId)).toEqual(expected);
  });

  test("jobs that began in the same instant are ordered by their ids", async () => {
    const { client } = await started({ jobs: ["c", "a", "b"].map((jobId) => job({ jobId })) });
    const { Jobs } = await client.send(list());
    expect(Jobs?.map((each) => each.JobId)).toEqual(["a", "b", "c"]);
  });

  test("shuffled is neither of the two, repeats for its seed and differs for another", async () => {
    const listed = async (shuffleSeed: number) => {
      const { client } = await started({ jobs: jobs(40), order: "shuffled", shuffleSeed });
      return (await client.send(list())).Jobs?.map((each) => each.JobId);
    };
    const newestFirst = jobs(40).map(({ jobId }) => jobId);
    const [first, again, other] = [await listed(1), await listed(1), await listed(2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first).not.toEqual(newestFirst);
    expect(first).not.toEqual([...newestFirst].reverse());
    expect([...(first ?? [])].sort()).toEqual([...newestFirst].sort());
  });
});

describe("the window of seven days", () => {
  const DAY = 24;

  test.each([
    ["at its far edge", 7 * DAY, true],
    ["a second past it", 7 * DAY + 1 / 3600, false],
    ["just now", 0, true],
    ["in an hour from now", -1, false],
  ])("a job that starts %s", async (_, hours, isListed) => {
    const { client } = await started({ jobs: [job({ startTime: hoursAgo(hours) })] });
    const { Jobs } = await client.send(list());
    expect(Jobs).toHaveLength(isListed ? 1 : 0);
  });

  test("a job leaves as the clock goes on, also while it is running", async () => {
    const { client, clock } = await started({ jobs: [job({ startTime: NOW })] });
    clock.advance({ days: 7 });
    expect((await client.send(list())).Jobs).toHaveLength(1);
    clock.advance({ seconds: 1 });
    expect((await client.send(list())).Jobs).toEqual([]);
  });

  test("a job comes as the clock reaches its start", async () => {
    const { client, clock } = await started({ jobs: [job({ startTime: hoursAgo(-1) })] });
    expect((await client.send(list())).Jobs).toEqual([]);
    clock.advance({ hours: 1 });
    expect((await client.send(list())).Jobs).toHaveLength(1);
  });
});

describe("pages", () => {
  test("a page holds 100 jobs when the client does not say", async () => {
    const { client } = await started({ jobs: jobs(101) });
    const first = await client.send(list());
    expect(first.Jobs).toHaveLength(100);
    const second = await client.send(list({ NextToken: first.NextToken }));
    expect(second.Jobs).toHaveLength(1);
    expect(second.NextToken).toBeUndefined();
  });

  test("a last page that is full has no token", async () => {
    const { client } = await started({ jobs: jobs(4) });
    const first = await client.send(list({ MaxResults: 2 }));
    const second = await client.send(list({ MaxResults: 2, NextToken: first.NextToken }));
    expect([first.NextToken === undefined, second.NextToken === undefined]).toEqual([false, true]);
  });

  test("the SDK's own paginator finds every job", async () => {
    const { client, emulator } = await started({ jobs: jobs(23) });
    const found: (string | undefined)[] = [];
    for await (const page of paginateListMailboxExportJobs({ client, pageSize: 5 }, { OrganizationId: ORGANIZATION })) {
      found.push(...(page.Jobs ?? []).map(({ JobId }) => JobId));
    }
    expect(found).toEqual(jobs(23).map(({ jobId }) => jobId));
    expect(emulator.requests).toHaveLength(5);
  });

  test("the same request gives the same token, and it tells nothing", async () => {
    const { client } = await started({ jobs: jobs(4) });
    const [one, two] = [await client.send(list({ MaxResults: 2 })), await client.send(list({ MaxResults: 2 }))];
    expect(two.NextToken).toBe(one.NextToken);
    const bytes = Buffer.from(one.NextToken ?? "", "base64").toString("latin1");
    expect(bytes).not.toMatch(/job-|page|after/);
  });
});
