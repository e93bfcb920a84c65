import type { ServerResponse } from "node:http";
import type { S3Client } from "@aws-sdk/client-s3";
import type { ArchiveProof } from "../../provider/archiveModel";
import type { SeedJob } from "../../provider/emulator";
import { InvalidArgumentsError } from "../../provider/errors";
import { getMailboxExportJobs } from "../../provider/functions/getMailboxExportJobs";
import { loadS3Sdk } from "../../provider/s3/connectS3";
import { showArchive, showStatus } from "../support/archiveAnswer";
import { completedJob, keyArn } from "../support/archives";
import { createBucket, deleteArchive, putArchive, restoreArchive } from "../support/moto/buckets";
import { type Credentials, root } from "../support/moto/credentials";
import { createUser, foreigner } from "../support/moto/identities";
import { motoForTests } from "../support/moto/motoForTests";
import { regionGate } from "../support/moto/regionGate";
import { s3ClientFor } from "../support/moto/s3ClientFor";
import {
  contextOf,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";
import { serve } from "../support/serve";
import { startSts } from "../support/sts";

const moto = motoForTests();
let s3: S3Client;

const signedBy = ({ accessKeyId, secretAccessKey, sessionToken }: Credentials) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
});

withAwsEnvironment(signedBy(root));

beforeEach(async () => {
  await moto.enforceIam(false);
  await moto.reset();
  s3 = s3ClientFor(moto.url);
});

afterEach(() => s3.destroy());

interface Asked {
  readonly url?: string;
  readonly args?: Record<string, unknown>;
  readonly signal?: AbortSignal;
}

/** The question with `prove`, of these jobs, asked of the moto. */
async function prove(jobs: readonly SeedJob[], { url = moto.url, args = {}, signal }: Asked = {}) {
  const { emulator } = await workMailWith(jobs);
  const context = contextOf({ signal });
  const connection = { organizationId, region, endpoint: emulator.url, s3Endpoint: url, maxAttempts: 1 };
  const result = await getMailboxExportJobs({ ...connection, prove: true, ...args }, context);
  const proofOf = (jobId: string) => result.jobs.find((job) => job.jobId === jobId)?.proof;
  return { ...result, proofOf, warnings: context.warnings };
}

describe("an archive that is there", () => {
  test("is proven, with what S3 shows of it", async () => {
    await createBucket(s3, "archives");
    const { ETag } = await putArchive(s3, "archives", "exports/a.zip", { bytes: 1234, kmsKeyArn: keyArn });
    const {
      proofOf,
      warnings,
      prove: echoed,
    } = await prove([completedJob("a", "archives", "exports/a.zip")], {
      args: { includeDetails: true },
    });
    expect(proofOf("a")).toEqual({
      outcome: "proven",
      bucket: "archives",
      key: "exports/a.zip",
      contentLength: 1234,
      etag: ETag,
      lastModified: expect.stringMatching(/^\d{4}-.*Z$/),
      storageClass: "STANDARD",
      sseKmsKeyId: keyArn,
    });
    expect([warnings, echoed]).toEqual([[], true]);
  });

  test.each(["GLACIER", "DEEP_ARCHIVE"] as const)(
    "of the class %s is proven without a restore",
    async (StorageClass) => {
      await createBucket(s3, "archives");
      await putArchive(s3, "archives", "a.zip", { StorageClass });
      const { proofOf } = await prove([completedJob("a", "archives", "a.zip")]);
      expect(proofOf("a")).toMatchObject({ outcome: "proven", storageClass: StorageClass });
      expect(proofOf("a")).not.toHaveProperty("restoreStatus");
    },
  );

  test("that was restored says until when", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "a.zip", { StorageClass: "GLACIER" });
    await restoreArchive(s3, "archives", "a.zip", 3);
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")]);
    expect(proofOf("a")).toMatchObject({
      outcome: "proven",
      restoreStatus: { isRestoreInProgress: false, restoreExpiryDate: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
  });

  test("that is on its way back says so, and is proven all the same", async () => {
    const headers = { "x-amz-storage-class": "DEEP_ARCHIVE", "x-amz-restore": 'ongoing-request="true"' };
    const url = await serve((_request, response) => showArchive(response, headers));
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")], { url });
    expect(proofOf("a")).toMatchObject({
      outcome: "proven",
      storageClass: "DEEP_ARCHIVE",
      restoreStatus: { isRestoreInProgress: true },
    });
  });

  test("that is locked in a bucket with versions says so", async () => {
    await createBucket(s3, "archives", { objectLock: true });
    const { VersionId } = await putArchive(s3, "archives", "a.zip", {
      ObjectLockMode: "COMPLIANCE",
      ObjectLockRetainUntilDate: new Date("2036-01-01T00:00:00Z"),
      ObjectLockLegalHoldStatus: "ON",
    });
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")]);
    expect(proofOf("a")).toMatchObject({
      outcome: "proven",
      versionId: VersionId,
      objectLockMode: "COMPLIANCE",
      objectLockRetainUntilDate: "2036-01-01T00:00:00.000Z",
      objectLockLegalHoldStatus: "ON",
    });
  });

  test("is found where the path is bucket and key", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "exports/a.zip");
    const { proofOf } = await prove([completedJob("a", "archives", "archives/exports/a.zip")]);
    expect(proofOf("a")).toMatchObject({ outcome: "proven", key: "exports/a.zip" });
  });

  test("is found in a folder that is called as its bucket", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "archives/a.zip");
    const { proofOf } = await prove([completedJob("a", "archives", "archives/a.zip")]);
    expect(proofOf("a")).toMatchObject({ outcome: "proven", key: "archives/a.zip" });
  });
});

