import { DescribeMailboxExportJobCommand, EntityNotFoundException } from "@aws-sdk/client-workmail";
import { errorOf, hoursAgo, job, ORGANIZATION, OTHER_ORGANIZATION, organization, started } from "./harness";
import { call } from "./raw";

const describeJob = (JobId = "job-1", OrganizationId = ORGANIZATION) =>
  new DescribeMailboxExportJobCommand({ JobId, OrganizationId });

const DAY = 24;

describe("DescribeMailboxExportJob", () => {
  test("answers exactly the members the service answers, and no JobId", async () => {
    const seeded = job({
      description: "Before the move",
      s3BucketName: "archive",
      s3Prefix: "2026/",
      s3Path: "archive/2026/x.zip",
      roleArn: "arn:aws:iam::999999999999:role/Exporter",
      kmsKeyArn: "arn:aws:kms:eu-west-1:999999999999:key/abc",
      startTime: hoursAgo(2),
      end: { state: "FAILED", afterSeconds: 90, atProgress: 7, errorInfo: "No access." },
    });
    const { client } = await started({ jobs: [seeded] });

    const { $metadata, ...answer } = await client.send(describeJob());

    expect(answer).toEqual({
      EntityId: seeded.entityId,
      Description: "Before the move",
      RoleArn: "arn:aws:iam::999999999999:role/Exporter",
      KmsKeyArn: "arn:aws:kms:eu-west-1:999999999999:key/abc",
      S3BucketName: "archive",
      S3Prefix: "2026/",
      S3Path: "archive/2026/x.zip",
      EstimatedProgress: 7,
      State: "FAILED",
      ErrorInfo: "No access.",
      StartTime: new Date(hoursAgo(2)),
      EndTime: new Date(Date.parse(hoursAgo(2)) + 90_000),
    });
  });

  test("the answer has no JobId on the wire, where the SDK cannot drop it", async () => {
    const { emulator } = await started({ jobs: [job()] });
    const input = { OrganizationId: ORGANIZATION, JobId: "job-1" };
    const { body } = await call(emulator.url, "DescribeMailboxExportJob", input);
    expect(Object.keys(body).sort()).toEqual([
      "EntityId",
      "EstimatedProgress",
      "KmsKeyArn",
      "RoleArn",
      "S3BucketName",
      "S3Path",
      "S3Prefix",
      "StartTime",
      "State",
    ]);
  });

  test.each([
    ["running", undefined],
    ["completed", { state: "COMPLETED", afterSeconds: 60 }],
    ["cancelled", { state: "CANCELLED", afterSeconds: 60 }],
  ] as const)("a job that is %s has no ErrorInfo", async (_, end) => {
    const { client } = await started({ jobs: [job({ ...(end && { end }) })] });
    expect(await client.send(describeJob())).not.toHaveProperty("ErrorInfo");
  });

  test("a job moves from RUNNING to its end with the clock", async () => {
    const jobs = [job({ startTime: hoursAgo(0), end: { state: "COMPLETED", afterSeconds: 7200 } })];
    const { client, clock } = await started({ jobs });
    const seen: unknown[] = [];
    for (const _ of [0, 1, 2, 3, 4]) {
      const { State, EstimatedProgress, EndTime } = await client.send(describeJob());
      seen.push([State, EstimatedProgress, EndTime?.toISOString()]);
      clock.advance({ minutes: 30 });
    }
    expect(seen).toEqual([
      ["RUNNING", 0, undefined],
      ["RUNNING", 25, undefined],
      ["RUNNING", 50, undefined],
      ["RUNNING", 75, undefined],
      ["COMPLETED", 100, "2026-11-24T14:00:00.000Z"],
    ]);
  });

  test.each([
    ["nobody knows", "job-2", [job()]],
    ["has not begun", "job-1", [job({ startTime: hoursAgo(-1) })]],
  ])("a job that %s is an EntityNotFoundException", async (_, id, jobs) => {
    const { client } = await started({ jobs });
    expect(await errorOf(client.send(describeJob(id)))).toBeInstanceOf(EntityNotFoundException);
  });

  test("another organization's job is an EntityNotFoundException", async () => {
    const organizations = [organization({ jobs: [job()] }), organization({ organizationId: OTHER_ORGANIZATION })];
    const { client } = await started({ organizations });
    expect(await errorOf(client.send(describeJob("job-1", OTHER_ORGANIZATION)))).toBeInstanceOf(
      EntityNotFoundException,
    );
  });

  test("a job that has left the window is still described", async () => {
    const { client } = await started({ jobs: [job({ startTime: hoursAgo(30 * DAY) })] });
    expect((await client.send(describeJob())).State).toBe("RUNNING");
  });

  test("with describeAfterWindow false it is gone", async () => {
    const jobs = [job({ startTime: hoursAgo(7 * DAY) }), job({ jobId: "older", startTime: hoursAgo(7 * DAY + 1) })];
    const { client } = await started({ jobs, describeAfterWindow: false });
    expect((await client.send(describeJob())).State).toBe("RUNNING");
    expect(await errorOf(client.send(describeJob("older")))).toBeInstanceOf(EntityNotFoundException);
  });
});
