import { WorkMailRequestError } from "../../provider/errors";
import { describeMailboxExportJob } from "../../provider/workmail/describeMailboxExportJob";
import { organizationId, region, rejectionOf, withAwsEnvironment } from "../support/organization";
import type { Scripted } from "../support/scriptedWorkMail";
import { answeringWorkMail, connectionTo, inTurn } from "./rosterServer";

withAwsEnvironment();

async function describing(answer: Scripted) {
  const { url, asked } = await answeringWorkMail({ DescribeMailboxExportJob: inTurn(answer) });
  return { described: describeMailboxExportJob(await connectionTo(url), "job-1"), asked };
}

const body = {
  EntityId: "entity-0000001",
  Description: "before the move",
  RoleArn: "arn:aws:iam::123456789012:role/export",
  KmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1",
  S3BucketName: "archive",
  S3Prefix: "exports/",
  S3Path: "exports/alice.zip",
  EstimatedProgress: 40,
  State: "FAILED",
  ErrorInfo: "The role is gone.",
  StartTime: 1_700_000_000,
  EndTime: 1_700_003_600,
};

test("a job is told in full, under the id that was asked", async () => {
  const { described, asked } = await describing({ body: { ...body, JobId: "another" } });
  expect(await described).toEqual({
    jobId: "job-1",
    entityId: "entity-0000001",
    description: "before the move",
    roleArn: "arn:aws:iam::123456789012:role/export",
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1",
    s3BucketName: "archive",
    s3Prefix: "exports/",
    s3Path: "exports/alice.zip",
    estimatedProgress: 40,
    state: "FAILED",
    errorInfo: "The role is gone.",
    startTime: "2023-11-14T22:13:20.000Z",
    endTime: "2023-11-14T23:13:20.000Z",
  });
  expect(asked).toEqual([
    { operation: "DescribeMailboxExportJob", input: { OrganizationId: organizationId, JobId: "job-1" } },
  ]);
});

test("what the answer lacks is left out, and an unknown state passes through", async () => {
  const { described } = await describing({ body: { State: "SUSPENDED", EntityId: null } });
  expect(await described).toEqual({ jobId: "job-1", state: "SUSPENDED" });
});

test.each<[string, unknown]>([
  ["an empty body", ""],
  ["null", "null"],
  ["an object without members", {}],
  ["an error under status 200", { __type: "EntityNotFoundException", Message: "no" }],
  ["the description of nothing", { EstimatedProgress: 100, S3Path: "exports/alice.zip" }],
  ["HTML", "<html>"],
  ["a State that is a number", { ...body, State: 1 }],
  ["a RoleArn that is an object", { ...body, RoleArn: {} }],
  ["progress that is a text", { ...body, EstimatedProgress: "half" }],
  ["an end in milliseconds", { ...body, EndTime: 1_764_000_000_000 }],
])("%s is malformed", async (_name, answer) => {
  const error = await rejectionOf((await describing({ body: answer })).described);
  expect(error).toBeInstanceOf(WorkMailRequestError);
  expect(error).toMatchObject({
    reason: "malformedResponse",
    subject: { operation: "DescribeMailboxExportJob", organizationId, region, jobId: "job-1" },
    message: expect.stringMatching(/^DescribeMailboxExportJob for job job-1 for organization /),
  });
});

test("a job that the service does not know any more, with advice for one that was remembered", async () => {
  const { described } = await describing({ status: 400, body: { __type: "EntityNotFoundException", Message: "no" } });
  expect(await rejectionOf(described)).toMatchObject({
    reason: "entityNotFound",
    message: expect.stringMatching(/includeDetails; a job that left the list long ago may be forgotten/),
  });
});