describe("an archive that is not", () => {
  test("there is gone, and so is one in no bucket", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "a.zip");
    await deleteArchive(s3, "archives", "a.zip");
    const jobs = [completedJob("a", "archives", "a.zip"), completedJob("b", "nowhere", "b.zip")];
    const { proofOf, warnings } = await prove(jobs);
    expect(proofOf("a")).toEqual({ outcome: "gone", bucket: "archives", key: "a.zip" });
    expect(proofOf("b")).toEqual({ outcome: "gone", bucket: "nowhere", key: "b.zip" });
    expect(warnings).toEqual([
      expect.stringMatching(/^The archives of 2 completed jobs are not proven in S3: 2 gone\. /),
    ]);
  });

  test("covered by a delete marker is gone, and says that", async () => {
    await createBucket(s3, "archives", { versioned: true });
    await putArchive(s3, "archives", "a.zip");
    await deleteArchive(s3, "archives", "a.zip");
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")]);
    expect(proofOf("a")).toEqual({ outcome: "gone", bucket: "archives", key: "a.zip", deleteMarker: true });
  });

  test("of any bytes is empty", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "a.zip", { bytes: 0 });
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")]);
    expect(proofOf("a")).toMatchObject({ outcome: "empty", contentLength: 0 });
  });

  test("encrypted with the key of its job has the wrong key, also with none, where the job tells its key", async () => {
    await createBucket(s3, "archives");
    const other = keyArn.replace("11111111", "99999999");
    await putArchive(s3, "archives", "a.zip", { kmsKeyArn: other });
    await putArchive(s3, "archives", "b.zip");
    const jobs = [completedJob("a", "archives", "a.zip"), completedJob("b", "archives", "b.zip")];
    const detailed = await prove(jobs, { args: { includeDetails: true } });
    expect(detailed.proofOf("a")).toMatchObject({ outcome: "wrongKey", sseKmsKeyId: other });
    expect(detailed.proofOf("b")).toMatchObject({ outcome: "wrongKey" });
    const { proofOf } = await prove(jobs);
    expect([proofOf("a")?.outcome, proofOf("b")?.outcome]).toEqual(["proven", "proven"]);
  });

  test("told by a key's ARN is not held against it, but must be encrypted with some key", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "a.zip", { kmsKeyArn: keyArn });
    await putArchive(s3, "archives", "b.zip");
    const alias = { kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:alias/exports" };
    const jobs = [completedJob("a", "archives", "a.zip", alias), completedJob("b", "archives", "b.zip", alias)];
    const { proofOf } = await prove(jobs, { args: { includeDetails: true } });
    expect([proofOf("a")?.outcome, proofOf("b")?.outcome]).toEqual(["proven", "wrongKey"]);
  });

  test("told by a key's id alone, as some S3 does, is not of another key", async () => {
    await createBucket(s3, "archives");
    const [, id = ""] = keyArn.split("key/");
    await putArchive(s3, "archives", "a.zip", { kmsKeyArn: id });
    await putArchive(s3, "archives", "b.zip", { kmsKeyArn: id.slice(1) });
    const jobs = [completedJob("a", "archives", "a.zip"), completedJob("b", "archives", "b.zip")];
    const { proofOf } = await prove(jobs, { args: { includeDetails: true } });
    expect([proofOf("a")?.outcome, proofOf("b")?.outcome]).toEqual(["proven", "wrongKey"]);
  });

  test("its own any more is gone: of two jobs with one key the later one has the archive", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "same.zip");
    const jobs = [
      // It started later, and ended earlier.
      completedJob("short", "archives", "same.zip", {
        startTime: "2026-11-24T08:30:00Z",
        end: { state: "COMPLETED", afterSeconds: 60 },
      }),
      completedJob("long", "archives", "same.zip"),
    ];
    const { proofOf, warnings } = await prove(jobs);
    expect(proofOf("long")).toMatchObject({ outcome: "proven" });
    expect(proofOf("short")).toEqual({ outcome: "gone", bucket: "archives", key: "same.zip", overwrittenBy: "long" });
    expect(warnings[0]).toContain("is the archive of job long, which wrote there later");
  });

  test("its own any more is no news where the later export is of the same mailbox", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "same.zip");
    const older = { startTime: "2026-11-22T08:00:00Z", entityId: "entity-0000001" };
    const jobs = [
      completedJob("new", "archives", "same.zip", { entityId: "entity-0000001" }),
      completedJob("old", "archives", "same.zip", older),
    ];
    const { proofOf, warnings } = await prove(jobs);
    expect([proofOf("old")?.outcome, warnings]).toEqual(["gone", []]);
  });
});

