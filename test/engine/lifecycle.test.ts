import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { type Emulator, ManualClock, type SeedJob, start } from "../../provider/emulator";
import { awsCli } from "../support/moto/awsCli";
import { putArchive } from "../support/moto/buckets";
import { s3ClientFor } from "../support/moto/s3ClientFor";
import { type Moto, startMoto } from "../support/moto/startMoto";
import { now, organizationId } from "../support/organization";
import { openStack, type TestStack } from "./support";
import { startAwsOnMoto } from "./support/awsOnMoto/awsOnMoto";
import { CHECKOUT } from "./support/project";

jest.setTimeout(300_000);

interface Rule {
  readonly ID: string;
  readonly Filter: { readonly Prefix: string };
}

const logs = { ID: "logs", Status: "Enabled", Filter: { Prefix: "logs/" }, Expiration: { Days: 90 } };

/** The rule that the example asks for. */
const rule = (Prefix: string) => ({
  ID: expect.stringMatching(/^workmail-export-\w+$/),
  Status: "Enabled",
  Filter: { Prefix },
  Transitions: [{ Days: 30, StorageClass: "DEEP_ARCHIVE" }],
  NoncurrentVersionExpiration: { NoncurrentDays: 30 },
});

/** The code block behind a marker of the example's README. */
function readme(marker: string): string {
  const text = readFileSync(join(CHECKOUT, "examples/lifecycle/README.md"), "utf8");
  const found = new RegExp(`<!-- ${marker} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (found === undefined) throw new Error(`the README has no block ${marker}`);
  return found;
}

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The example where it lies, up, on an S3, an IAM and a KMS of moto's, and a WorkMail of the emulator's. */
class Lifecycle {
  private constructor(
    readonly stack: TestStack,
    readonly moto: Moto,
    readonly emulator: Emulator,
    readonly clock: ManualClock,
    /** Of the latest update. */
    private outputs: Readonly<Record<string, unknown>>,
  ) {}

  get bucket(): string {
    return String(this.outputs["bucket"]);
  }

  get keyArn(): string {
    return String(this.outputs["keyArn"]);
  }

  static async open(config: Readonly<Record<string, string>> = {}): Promise<Lifecycle> {
    const moto = await startMoto();
    cleanups.push(() => moto.close());
    const aws = await startAwsOnMoto(moto.url);
    cleanups.push(() => aws.close());
    const clock = new ManualClock(now);
    const emulator = await start({ clock, seed: { organizations: [{ organizationId }] } });
    cleanups.push(() => emulator.close());
    const settings = { organizationId, endpoint: emulator.url, s3Endpoint: moto.url, ...config };
    const stack = await openStack({
      workDir: "examples/lifecycle",
      config: Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, { value }])),
      env: aws.env,
    });
    cleanups.push(() => stack.dispose());
    return new Lifecycle(stack, moto, emulator, clock, (await stack.up()).outputs);
  }

  get s3(): S3Client {
    return s3ClientFor(this.moto.url);
  }

  /** The AWS CLI. */
  get aws(): ReturnType<typeof awsCli> {
    return awsCli(this.moto.url);
  }

  /** Starts an export to `exports/DIRECTORY/WHO.zip` that ends an hour later, and gives the key. */
  startExport(directory: string, who: string, more: Partial<SeedJob> = {}): string {
    const s3Path = `exports/${directory}/${who}.zip`;
    this.emulator.addJobs(organizationId, {
      jobId: `of-${who}`,
      entityId: `entity-of-${who}`,
      startTime: this.clock.now().toISOString(),
      end: { state: "COMPLETED", afterSeconds: 3600 },
      s3BucketName: this.bucket,
      s3Prefix: `exports/${directory}`,
      s3Path,
      kmsKeyArn: this.keyArn,
      ...more,
    });
    return s3Path;
  }

  /** Starts an export as the README says, and gives the key. */
  async startByReadme(): Promise<string> {
    const [, ...words] =
      readme("start")
        .replaceAll("\\\n", "")
        .match(/"[^"]*"|\S+/g) ?? [];
    const args = words.map((word) => {
      const [, output] = /^"\$\(pulumi stack output (\w+)\)"$/.exec(word) ?? [];
      return output === undefined ? word : String(this.outputs[output]);
    });
    const aws = awsCli(this.emulator.url);
    const { JobId } = Object(await aws(...args));
    const { S3Path } = Object(
      await aws("workmail", "describe-mailbox-export-job", "--job-id", JobId, ...args.slice(2, 4)),
    );
    return S3Path;
  }

  /** Puts an archive where its export says, as WorkMail does. */
  async write(key: string, bytes = 200_000): Promise<void> {
    await putArchive(this.s3, this.bucket, key, { bytes, kmsKeyArn: this.keyArn });
  }

  /** What the bucket holds, by the AWS CLI. */
  async rules(): Promise<readonly Rule[]> {
    const answer = await this.aws("s3api", "get-bucket-lifecycle-configuration", "--bucket", this.bucket);
    return Object(answer).Rules;
  }

  /** The rules after an update, none of which matches what still runs. */
  async up({ running = [] }: { readonly running?: readonly string[] } = {}): Promise<readonly Rule[]> {
    this.outputs = (await this.stack.up()).outputs;
    const rules = await this.rules();
    for (const key of running) expect(rules.filter(({ Filter }) => key.startsWith(Filter.Prefix))).toEqual([]);
    return rules;
  }

  get covered(): unknown {
    return this.outputs["covered"];
  }

  get tooSmall(): unknown {
    return this.outputs["tooSmall"];
  }

  /** Takes every version out of the bucket. */
  async empty(): Promise<void> {
    const { Versions = [] } = await this.s3.send(new ListObjectVersionsCommand({ Bucket: this.bucket }));
    const Objects = Versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
    await this.s3.send(new DeleteObjectsCommand({ Bucket: this.bucket, Delete: { Objects } }));
  }
}

test("rules come with what is exported and match nothing that is not, from the first day to the last", async () => {
  const life = await Lifecycle.open();
  expect(await life.rules()).toEqual([logs]);

  const [alice, victor] = [await life.startByReadme(), life.startExport("2026-11-24", "victor")];
  expect(await life.up({ running: [alice, victor] })).toEqual([logs]);

  // Both have ended, but victor's archive is not there.
  life.clock.advance({ hours: 2 });
  await life.write(alice);
  expect(await life.up({ running: [victor] })).toEqual([logs, rule(alice)]);
  await life.stack.preview({ expectNoChanges: true });

  await life.write(victor, 22);
  expect(await life.up()).toEqual(JSON.parse(readme("rules")).Rules);
  expect(life.covered).toEqual(["exports/2026-11-24/"]);
  expect(life.tooSmall).toEqual({ [victor]: 22 });

  // One more in the same directory divides it again.
  const wendy = life.startExport("2026-11-24", "wendy");
  expect(await life.up({ running: [wendy] })).toEqual([logs, rule(alice), rule(victor)]);
  life.clock.advance({ hours: 2 });
  await life.write(wendy);
  const joined = await life.up();
  expect(joined).toEqual([logs, rule("exports/2026-11-24/")]);

  // Ten days later WorkMail has forgotten them all, and the stack has not.
  life.clock.advance({ days: 10 });
  await life.stack.refresh({ expectNoChanges: true });
  await life.stack.preview({ expectNoChanges: true });
  expect(await life.rules()).toEqual(joined);

  // Protected, nothing goes at all; unprotected, not the bucket, as long as archives are in it, and so not the key.
  const key = () => life.aws("kms", "describe-key", "--key-id", life.keyArn);
  const destroy = await life.stack.cli("destroy", "--yes");
  expect(destroy.code).not.toBe(0);
  expect(destroy.stdout + destroy.stderr).toMatch(/cannot be deleted\W+because it is protected/);
  expect(await life.rules()).toEqual(joined);
  const [, ...unprotect] = (readme("destroy").split("\n")[0] ?? "").split(" ");
  expect(await life.stack.cli(...unprotect)).toMatchObject({ code: 0 });
  expect((await life.stack.attempt("destroy")).text).toContain("BucketNotEmpty");
  expect(await key()).toMatchObject({ KeyMetadata: { KeyState: "Enabled" } });
  await life.empty();
  await life.stack.destroy();
  expect(await key()).toMatchObject({ KeyMetadata: { KeyState: "PendingDeletion" } });
  expect(await life.aws("s3api", "list-buckets")).toMatchObject({ Buckets: [] });
  expect(await life.aws("iam", "list-roles")).toMatchObject({ Roles: [] });
});

test("without proof a completed export is enough; a rule that somebody else puts there is replaced", async () => {
  const life = await Lifecycle.open({ prove: "false" });
  const alice = life.startExport("2026-11-24", "alice");
  life.clock.advance({ hours: 2 });
  const rules = await life.up();
  expect(rules).toEqual([logs, rule(alice)]);

  const LifecycleConfiguration = { Rules: [{ ...logs, ID: "by-hand", Filter: { Prefix: "by-hand/" } }] };
  await life.s3.send(
    new PutBucketLifecycleConfigurationCommand(Object({ Bucket: life.bucket, LifecycleConfiguration })),
  );
  const { counts } = await life.stack.refresh();
  expect(counts).toMatchObject({ update: 1 });
  expect(await life.rules()).toMatchObject([{ ID: "by-hand" }]);
  expect(await life.up()).toEqual(rules);

  // Where an archive is that cannot be told, no rule is made for any, and those that there are stay.
  life.startExport("2026-11-25", "bob", { s3Path: "exports/2026-11-25/" });
  life.clock.advance({ hours: 2 });
  const { ok, text } = await life.stack.attempt("up");
  expect(ok).toBe(false);
  expect(text).toMatch(/where the archive of of-bob is cannot be told/);
  expect(text).not.toMatch(/^\s+at /m);
  expect(await life.rules()).toEqual(rules);
});
