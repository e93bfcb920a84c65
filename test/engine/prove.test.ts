import type { S3Client } from "@aws-sdk/client-s3";
import type { SeedUser } from "../../provider/emulator";
import { completedJob, keyArn } from "../support/archives";
import { createBucket, deleteArchive, putArchive } from "../support/moto/buckets";
import { motoForTests } from "../support/moto/motoForTests";
import { s3ClientFor } from "../support/moto/s3ClientFor";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(300_000);

const moto = motoForTests();
let s3: S3Client;

beforeAll(() => {
  s3 = s3ClientFor(moto.url);
});

afterAll(() => s3.destroy());

const names = ["alice", "bob"];
const users: SeedUser[] = names.map((name) => ({ id: `mailbox-of-${name}`, name, email: `${name}@example.com` }));
const jobs = names.map((name) =>
  completedJob(name, "archives", `exports/${name}.zip`, { entityId: `mailbox-of-${name}` }),
);
const put = (name: string) => putArchive(s3, "archives", `exports/${name}.zip`, { kmsKeyArn: keyArn });

test("archives are looked for in preview and update, and an export whose archive goes is none, also for the guard", async () => {
  await createBucket(s3, "archives");
  for (const name of names) await put(name);
  const { stack } = await openOrganizationStack({
    organization: { users, jobs },
    program: { program: "test/engine/programs/prove.ts" },
    config: { s3Endpoint: moto.url },
  });
  const proven = { alice: "proven", bob: "proven" };
  const all = { ofResource: proven, ofFunction: proven, verdict: "complete", findings: [] };
  expect((await stack.preview()).outputs).toEqual(all);
  expect((await stack.up()).outputs).toEqual(all);
  await stack.preview({ expectNoChanges: true });
  expect(JSON.stringify(await stack.exportState())).toContain(`"sseKmsKeyId":"${keyArn}"`);

  await deleteArchive(s3, "archives", "exports/bob.zip");
  const gone = { alice: "proven", bob: "gone" };
  const preview = await stack.preview();
  expect(preview.outputs).toEqual({
    ofResource: gone,
    ofFunction: gone,
    verdict: "incomplete",
    findings: ["archiveGone"],
  });
  expect(
    preview.diagnostics.filter(({ message }) => /are not proven|is not proven/.test(message)).length,
  ).toBeGreaterThan(0);

  const refused = await stack.attempt("destroy");
  expect(refused.ok).toBe(false);
  expect(refused.text).toContain(
    "bob@example.com: The archive of the export is not in S3 (job bob, s3://archives/exports/bob.zip)",
  );

  await put("bob");
  await stack.refresh();
  expect((await stack.preview()).outputs).toEqual(all);
  await stack.destroy();
});

test("an S3 that does not answer fails no update, and holds the guard", async () => {
  const { stack } = await openOrganizationStack({
    organization: { users, jobs },
    program: { program: "test/engine/programs/prove.ts" },
    config: { s3Endpoint: "http://127.0.0.1:1" },
  });
  const { outputs } = await stack.up();
  expect(outputs).toMatchObject({
    ofResource: { alice: "unreachable", bob: "unreachable" },
    verdict: "unknown",
    findings: ["archiveUnreachable", "archiveUnreachable"],
  });
  await stack.preview({ expectNoChanges: true });
  const refused = await stack.attempt("destroy");
  expect(refused.ok).toBe(false);
  expect(refused.text).toContain("alice@example.com: S3 did not answer when the archive of the export was looked for");
});