describe("what is there, and is no archive of the job", () => {
  test("is one that is older than the job", async () => {
    const lastModified = "Thu, 01 Jan 2026 00:00:00 GMT";
    const url = await serve((_request, response) => showArchive(response, { "last-modified": lastModified }));
    const { proofOf, warnings } = await prove([completedJob("a", "archives", "a.zip")], { url });
    expect(proofOf("a")).toEqual({
      outcome: "gone",
      bucket: "archives",
      key: "a.zip",
      lastModified: "2026-01-01T00:00:00.000Z",
    });
    expect(warnings[0]).toContain("s3://archives/a.zip is older than the job");
  });

  test("is one of a later job that does not pass the filters", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "same.zip");
    const jobs = [
      completedJob("a", "archives", "same.zip"),
      completedJob("b", "archives", "same.zip", { startTime: "2026-11-24T08:30:00Z" }),
    ];
    const { jobs: chosen, proofOf } = await prove(jobs, { args: { entityIds: ["entity-of-job-a"] } });
    expect(chosen).toHaveLength(1);
    expect(proofOf("a")).toMatchObject({ outcome: "gone", overwrittenBy: "b" });
  });

  test.each([
    ["200 of any web server", (response: ServerResponse) => response.writeHead(200, { "content-length": "7" }).end()],
    ["404 of any web server", (response: ServerResponse) => response.writeHead(404).end()],
  ])("is the %s: nobody is said to be S3 who does not answer so", async (_, answer) => {
    const url = await serve((_request, response) => void answer(response));
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")], { url });
    expect(proofOf("a")).toMatchObject({ outcome: "unreachable", because: expect.stringContaining("not one of S3") });
  });
});

