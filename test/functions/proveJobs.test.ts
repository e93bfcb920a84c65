import type { ArchiveProof } from "../../provider/archiveModel";
import { proveJobs } from "../../provider/functions/proveJobs";
import type { MailboxExportJob } from "../../provider/model";
import { connect } from "../../provider/workmail/connect";
import { createBucket, putArchive } from "../support/moto/buckets";
import { motoForTests } from "../support/moto/motoForTests";
import { s3ClientFor } from "../support/moto/s3ClientFor";
import { contextOf, organizationId, region, withAwsEnvironment } from "../support/organization";

// What the emulator's WorkMail would not say: its paths are of the form that AWS documents.

const moto = motoForTests();

withAwsEnvironment();

const completed: MailboxExportJob = { jobId: "a", state: "COMPLETED", s3BucketName: "archives" };

async function proved(jobs: readonly MailboxExportJob[], prove = true): Promise<readonly MailboxExportJob[]> {
  const { signal } = new AbortController();
  const connection = await connect("ListMailboxExportJobs", organizationId, { region }, {}, signal);
  try {
    const args = { organizationId, region, prove, s3Endpoint: moto.url, maxAttempts: 1 };
    return await proveJobs(connection, jobs, jobs, args, contextOf());
  } finally {
    connection.close();
  }
}

beforeEach(async () => {
  await moto.reset();
  const s3 = s3ClientFor(moto.url);
  await createBucket(s3, "archives");
  for (const key of ["exports/a.zip", "exports/(a)!_.*'/a+b c%20d=é.zip"]) await putArchive(s3, "archives", key);
  s3.destroy();
});

test.each([
  ["a URL", "exports/a.zip", "archives"],
  ["a URL, and no bucket's name", "exports/a.zip", undefined],
  ["a URL of an odd key", "exports/(a)!_.*'/a+b c%20d=é.zip", "archives"],
])("an archive is found where the path is %s", async (_, key, s3BucketName) => {
  const { s3BucketName: _name, ...job } = completed;
  const told = { ...job, s3Path: `s3://archives/${key}`, ...(s3BucketName && { s3BucketName }) };
  const [{ proof } = told] = await proved([told]);
  expect(proof).toMatchObject({ outcome: "proven", bucket: "archives", key });
});

test.each([
  ["no path", completed, "no s3Path"],
  [
    "two buckets",
    { ...completed, s3Path: "s3://elsewhere/a.zip" },
    "archives, and its s3Path names the bucket elsewhere",
  ],
  ["no bucket", { jobId: "a", state: "COMPLETED", s3Path: "a.zip" }, "no s3BucketName"],
])("a job that tells %s is unlocated", async (_, told, because) => {
  const [{ proof } = told] = await proved([told]);
  expect(proof).toEqual({ outcome: "unlocated", because: expect.stringContaining(because) });
});

const older: ArchiveProof = { outcome: "gone", bucket: "archives", key: "exports/a.zip" };

test("what was seen before is not kept: a completed job is looked for anew, and of another nothing is said", async () => {
  const job = { ...completed, s3Path: "exports/a.zip", proof: older };
  const jobs = await proved([job, { ...job, jobId: "b", state: "FAILED" }]);
  expect(jobs.map(({ proof }) => proof?.outcome)).toEqual(["proven", undefined]);
  expect(jobs[1]).not.toHaveProperty("proof");
});

test("without prove the jobs are as they were", async () => {
  const jobs = [{ ...completed, proof: older }];
  expect(await proved(jobs, false)).toEqual(jobs);
});
