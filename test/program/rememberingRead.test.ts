import * as pulumi from "@pulumi/pulumi";
import { rememberingRead } from "../../provider/program/rememberingRead";
import { showArchive } from "../support/archiveAnswer";
import { completedJob } from "../support/archives";
import {
  contextOf,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";
import { serve } from "../support/serve";

withAwsEnvironment();

/** Begins a run: each has a monitor of its own. */
const newRun = () =>
  pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
    call: ({ inputs }) => inputs,
  });

beforeEach(newRun);

test("the same question is read once in a run, whatever its page size and filters, also at the same time", async () => {
  const { emulator } = await workMailWith(5);
  const args = { organizationId, region, endpoint: emulator.url };
  const [first, second] = await Promise.all([
    rememberingRead(args, contextOf()),
    rememberingRead({ ...args, pageSize: 10 }, contextOf()),
  ]);
  const third = await rememberingRead({ ...args, states: ["FAILED"], detailsConcurrency: 2 }, contextOf());
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(emulator.requests).toHaveLength(1);
});

test("one caller's patience does not fail another", async () => {
  const { emulator } = await workMailWith(3, { latencyMs: 300 });
  const args = { organizationId, region, endpoint: emulator.url };
  const hasty = rejectionOf(rememberingRead({ ...args, timeoutSeconds: 0.1 }, contextOf()));
  expect((await rememberingRead(args, contextOf())).jobs).toHaveLength(3);
  expect(await hasty).toMatchObject({ reason: "timeout" });
});

test("another environment is another question: a program can change where and as whom it asks", async () => {
  const { emulator: one } = await workMailWith(1);
  const { emulator: two } = await workMailWith(2);
  const ask = (url: string) => {
    process.env["AWS_ENDPOINT_URL_WORKMAIL"] = url;
    return rememberingRead({ organizationId, region }, contextOf({ environment: process.env }));
  };
  expect((await ask(one.url)).jobs).toHaveLength(1);
  expect((await ask(two.url)).jobs).toHaveLength(2);
  expect((await ask(one.url)).jobs).toHaveLength(1);
  expect(one.requests).toHaveLength(1);
});

test.each([
  [{ organizationId: "m-fedcba9876543210fedcba9876543210" }, { reason: "organizationNotFound" }],
  [{ profile: "mail" }, { reason: "credentialsMissing" }],
  [{ assumeRole: { roleArn: "arn:aws:iam::123456789012:role/x" } }, { reason: "roleNotAssumed" }],
  [{ endpoint: "http://127.0.0.1:1" }, { reason: "unreachable" }],
])("another question is not answered by the first: %j", async (other, failure) => {
  const { emulator } = await workMailWith(5);
  process.env["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1";
  const args = { organizationId, region, endpoint: emulator.url, maxAttempts: 1 };
  await rememberingRead(args, contextOf());
  expect(await rejectionOf(rememberingRead({ ...args, ...other }, contextOf()))).toMatchObject(failure);
});

test("nor is the same one in another region", async () => {
  const { emulator } = await workMailWith(5);
  const args = { organizationId, endpoint: emulator.url };
  await rememberingRead({ ...args, region }, contextOf());
  expect((await rememberingRead({ ...args, region: "eu-west-1" }, contextOf())).region).toBe("eu-west-1");
  expect(emulator.requests.map(({ region: asked }) => asked)).toEqual([region, "eu-west-1"]);
});

test("with details the filters are part of the question, since they decide what is described", async () => {
  const { emulator } = await workMailWith(20);
  const args = { organizationId, region, endpoint: emulator.url, includeDetails: true };
  const failed = await rememberingRead({ ...args, states: ["FAILED"] }, contextOf());
  const all = await rememberingRead(args, contextOf());
  expect(all.jobs).toHaveLength(20);
  expect(failed.jobs.length).toBeLessThan(20);
});

test("with proof the S3 that is asked, and the filters, are part of the question; what one caller does to a proof is its own", async () => {
  const s3 = (length: number) =>
    serve((_request, response) => showArchive(response, { "content-length": String(length) }));
  const jobs = ["a", "b"].map((name) => completedJob(name, `of-${name}`, `${name}.zip`));
  const { emulator } = await workMailWith(jobs);
  const args = { organizationId, region, endpoint: emulator.url, prove: true };
  const lengths = async (more: object) => {
    const reading = await rememberingRead({ ...args, ...more }, contextOf());
    return reading.jobs.map(({ proof }) => (proof && "contentLength" in proof ? proof.contentLength : 0));
  };
  const [small, large] = [await s3(1), await s3(2)];
  expect(await lengths({ s3Endpoint: small, s3BucketName: "of-a" })).toEqual([1]);
  expect(await lengths({ s3Endpoint: small })).toEqual([1, 1]);
  expect(await lengths({ s3Endpoint: large })).toEqual([2, 2]);
  expect(await lengths({ s3Endpoint: large, prove: false })).toEqual([0, 0]);

  const [first] = (await rememberingRead({ ...args, s3Endpoint: large }, contextOf())).jobs;
  Object.assign(first?.proof ?? {}, { contentLength: 7 });
  expect(await lengths({ s3Endpoint: large })).toEqual([2, 2]);
});

test("what one caller does to its jobs does not reach another", async () => {
  const { emulator } = await workMailWith(3);
  const args = { organizationId, region, endpoint: emulator.url };
  const { jobs } = await rememberingRead(args, contextOf());
  for (const job of jobs) Object.assign(job, { state: "TAMPERED" });
  expect(JSON.stringify(await rememberingRead(args, contextOf()))).not.toContain("TAMPERED");
});

test("a failure is not kept", async () => {
  const { emulator } = await workMailWith(3, { faults: [{ kind: "html" }] });
  const args = { organizationId, region, endpoint: emulator.url };
  await rejectionOf(rememberingRead(args, contextOf()));
  expect((await rememberingRead(args, contextOf())).jobs).toHaveLength(3);
});

test("another run asks again", async () => {
  const { emulator } = await workMailWith(3);
  const args = { organizationId, region, endpoint: emulator.url };
  await rememberingRead(args, contextOf());
  await newRun();
  await rememberingRead(args, contextOf());
  expect(emulator.requests).toHaveLength(2);
});
