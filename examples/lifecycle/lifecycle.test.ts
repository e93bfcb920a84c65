// A test of index.ts without AWS, WorkMail or an engine, by Pulumi's mocks: with jest and ts-jest it runs as it is.
import * as pulumi from "@pulumi/pulumi";

// The jobs as MailboxExportJobs holds them: by job id. `proof` is what S3 showed of an archive.
const directory = "exports/2026-11-24";
const archive = (name: string, contentLength: number) => ({
  s3BucketName: "archives",
  s3Path: `${directory}/${name}.zip`,
  proof: {
    outcome: "proven",
    bucket: "archives",
    key: `${directory}/${name}.zip`,
    contentLength,
    storageClass: "STANDARD",
  },
});
const jobsById = {
  "of-alice": { state: "COMPLETED", entityId: "alice", ...archive("alice", 5_000_000) },
  "of-bob": { state: "COMPLETED", entityId: "bob", ...archive("bob", 22) },
  "of-carol": { state: "RUNNING", entityId: "carol", s3BucketName: "archives", s3Path: `${directory}/carol.zip` },
};

/** What the program gave to each resource, by type and name. */
const registered: Record<string, Record<string, unknown>> = {};

const results: Record<string, Record<string, unknown>> = {
  "pulumi-nodejs:dynamic/workmail-exports:MailboxExportJobs": { region: "us-east-1", live: true, jobsById },
  "aws:s3/bucket:Bucket": { bucket: "archives", arn: "arn:aws:s3:::archives" },
  "aws:kms/key:Key": { arn: "arn:aws:kms:us-east-1:123456789012:key/1" },
  "aws:iam/role:Role": { arn: "arn:aws:iam::123456789012:role/exports" },
  "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
  "aws:index/getRegion:getRegion": { region: "us-east-1" },
};

let program: typeof import("./index");

beforeAll(async () => {
  pulumi.runtime.setAllConfig({ "project:organizationId": "m-0123456789abcdef0123456789abcdef" });
  await pulumi.runtime.setMocks({
    newResource({ type, name, inputs }) {
      registered[`${type} ${name}`] = inputs;
      return { id: name, state: { ...inputs, ...results[type] } };
    },
    call: ({ token }) => results[token] ?? {},
  });
  program = require("./index");
  await pulumi.runtime.disconnect(); // once every resource is registered
}, 60_000);

/** What an output is, once it is known. */
const settled = <Value>(output: pulumi.Output<Value>) => new Promise((resolve) => output.apply(resolve));

/** The rules of the bucket, as the program asked for them. */
function rules(): { id: string; filter: { prefix: string } }[] {
  const configuration = registered["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration archives"];
  return configuration?.["rules"] as { id: string; filter: { prefix: string } }[];
}

test("a completed export gets a rule", async () => {
  expect(rules()).toContainEqual({
    id: expect.stringMatching(/^workmail-export-/),
    status: "Enabled",
    filter: { prefix: `${directory}/alice.zip` },
    transitions: [{ days: 30, storageClass: "DEEP_ARCHIVE" }],
    noncurrentVersionExpiration: { noncurrentDays: 30 },
  });
  expect(await settled(program.covered)).toEqual([`${directory}/alice.zip`, `${directory}/bob.zip`]);
});

test("no rule matches the export that still runs", () => {
  const prefixes = rules().map(({ filter }) => filter.prefix);
  expect(prefixes).toHaveLength(3);
  for (const prefix of prefixes) expect(`${directory}/carol.zip`.startsWith(prefix)).toBe(false);
});

test("the rule of one's own is there as well", () => {
  expect(rules().map(({ id }) => id)).toContain("logs");
});

test("an archive below 128 KB is told, since S3 does not move it", async () => {
  expect(await settled(program.tooSmall)).toEqual({ [`${directory}/bob.zip`]: 22 });
});

test("WorkMail may take on the role for this organization of this account, and for nobody else", () => {
  const policy = JSON.parse(String(registered["aws:iam/role:Role exports"]?.["assumeRolePolicy"]));
  expect(policy.Statement).toEqual([
    {
      Effect: "Allow",
      Principal: { Service: "export.workmail.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnEquals: {
          "aws:SourceArn": "arn:aws:workmail:us-east-1:123456789012:organization/m-0123456789abcdef0123456789abcdef",
        },
      },
    },
  ]);
});
