import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import {
  DeleteBucketLifecycleCommand,
  GetBucketLifecycleConfigurationCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutBucketLifecycleConfigurationCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { awsCli } from "../support/moto/awsCli";
import { createBucket, deleteArchive, putArchive, restoreArchive } from "../support/moto/buckets";
import { createUser, foreigner } from "../support/moto/identities";
import { regionGate } from "../support/moto/regionGate";
import { s3ClientFor } from "../support/moto/s3ClientFor";
import { type Moto, startMoto } from "../support/moto/startMoto";

/** What other tests take for granted of the S3 that they run against: that it answers as S3 does. */

jest.setTimeout(60_000);

const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const key = "exports/alice/archive.zip";
let moto: Moto;
let root: S3Client;

beforeAll(async () => {
  moto = await startMoto();
  root = s3ClientFor(moto.url);
});
afterEach(async () => {
  await moto.enforceIam(false);
  await moto.reset();
});
afterAll(() => moto.close());

const head = (Bucket: string, client = root) => client.send(new HeadObjectCommand({ Bucket, Key: key }));

/** The error of an answer: its name, status and those of its headers that matter. */
async function refusal(answer: Promise<unknown>) {
  const error: unknown = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { name, $metadata, $response } = Object(error);
  const { "x-amz-bucket-region": region, "x-amz-delete-marker": marker } = Object($response?.headers);
  return { name, status: $metadata?.httpStatusCode, ...(region && { region }), ...(marker && { marker }) };
}

describe("HeadObject", () => {
  test("of a plain object tells size, entity tag and time, and neither class nor encryption", async () => {
    await createBucket(root, "archives");
    const { ETag } = await putArchive(root, "archives", key, { bytes: 5 });
    const answer = await head("archives");
    expect(answer).toMatchObject({ ContentLength: 5, ETag, LastModified: expect.any(Date) });
    for (const absent of ["StorageClass", "VersionId", "SSEKMSKeyId", "Restore", "ObjectLockMode"]) {
      expect(answer).not.toHaveProperty(absent);
    }
  });

  test("of an empty object says 0", async () => {
    await createBucket(root, "archives");
    await putArchive(root, "archives", key, { bytes: 0 });
    expect(await head("archives")).toMatchObject({ ContentLength: 0 });
  });

  test("gives 404 without a code for a missing object and for a missing bucket alike", async () => {
    await createBucket(root, "archives");
    expect(await refusal(head("archives"))).toEqual({ name: "NotFound", status: 404 });
    expect(await refusal(head("nowhere"))).toEqual({ name: "NotFound", status: 404 });
  });

  test("says of a deleted object of a versioned bucket that a delete marker covers it", async () => {
    await createBucket(root, "archives", { versioned: true });
    const { VersionId } = await putArchive(root, "archives", key);
    expect(await head("archives")).toMatchObject({ VersionId });
    await deleteArchive(root, "archives", key);
    expect(await refusal(head("archives"))).toEqual({ name: "NotFound", status: 404, marker: "true" });
  });

  test("names the KMS key by its ARN, the bucket's too", async () => {
    await createBucket(root, "archives");
    await putArchive(root, "archives", key, { kmsKeyArn });
    expect(await head("archives")).toMatchObject({ ServerSideEncryption: "aws:kms", SSEKMSKeyId: kmsKeyArn });
    await createBucket(root, "encrypted", { kmsKeyArn });
    await putArchive(root, "encrypted", key);
    expect(await head("encrypted")).toMatchObject({ ServerSideEncryption: "aws:kms", SSEKMSKeyId: kmsKeyArn });
  });

  test("tells the locks of an object", async () => {
    await createBucket(root, "archives", { objectLock: true });
    const lock = {
      ObjectLockMode: "COMPLIANCE",
      ObjectLockRetainUntilDate: new Date("2034-01-01T00:00:00Z"),
      ObjectLockLegalHoldStatus: "ON",
    } as const;
    await putArchive(root, "archives", key, lock);
    expect(await head("archives")).toMatchObject({ ...lock, VersionId: expect.any(String) });
  });

  test.each(["GLACIER", "DEEP_ARCHIVE"] as const)("answers for %s without a restore, and tells one", async (name) => {
    await createBucket(root, "archives");
    await putArchive(root, "archives", key, { StorageClass: name, bytes: 7 });
    const before = await head("archives");
    expect(before).toMatchObject({ StorageClass: name, ContentLength: 7 });
    expect(before).not.toHaveProperty("Restore");
    await restoreArchive(root, "archives", key, 3);
    expect(await head("archives")).toMatchObject({
      StorageClass: name,
      Restore: expect.stringMatching(/^ongoing-request="false", expiry-date="\w{3}, \d\d \w{3} \d{4} .* GMT"$/),
    });
  });
});

describe("with IAM enforced", () => {
  const archives = "arn:aws:s3:::archives/*";

  test("a user sees what the policy allows, and gets 403 without a code where it denies", async () => {
    for (const bucket of ["archives", "secrets"]) {
      await createBucket(root, bucket);
      await putArchive(root, bucket, key);
    }
    const credentials = await createUser(moto.url, "auditor", [
      { Effect: "Allow", Action: "s3:GetObject", Resource: archives },
    ]);
    const refused = await createUser(moto.url, "refused", [
      { Effect: "Allow", Action: "s3:*", Resource: "*" },
      { Effect: "Deny", Action: "s3:GetObject", Resource: archives },
    ]);
    await moto.enforceIam();
    const auditor = s3ClientFor(moto.url, { credentials });
    expect(await head("archives", auditor)).toMatchObject({ ContentLength: 1 });
    const denied = { name: "Unknown", status: 403 };
    expect(await refusal(head("secrets", auditor))).toEqual(denied);
    expect(await refusal(head("archives", s3ClientFor(moto.url, { credentials: refused })))).toEqual(denied);
    const forged = s3ClientFor(moto.url, { credentials: { ...credentials, secretAccessKey: "guessed" } });
    expect(await refusal(head("archives", forged))).toEqual(denied);
    expect(await refusal(head("archives"))).toEqual(denied);
  });

  test.each([false, true])("or not (%s), an identity of another account is denied", async (enforced) => {
    await createBucket(root, "archives");
    await putArchive(root, "archives", key);
    const credentials = await foreigner(moto.url);
    const other = s3ClientFor(moto.url, { credentials });
    await createBucket(other, "theirs");
    await putArchive(other, "theirs", key);
    await moto.enforceIam(enforced);
    expect(await head("theirs", other)).toMatchObject({ ContentLength: 1 });
    expect(await refusal(head("archives", other))).toEqual({ name: "Unknown", status: 403 });
  });
});

describe(regionGate.name, () => {
  beforeEach(async () => {
    await createBucket(root, "archives");
    await createBucket(root, "abroad", { region: "eu-west-1" });
    for (const bucket of ["archives", "abroad"]) await putArchive(root, bucket, key, { bytes: 3 });
  });

  test.each([301, 400] as const)(
    "answers %i with the bucket's region, which SDK and AWS CLI follow",
    async (status) => {
      const gate = await regionGate(moto.url, { abroad: "eu-west-1" }, { status });
      const [here, there] = ["us-east-1", "eu-west-1"].map((region) => s3ClientFor(gate, { region }));
      expect(await head("archives", here)).toMatchObject({ ContentLength: 3 });
      expect(await head("abroad", there)).toMatchObject({ ContentLength: 3 });
      expect(await refusal(head("abroad", here))).toMatchObject({ status, region: "eu-west-1" });
      const following = s3ClientFor(gate, { followRegionRedirects: true });
      const bucket = new HeadBucketCommand({ Bucket: "abroad" });
      expect(await following.send(bucket)).toMatchObject({ BucketRegion: "eu-west-1" });
      // Of HeadObject the SDK follows 301 alone; the CLI both.
      if (status === 301) expect(await head("abroad", following)).toMatchObject({ ContentLength: 3 });
      else expect(await refusal(head("abroad", following))).toMatchObject({ status });
      const command = ["s3api", "head-object", "--bucket", "abroad", "--key", key];
      expect(await awsCli(gate)(...command)).toMatchObject({ ContentLength: 3 });
    },
  );

  test("lets signatures through unbroken, and bodies", async () => {
    const all = [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] as const;
    const credentials = await createUser(moto.url, "auditor", all);
    await moto.enforceIam();
    const gate = await regionGate(moto.url, { abroad: "eu-west-1" });
    const client = s3ClientFor(gate, { credentials, region: "eu-west-1" });
    await putArchive(client, "abroad", key, { bytes: 9 });
    expect(await head("abroad", client)).toMatchObject({ ContentLength: 9 });
  });
});

describe("a lifecycle configuration", () => {
  const Bucket = "archives";
  const Rules = [
    {
      ID: "archive",
      Status: "Enabled",
      Filter: { Prefix: "exports/" },
      Transitions: [{ Days: 1, StorageClass: "DEEP_ARCHIVE" }],
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
    },
    { ID: "logs", Status: "Disabled", Filter: { Prefix: "logs/" }, Expiration: { Days: 90 } },
  ] as const;

  test("comes back as it was put, by the CLI too, and is gone when deleted", async () => {
    await createBucket(root, Bucket);
    const put = { Bucket, LifecycleConfiguration: { Rules: [...Rules] } };
    await root.send(new PutBucketLifecycleConfigurationCommand(JSON.parse(JSON.stringify(put))));
    const read = new GetBucketLifecycleConfigurationCommand({ Bucket });
    expect((await root.send(read)).Rules).toEqual(Rules);
    const command = ["s3api", "get-bucket-lifecycle-configuration", "--bucket", Bucket];
    expect(await awsCli(moto.url)(...command)).toMatchObject({ Rules });
    await root.send(new DeleteBucketLifecycleCommand({ Bucket }));
    expect(await refusal(root.send(read))).toEqual({ name: "NoSuchLifecycleConfiguration", status: 404 });
    await expect(awsCli(moto.url)(...command)).rejects.toThrow(/NoSuchLifecycleConfiguration/);
  });
});

describe(startMoto.name, () => {
  test("gives each caller a server of its own, and close ends it", async () => {
    const other = await startMoto();
    await createBucket(s3ClientFor(other.url), "elsewhere");
    expect((await root.send(new ListBucketsCommand({}))).Buckets).toEqual([]);
    await other.close();
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow("fetch failed");
  });

  test("leaves no server behind when the process that started it is killed", async () => {
    const script = `require(${JSON.stringify(join(__dirname, "../support/moto/startMoto"))})
      .startMoto().then(({ url }) => console.log(url));`;
    const args = ["-r", "ts-node/register/transpile-only", "-e", script];
    const starter = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(starter.stdout, "data");
    const { hostname, port } = new URL(String(line).trim());
    // The kernel closes it with the server's process, and nobody before.
    const connection = connect(Number(port), hostname);
    await once(connection, "connect");
    const closed = once(connection, "close");
    starter.kill("SIGKILL");
    await closed;
    await expect(fetch(`http://${hostname}:${port}`)).rejects.toThrow("fetch failed");
  });
});