describe("an archive that cannot be seen", () => {
  test("because the identity may not is denied, by the action and the object", async () => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "exports/a.zip");
    await putArchive(s3, "archives", "exports/b.zip");
    const allowed = {
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::archives/exports/b.zip",
    } as const;
    const user = await createUser(moto.url, "reader", [allowed]);
    await moto.enforceIam();
    Object.assign(process.env, signedBy(user));
    const jobs = ["a", "b"].map((name) => completedJob(name, "archives", `exports/${name}.zip`));
    const { proofOf, warnings } = await prove(jobs);
    expect(proofOf("b")?.outcome).toBe("proven");
    expect(proofOf("a")).toEqual({
      outcome: "denied",
      bucket: "archives",
      key: "exports/a.zip",
      because: expect.stringContaining("s3:GetObject on arn:aws:s3:::archives/exports/a.zip"),
    });
    expect(warnings).toEqual([
      expect.stringMatching(/^The archive of a completed job is.*1 denied\. It is job a: S3 refuses s3:GetObject/),
    ]);
  });

  test("because the bucket is another account's is denied", async () => {
    const owner = await foreigner(moto.url);
    const theirs = s3ClientFor(moto.url, { credentials: { ...owner, sessionToken: owner.sessionToken ?? "" } });
    await createBucket(theirs, "theirs");
    await putArchive(theirs, "theirs", "a.zip");
    theirs.destroy();
    const { proofOf } = await prove([completedJob("a", "theirs", "a.zip")]);
    expect(proofOf("a")).toMatchObject({ outcome: "denied", bucket: "theirs", key: "a.zip" });
  });

  test("because S3 is not reached is unreachable, and the other jobs are read all the same", async () => {
    const { proofOf, jobs } = await prove([completedJob("a", "archives", "a.zip")], { url: "http://127.0.0.1:1" });
    expect(jobs).toHaveLength(1);
    expect(proofOf("a")).toEqual({
      outcome: "unreachable",
      bucket: "archives",
      key: "a.zip",
      because: expect.stringMatching(/^HeadObject on s3:\/\/archives\/a\.zip failed: there is no connection: /),
    });
  });

  test.each([
    [500, "S3 fails on its own side"],
    [503, "S3 fails on its own side"],
    [429, "lower proveConcurrency"],
    [400, "no more than HTTP 400"],
    [301, "not one of S3"],
  ])("because S3 says HTTP %i is unreachable, with what to do", async (status, because) => {
    const url = await serve((_request, response) => showStatus(response, status));
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")], { url });
    expect(proofOf("a")).toMatchObject({ outcome: "unreachable", because: expect.stringContaining(because) });
    expect(JSON.stringify(proofOf("a"))).not.toContain("R1");
  });

  test("because S3 is silent is unreachable after requestTimeoutSeconds", async () => {
    const url = await serve(() => undefined);
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")], {
      url,
      args: { requestTimeoutSeconds: 0.2 },
    });
    expect(proofOf("a")).toMatchObject({ outcome: "unreachable", because: expect.stringContaining("in time") });
  });

  test.each([
    ["its bucket alone", "archives", "names the bucket alone"],
    ["no file", "exports/", "names no file"],
  ])("because the job tells %s is unlocated, and nothing is sent", async (_, s3Path, because) => {
    const requests: unknown[] = [];
    const url = await serve((request, response) => {
      requests.push(request.url);
      response.writeHead(404).end();
    });
    const { proofOf } = await prove([completedJob("a", "archives", s3Path)], { url });
    const expected: ArchiveProof = { outcome: "unlocated", because: expect.stringContaining(because) };
    expect([proofOf("a"), requests]).toEqual([expected, []]);
  });

  test.each([
    ["gone", 404, 403, "denied", "archives/a.zip"],
    ["denied", 403, 404, "denied", "a.zip"],
    ["gone twice", 404, 404, "gone", "a.zip"],
    ["denied twice", 403, 403, "denied", "a.zip"],
  ])("under one of two keys: %s", async (_, first, second, outcome, key) => {
    const url = await serve((request, response) => {
      showStatus(response, request.url === "/archives/a.zip" ? first : second);
    });
    const { proofOf } = await prove([completedJob("a", "archives", "archives/a.zip")], { url });
    expect(proofOf("a")).toMatchObject({ outcome, key });
  });
});

