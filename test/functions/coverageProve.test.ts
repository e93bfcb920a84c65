import type { S3Client } from "@aws-sdk/client-s3";
import type { SeedUser } from "../../provider/emulator";
import { getMailboxExportCoverage } from "../../provider/functions/getMailboxExportCoverage";
import type { MailboxExportJob } from "../../provider/model";
import { completedJob } from "../support/archives";
import { createBucket, putArchive } from "../support/moto/buckets";
import { motoForTests } from "../support/moto/motoForTests";
import { s3ClientFor } from "../support/moto/s3ClientFor";
import { contextOf, now, organizationId, region, withAwsEnvironment, workMailWith } from "../support/organization";
import { proofs } from "../support/proofs";

const moto = motoForTests();
let s3: S3Client;

withAwsEnvironment();

beforeEach(async () => {
  await moto.reset();
  s3 = s3ClientFor(moto.url);
  await createBucket(s3, "archives");
});

afterEach(() => s3.destroy());

const names = ["alice", "bob", "carol"];
const users: SeedUser[] = names.map((name) => ({ id: `mailbox-of-${name}`, name, email: `${name}@example.com` }));
const jobOf = (name: string, more = {}) =>
  completedJob(name, "archives", `exports/${name}.zip`, { entityId: `mailbox-of-${name}`, ...more });

async function covered(given: readonly MailboxExportJob[] = [], more: object = { prove: true }) {
  const { emulator } = await workMailWith(names.map((name) => jobOf(name)));
  emulator.addUsers(organizationId, ...users);
  const args = { organizationId, region, endpoint: emulator.url, s3Endpoint: moto.url, jobs: given, ...more };
  const result = await getMailboxExportCoverage(args, { ...contextOf(), now: () => new Date(now) });
  return { ...result, statuses: Object.fromEntries(result.mailboxes.map(({ name = "", status }) => [name, status])) };
}

test("with prove an export counts only when its archive is proven", async () => {
  await putArchive(s3, "archives", "exports/alice.zip");
  await putArchive(s3, "archives", "exports/carol.zip", { bytes: 0 });
  const { verdict, statuses, findings, counts } = await covered();
  expect(verdict).toBe("incomplete");
  expect(statuses).toEqual({ alice: "exported", bob: "unproven", carol: "unproven" });
  expect(findings.map(({ kind }) => kind)).toEqual(["archiveGone", "archiveEmpty"]);
  expect(counts).toMatchObject({ total: 3, exported: 1, unproven: 2 });
});

test("with prove all that are proven are complete, and without it nobody asks S3", async () => {
  for (const name of names) await putArchive(s3, "archives", `exports/${name}.zip`);
  expect((await covered()).verdict).toBe("complete");
  expect((await covered([], { s3Endpoint: "http://127.0.0.1:1" })).verdict).toBe("complete");
});

test("jobs that are handed in count by their proof, and are looked for anew with prove", async () => {
  const older = { entityId: "mailbox-of-bob", startTime: "2026-10-01T00:00:00Z", state: "COMPLETED" };
  const given = [{ jobId: "bob", ...older, startTime: "2026-11-24T08:00:00Z", proof: proofs.gone }];
  expect((await covered(given, {})).statuses).toEqual({ alice: "exported", bob: "unproven", carol: "exported" });
  for (const name of names) await putArchive(s3, "archives", `exports/${name}.zip`);
  expect((await covered(given)).statuses).toEqual({ alice: "exported", bob: "exported", carol: "exported" });
});

test.each([
  ["no proof", "proven"],
  ["one of no outcome", { outcome: "seen" }],
  ["one that lacks what it must have", { outcome: "proven", bucket: "archives" }],
])("a job that is handed in with %s for a proof is refused", async (_, proof) => {
  const given = [{ jobId: "bob", proof }] as unknown as MailboxExportJob[];
  await expect(covered(given)).rejects.toThrow(/jobs\[0\]\.proof must be what S3 showed of an archive/);
});
