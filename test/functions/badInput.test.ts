import { InvalidArgumentsError } from "../../provider/errors";
import { getMailboxExportJobs } from "../../provider/functions/getMailboxExportJobs";
import {
  contextOf,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";

withAwsEnvironment();

const cases: readonly (readonly [Record<string, unknown>, RegExp])[] = [
  [{ organizationId: "" }, /^organizationId must be a WorkMail organization id: m- and 32 hex.*; got ''$/],
  [{ organizationId: "m-123" }, /^organizationId must be .*; got 'm-123'$/],
  [{ organizationId: `${organizationId}\n` }, /^organizationId must be/],
  [{ organizationId: organizationId.toUpperCase() }, /^organizationId must be .* in lower case/],
  [{ organizationId: undefined }, /^organizationId is required: a WorkMail organization id/],
  [{ organizationId: null }, /^organizationId must be .*; got null$/],
  [{ organizationId: 7 }, /^organizationId must be .*; got 7$/],
  [{ pageSize: 0 }, /^pageSize must be a whole number from 1 to 100; got 0$/],
  [{ pageSize: 101 }, /^pageSize must be .*; got 101$/],
  [{ pageSize: 1.5 }, /^pageSize must be .*; got 1\.5$/],
  [{ pageSize: "10" }, /^pageSize must be .*; got '10'$/],
  [{ pageSize: Number.NaN }, /^pageSize must be .*; got NaN$/],
  [{ maxAttempts: 0 }, /^maxAttempts must be a whole number from 1 to 100; got 0$/],
  [{ requestTimeoutSeconds: 0 }, /^requestTimeoutSeconds must be a number of seconds above 0, at most 3600; got 0$/],
  [{ timeoutSeconds: Number.POSITIVE_INFINITY }, /^timeoutSeconds must be .*; got Infinity$/],
  [{ includeDetails: "yes" }, /^includeDetails must be true or false; got 'yes'$/],
  [{ detailsConcurrency: 65 }, /^detailsConcurrency must be a whole number from 1 to 64; got 65$/],
  [{ prove: "yes" }, /^prove must be true or false; got 'yes'$/],
  [{ proveConcurrency: 0 }, /^proveConcurrency must be a whole number from 1 to 64; got 0$/],
  [
    { s3Endpoint: "minio:9000" },
    /^s3Endpoint must be an http or https URL without a user name or password; got a text/,
  ],
  [{ startedAfter: "yesterday" }, /^startedAfter must be an RFC 3339 time .*; got 'yesterday'$/],
  [{ startedAfter: "2026-11-20" }, /^startedAfter must be an RFC 3339 time/],
  [{ startedBefore: "2026-02-30T00:00:00Z" }, /^startedBefore must be an RFC 3339 time/],
  [{ startedBefore: "2026-11-20T00:00:00" }, /^startedBefore must be an RFC 3339 time with its offset/],
  [{ startedBefore: new Date(0) }, /^startedBefore must be an RFC 3339 time .*; got 1970-01-01T00:00:00\.000Z$/],
  [
    { startedAfter: "2026-11-21T00:00:00Z", startedBefore: "2026-11-20T00:00:00Z" },
    /^startedAfter must be earlier than startedBefore; got '2026-11-21T00:00:00Z' and '2026-11-20T00:00:00Z'$/,
  ],
  [
    { startedAfter: "2026-11-20T01:00:00+01:00", startedBefore: "2026-11-20T00:00:00Z" },
    /^startedAfter must be earlier/,
  ],
  [{ states: [] }, /^states must be a list of at least one state.*; got \[\]$/],
  [{ states: "COMPLETED" }, /^states must be a list .*; got 'COMPLETED'$/],
  [{ entityIds: [""] }, /^entityIds must be a list of at least one entity id; got \[ '' \]$/],
  [{ s3BucketName: "" }, /^s3BucketName must be the name of a bucket; got ''$/],
  [{ s3PathPrefix: "" }, /^s3PathPrefix must be a text that is not empty; got ''$/],
  [{ region: "" }, /^region must be the name of an AWS region, for example us-east-1; got ''$/],
  [{ region: "us-east-1.evil.example/#" }, /^region must be the name of an AWS region/],
  [{ profile: " " }, /^profile must be the name of a profile.*; got ' '$/],
  [{ endpoint: "localhost:4566" }, /^endpoint must be an http or https URL without a user name or password; got/],
  [{ endpoint: "http://me:secret@127.0.0.1" }, /^endpoint must be an http or https URL without/],
  [{ assumeRole: "arn:aws:iam::123456789012:role/x" }, /^assumeRole must be an object with roleArn; got/],
  [{ assumeRole: {} }, /^assumeRole\.roleArn is required: the ARN of a role/],
  [{ assumeRole: { roleArn: "role/x" } }, /^assumeRole\.roleArn must be the ARN of a role.*; got 'role\/x'$/],
  [
    { assumeRole: { roleArn: "arn:aws:iam::123456789012:role/x", durationSeconds: 60 } },
    /^assumeRole\.durationSeconds must be a whole number from 900 to 43200; got 60$/,
  ],
  [
    { assumeRole: { roleArn: "arn:aws:iam::123456789012:role/x", externalID: "x" } },
    /^assumeRole\.externalID is not an argument here; did you mean assumeRole\.externalId\?$/,
  ],
  [{ organisationId: "x" }, /^organisationId is not an argument here; did you mean organizationId\?$/],
  [{ state: ["FAILED"] }, /^state is not an argument here; did you mean states\?$/],
  [{ PageSize: 10 }, /^PageSize is not an argument here; did you mean pageSize\?$/],
  [{ frobnicate: 1 }, /^frobnicate is not an argument here; the arguments are organizationId, /],
  // A key that every object has by its prototype is no option either.
  [{ constructor: 1 }, /^constructor is not an argument here/],
];

test.each(cases)("%j is one clear error, and nothing is sent", async (wrong, reason) => {
  const { emulator } = await workMailWith(1);
  const args = { organizationId, region, endpoint: emulator.url, ...wrong };
  const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
  expect(error).toBeInstanceOf(InvalidArgumentsError);
  expect(error).toMatchObject({ failures: [{ reason: expect.stringMatching(reason) }] });
  expect(emulator.requests).toEqual([]);
});

test.each([
  { endpoint: "http://me:hunter2@127.0.0.1" },
  { endpoint: "http://:hunter2@127.0.0.1" },
  { endpoint: "hunter2" },
  { assumeRole: "hunter2" },
  { assumeRole: { roleArn: "arn:aws:iam::123456789012:role/x", externalId: "hunter2 with a blank" } },
])("what can be a secret is not repeated: %j", async (args) => {
  const error = await rejectionOf(getMailboxExportJobs({ organizationId, region, ...args }, contextOf()));
  expect(error).toBeInstanceOf(InvalidArgumentsError);
  expect(String(error)).not.toContain("hunter2");
});

test("all that is wrong is said at once, each with option, rule and value", async () => {
  const error = await rejectionOf(
    getMailboxExportJobs({ organizationId: "x", pageSize: 0, statez: [], region: "moon" }, contextOf()),
  );
  expect(error).toMatchObject({
    message: [
      "getMailboxExportJobs: 4 arguments are wrong:",
      "  - statez is not an argument here; did you mean states?",
      "  - organizationId must be a WorkMail organization id: m- and 32 hexadecimal digits in lower case; got 'x'",
      "  - pageSize must be a whole number from 1 to 100; got 0",
      "  - region must be the name of an AWS region, for example us-east-1; got 'moon'",
    ].join("\n"),
  });
});

test.each([undefined, null, "m-1", 7, []])("%j instead of arguments is one clear error", async (args) => {
  const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
  expect(error).toMatchObject({
    failures: [{ reason: expect.stringMatching(/^the arguments must be an object; got /) }],
  });
});

test("an option that is undefined is as good as left out", async () => {
  const { emulator } = await workMailWith(3);
  const args = {
    organizationId,
    region,
    endpoint: emulator.url,
    pageSize: undefined,
    states: undefined,
    nonsense: undefined,
  };
  expect((await getMailboxExportJobs(args, contextOf())).jobs).toHaveLength(3);
});