describe("a bucket in another region", () => {
  test.each([301, 400] as const)("is asked there, once it said so with %i", async (status) => {
    await createBucket(s3, "elsewhere", { region: "eu-central-1" });
    const keys = Array.from({ length: 40 }, (_, index) => `exports/${index}.zip`);
    for (const key of keys) await putArchive(s3, "elsewhere", key);
    const gate = await regionGate(moto.url, { elsewhere: "eu-central-1" }, { status });
    let redirects = 0;
    const counting = await serve((request, response) => {
      if (!request.headers.authorization?.includes("/eu-central-1/")) redirects += 1;
      void fetch(gate + request.url, { method: "HEAD", headers: forwarded(request.headers), redirect: "manual" }).then(
        (answer) => response.writeHead(answer.status, [...answer.headers].flat()).end(),
      );
    });
    const jobs = keys.map((key, index) => completedJob(`job-${index}`, "elsewhere", key));
    const { jobs: found } = await prove(jobs, { url: counting, args: { proveConcurrency: 4 } });
    expect(new Set(found.map(({ proof }) => proof?.outcome))).toEqual(new Set(["proven"]));
    expect(redirects).toBeGreaterThan(0);
    expect(redirects).toBeLessThanOrEqual(4);
  });

  test("that is no region is not asked, and stands nowhere", async () => {
    const elsewhere = `evil.example/${"x".repeat(3000)}`;
    const url = await serve((_request, response) => showStatus(response, 301, { "x-amz-bucket-region": elsewhere }));
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")], { url });
    expect(proofOf("a")?.outcome).toBe("unreachable");
    expect(JSON.stringify(proofOf("a"))).not.toContain("evil");
  });

  test("that sends on to where it was asked is unreachable", async () => {
    let requests = 0;
    const url = await serve((_request, response) => {
      requests += 1;
      response.writeHead(301, { "x-amz-bucket-region": region }).end();
    });
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")], { url });
    expect([proofOf("a")?.outcome, requests]).toEqual(["unreachable", 1]);
  });

  test("that sends on from there too is unreachable, and not asked in circles", async () => {
    let requests = 0;
    const url = await serve((request, response) => {
      requests += 1;
      const here = request.headers.authorization?.includes("/eu-central-1/") ? "us-west-2" : "eu-central-1";
      response.writeHead(301, { "x-amz-bucket-region": here }).end();
    });
    const { proofOf } = await prove([completedJob("a", "archives", "a.zip")], { url });
    expect([proofOf("a")?.outcome, requests]).toEqual(["unreachable", 2]);
  });
});

/** What the signature covers. */
function forwarded(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const { connection, ...others } = headers;
  return Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]));
}

/**
 * An S3 that answers nobody before so many ask at once, or the last ones do; a moment later, so that more would show. How
 * many there were at most does not depend on how fast anybody is.
 */
async function answeringAtOnce(expected: number, total: number) {
  const asked: string[] = [];
  const waiting: ServerResponse[] = [];
  let most = 0;
  const answer = () => {
    most = Math.max(most, waiting.length);
    for (const response of waiting.splice(0)) showArchive(response);
  };
  const url = await serve((request, response) => {
    asked.push(request.url ?? "");
    waiting.push(response);
    if (waiting.length === expected || asked.length === total) setTimeout(answer, 50);
  });
  return { url, asked, most: () => most };
}

describe("what is looked for", () => {
  test("are the archives of completed jobs that pass the filters, so many at a time", async () => {
    const { url, asked, most } = await answeringAtOnce(3, 12);
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const completed = numbers.map((index) => completedJob(`c${index}`, "archives", `c${index}.zip`));
    const others: SeedJob[] = [
      completedJob("fails", "archives", "fails.zip", { end: { state: "FAILED", afterSeconds: 60, errorInfo: "x" } }),
      completedJob("other", "elsewhere", "other.zip"),
    ];
    const { end, ...running } = completedJob("runs", "archives", "runs.zip");
    const args = { proveConcurrency: 3, s3BucketName: "archives" };
    const { proofOf, jobs } = await prove([...completed, ...others, running], { url, args });
    expect(asked.sort()).toEqual(numbers.map((index) => `/archives/c${index}.zip`).sort());
    expect(most()).toBe(3);
    expect([proofOf("fails"), proofOf("runs"), jobs.length]).toEqual([undefined, undefined, 14]);
  });

  test("are 16 archives at a time, unless it is said", async () => {
    const { url, most } = await answeringAtOnce(16, 50);
    await prove(
      Array.from({ length: 50 }, (_, index) => completedJob(`c${index}`, "archives", `c${index}.zip`)),
      { url },
    );
    expect(most()).toBe(16);
  });

  test("is nothing without prove, nor is the environment of S3 held to anything", async () => {
    const { emulator } = await workMailWith([completedJob("a", "archives", "a.zip")]);
    const context = contextOf({ environment: { AWS_ENDPOINT_URL_S3: "no-url" } });
    const { jobs, prove: echoed } = await getMailboxExportJobs(
      { organizationId, region, endpoint: emulator.url },
      context,
    );
    expect([jobs[0]?.proof, echoed]).toEqual([undefined, false]);
  });
});

describe("who looks, and where", () => {
  test("is whoever asks WorkMail: the role of assumeRole as well", async () => {
    const sts = await startSts();
    process.env["AWS_ENDPOINT_URL_STS"] = sts.url;
    const authorizations: unknown[] = [];
    const url = await serve((request, response) => {
      authorizations.push(request.headers.authorization);
      showArchive(response);
    });
    const assumeRole = { roleArn: "arn:aws:iam::123456789012:role/reader" };
    await prove([completedJob("a", "archives", "a.zip")], { url, args: { assumeRole } });
    expect(authorizations).toEqual([expect.stringContaining("Credential=AKIDROLE/")]);
    expect(sts.bodies).toHaveLength(1);
  });

  test("has the bucket in the path at an s3Endpoint, which seldom has a host for each", async () => {
    const urls: unknown[] = [];
    const url = await serve((request, response) => {
      urls.push(request.url);
      showArchive(response);
    });
    await prove([completedJob("a", "archives", "a.zip")], { url: url.replace("127.0.0.1", "localhost") });
    expect(urls).toEqual(["/archives/a.zip"]);
  });
});

describe("the whole read", () => {
  test("is not lost with timeoutSeconds while S3 is asked: what was not shown by then is unreachable", async () => {
    const url = await serve(({ url: path }, response) => {
      if (path === "/archives/a.zip") showArchive(response);
    });
    const jobs = ["a", "b", "c"].map((name) => completedJob(name, "archives", `${name}.zip`));
    const { proofOf } = await prove(jobs, { url, args: { timeoutSeconds: 3, proveConcurrency: 2 } });
    expect(["a", "b", "c"].map((name) => proofOf(name)?.outcome)).toEqual(["proven", "unreachable", "unreachable"]);
    expect(proofOf("c")).toMatchObject({ because: expect.stringContaining("timeoutSeconds was over") });
  });

  test("ends with the caller's signal also while S3 is asked", async () => {
    const caller = new AbortController();
    const url = await serve(() => caller.abort());
    const { signal } = caller;
    const error = await rejectionOf(prove([completedJob("a", "archives", "a.zip")], { url, signal }));
    expect(error).toMatchObject({ reason: "aborted", subject: { operation: "HeadObject", jobId: "a" } });
  });

  test.each(["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"])("asks the S3 of %s", async (variable) => {
    await createBucket(s3, "archives");
    await putArchive(s3, "archives", "a.zip");
    const { emulator } = await workMailWith([completedJob("a", "archives", "a.zip")]);
    process.env[variable] = moto.url;
    const args = { organizationId, region, endpoint: emulator.url, prove: true };
    const { jobs } = await getMailboxExportJobs(args, contextOf({ environment: { ...process.env } }));
    expect(jobs[0]?.proof?.outcome).toBe("proven");
  });

  test.each([
    ["prove", { prove: "yes" }, "prove must be true or false"],
    ["proveConcurrency", { proveConcurrency: 65 }, "proveConcurrency must be a whole number from 1 to 64"],
    ["s3Endpoint", { s3Endpoint: "127.0.0.1:9000" }, "s3Endpoint must be an http or https URL"],
  ])("refuses a wrong %s before anything is sent", async (_, args, reason) => {
    const { emulator } = await workMailWith([]);
    const all = { organizationId, region, endpoint: emulator.url, ...args };
    expect(await rejectionOf(getMailboxExportJobs(all, contextOf()))).toMatchObject({
      name: "InvalidArgumentsError",
      message: expect.stringContaining(reason),
    });
    expect(emulator.requests).toHaveLength(0);
  });

  test("refuses an environment that names no URL, by the variable", async () => {
    const { emulator } = await workMailWith([]);
    const context = contextOf({ environment: { AWS_ENDPOINT_URL_S3: "minio:9000" } });
    const args = { organizationId, region, endpoint: emulator.url, prove: true };
    expect(await rejectionOf(getMailboxExportJobs(args, context))).toMatchObject({
      message: expect.stringContaining("AWS_ENDPOINT_URL_S3 must be"),
    });
    expect(emulator.requests).toHaveLength(0);
  });
});

describe("the S3 client of the SDK", () => {
  test("that is not installed is named, with what to install", () => {
    const missing = () => {
      throw Object.assign(new Error("Cannot find module"), { code: "MODULE_NOT_FOUND" });
    };
    expect(() => loadS3Sdk(missing)).toThrow(InvalidArgumentsError);
    expect(() => loadS3Sdk(missing)).toThrow("npm install @aws-sdk/client-s3");
  });

  test("that is broken is not said to be missing", () => {
    const broken = () => {
      throw new Error("syntax");
    };
    expect(() => loadS3Sdk(broken)).toThrow(/^syntax$/);
  });
});
