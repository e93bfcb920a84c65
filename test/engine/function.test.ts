import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportJobs, getMailboxExportJobsOutput } from "../../provider/program/getMailboxExportJobs";
import { organizationId, workMailWith } from "../support/organization";
import { startSts } from "../support/sts";
import { openStack, SECRET, type StackOptions, type TestStack, UNKNOWN } from "./support";
import { startAwsProvider } from "./support/awsProvider";

jest.setTimeout(180_000);

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function opened(options: StackOptions): Promise<TestStack> {
  const stack = await openStack({
    ...options,
    config: { organizationId: { value: organizationId }, ...options.config },
  });
  cleanups.push(() => stack.dispose());
  return stack;
}

/** A program of a few lines, for what must fail. */
const programOf = (body: string) => ({
  "index.ts": `
    import * as pulumi from "@pulumi/pulumi";
    import * as aws from "@pulumi/aws";
    import { getMailboxExportJobs, getMailboxExportJobsOutput, MailboxExportJobs } from "pulumi-workmail-exports";
    const organizationId: string = ${JSON.stringify(organizationId)};
    ${body}
  `,
});

describe("getMailboxExportJobs", () => {
  test("is known in preview; the same question is read once in a run, a secret one gives a secret result", async () => {
    const { emulator } = await workMailWith(25);
    const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url };
    const stack = await opened({ program: "test/engine/programs/function.ts", env });
    const preview = await stack.preview();
    expect(preview.outputs).toMatchObject({
      completed: { other: 0, running: 0 },
      ofOutput: 25,
      anew: 25,
      secret: SECRET,
    });
    expect(preview.outputs["all"]).toHaveLength(25);
    // Three pages for the question asked four times, and three for the one asked anew.
    expect(emulator.requests).toHaveLength(6);
    const up = await stack.up();
    expect(up.stackOutputs["secret"]).toEqual({ value: 25, secret: true });
    expect(up.stackOutputs["ofOutput"]).toEqual({ value: 25, secret: false });
    // Another run asks again: nothing of the one before answers.
    expect(emulator.requests).toHaveLength(12);
    await stack.preview({ expectNoChanges: true });
  });

  test("with dependsOn is unknown while a resource is to be created, and read after it in up", async () => {
    const { emulator } = await workMailWith(5);
    const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url };
    const stack = await opened({ program: "test/engine/programs/dependsOn.ts", env });
    const preview = await stack.preview();
    expect(preview.outputs).toEqual({ before: 5, afterBucket: UNKNOWN, afterList: UNKNOWN, afterComponent: UNKNOWN });
    expect(emulator.requests).toHaveLength(1);
    const up = await stack.up();
    expect(up.outputs).toEqual({ before: 5, afterBucket: 5, afterList: 5, afterComponent: 5 });
    // What was read before does not answer for after.
    expect(emulator.requests).toHaveLength(1 + 4);
    expect((await stack.preview()).outputs).toEqual(up.outputs);
  });

  test("beside the resource gives the same", async () => {
    const { emulator } = await workMailWith(12);
    const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url };
    const stack = await opened({ program: "test/engine/programs/both.ts", env });
    expect((await stack.preview()).outputs).toEqual({ same: true, count: 12 });
    expect((await stack.up()).outputs).toEqual({ same: true, count: 12 });
  });

  test("shows its progress as a status line that stays in no log, once it takes more than a few pages", async () => {
    const { emulator } = await workMailWith(90);
    const stack = await opened({
      files: programOf(
        `export const total = getMailboxExportJobs({ organizationId, pageSize: 10 }).then((r) => r.counts.total);`,
      ),
      env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
    });
    const { diagnostics } = await stack.preview();
    const progress = diagnostics.filter(({ message }) => message.includes("Reading mailbox export jobs"));
    expect(progress.map(({ message }) => message.trim())).toEqual([
      "Reading mailbox export jobs: 40 so far, from 4 pages",
      "Reading mailbox export jobs: 80 so far, from 8 pages",
    ]);
    expect(progress.every(({ ephemeral }) => ephemeral === true)).toBe(true);
  });
});

test("an inline program of the Automation API waits for a read, and for the resources that are made of it", async () => {
  const { emulator } = await workMailWith(3, { latencyMs: 500 });
  const args = { organizationId, endpoint: emulator.url, region: "us-east-1" };
  const made = (name: string) => new pulumi.ComponentResource("test:index:Made", name);
  const stack = await opened({
    program: async () => {
      getMailboxExportJobsOutput(args).jobs.apply((jobs) => jobs.map(({ state }) => made(`output-${state}`)));
      void getMailboxExportJobs(args, { cache: false }).then(({ jobs }) =>
        jobs.map(({ state }) => made(`plain-${state}`)),
      );
    },
  });
  process.env["AWS_ACCESS_KEY_ID"] = "test";
  process.env["AWS_SECRET_ACCESS_KEY"] = "test";
  const { changes } = await stack.preview();
  // Another run in the same process asks again: once for the first question, once for the one asked anew.
  await stack.preview();
  expect(emulator.requests).toHaveLength(2 + 2);
  const states = ["COMPLETED", "FAILED", "RUNNING"];
  expect(changes.map(({ name }) => name).sort()).toEqual([
    ...states.map((state) => `output-${state}`),
    ...states.map((state) => `plain-${state}`),
  ]);
});

describe("an aws.Provider", () => {
  async function withProfile(): Promise<Record<string, string>> {
    const folder = await mkdtemp(join(tmpdir(), "profile-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const file = join(folder, "credentials");
    await writeFile(file, "[mail]\naws_access_key_id = AKIDMAIL\naws_secret_access_key = x\n");
    const provider = await startAwsProvider();
    cleanups.push(provider.close);
    return { ...provider.env, AWS_SHARED_CREDENTIALS_FILE: file };
  }

  test("gives region and profile, also as the parent's; the argument goes before it", async () => {
    const { emulator } = await workMailWith(1);
    const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url, ...(await withProfile()) };
    const stack = await opened({ program: "test/engine/programs/awsProvider.ts", env });
    const expected = {
      plain: "eu-west-1",
      ofParent: "eu-west-1",
      output: "eu-west-1",
      outputs: "eu-west-1",
      argument: "us-west-2",
      resource: "eu-west-1",
    };
    expect((await stack.preview()).outputs).toEqual(expected);
    expect((await stack.up()).outputs).toEqual(expected);
    expect(new Set(emulator.requests.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(["AKIDMAIL"]));
  });

  test("whose region is not known yet is an error in the direct form, and unknown in the output form", async () => {
    const { emulator } = await workMailWith(1);
    const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url, ...(await withProfile()) };
    const later = `
      class Later extends pulumi.dynamic.Resource {
        declare readonly region: pulumi.Output<string>;
        constructor() {
          super({ create: async () => ({ id: "x", outs: { region: "eu-west-1" } }), delete: async () => undefined }, "later", { region: undefined });
        }
      }
      const provider = new aws.Provider("later", { region: new Later().region as pulumi.Output<aws.Region> });
    `;
    const plain = await opened({
      files: programOf(`${later} export const r = getMailboxExportJobs({ organizationId }, { provider });`),
      env,
    });
    const { ok, text } = await plain.attempt("preview");
    expect(ok).toBe(false);
    expect(text).toContain("opts.provider has a region that this run does not know");
    const output = await opened({
      files: programOf(
        `${later} export const r = getMailboxExportJobsOutput({ organizationId }, { provider }).region;`,
      ),
      env,
    });
    expect((await output.preview()).outputs).toEqual({ r: UNKNOWN });
    expect(emulator.requests).toEqual([]);
    expect((await output.up()).outputs).toEqual({ r: "eu-west-1" });
  });

  const region = 'region: "eu-west-1"';
  const role = 'assumeRoles: [{ roleArn: "arn:aws:iam::123456789012:role/x" }]';
  test.each([
    [
      `{ ${region}, accessKey: "AKID", secretKey: "x" }`,
      "",
      "sets accessKey and secretKey, which this package does not use",
    ],
    [
      `{ ${region}, accessKey: "AKID" }`,
      "profile: pulumi.output<string | undefined>(undefined)",
      "sets accessKey, which this package",
    ],
    [`{ ${region}, ${role} }`, "", "sets assumeRoles, which this package does not use"],
    [
      `{ ${region}, sharedCredentialsFiles: ["/elsewhere"] }`,
      "",
      "sets sharedCredentialsFiles, which this package does not use",
    ],
  ])("that is somebody by other means than a profile is refused: %s %s", async (provider, args, said) => {
    const { emulator } = await workMailWith(1);
    const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url, ...(await withProfile()) };
    const program = `
      const provider = new aws.Provider("p", ${provider});
      export const r = getMailboxExportJobsOutput({ organizationId, ${args} }, { provider });`;
    const stack = await opened({ files: programOf(program), env });
    const { ok, text } = await stack.attempt("preview");
    expect(ok).toBe(false);
    expect(text).toContain(said);
    expect(text).not.toMatch(/^\s+at /m);
    expect(emulator.requests).toEqual([]);
  });

  test("is who asks, also for an argument that turns out to be undefined, and who assumes the role", async () => {
    const { emulator } = await workMailWith(1);
    const sts = await startSts();
    const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url, ...(await withProfile()), AWS_ENDPOINT_URL_STS: sts.url };
    const program = `
      const provider = new aws.Provider("p", { ${region}, profile: "mail" });
      const profile = pulumi.output<string | undefined>(undefined);
      const assumeRole = { roleArn: "arn:aws:iam::123456789012:role/x" };
      export const asItself = getMailboxExportJobsOutput({ organizationId, profile }, { provider }).region;
      export const asRole = getMailboxExportJobsOutput({ organizationId, assumeRole }, { provider }).region;`;
    const stack = await opened({ files: programOf(program), env });
    expect((await stack.preview()).outputs).toEqual({ asItself: "eu-west-1", asRole: "eu-west-1" });
    expect(emulator.requests.map(({ accessKeyId }) => accessKeyId).sort()).toEqual(["AKIDMAIL", "AKIDROLE"]);
    expect(sts.authorizations).toEqual([expect.stringContaining("Credential=AKIDMAIL/")]);
  });
});

test("keys in the stack's configuration of aws are refused: without them somebody else would ask", async () => {
  const { emulator } = await workMailWith(1);
  const stack = await opened({
    files: programOf("export const r = getMailboxExportJobs({ organizationId });"),
    config: { "aws:accessKey": { value: "AKID" }, "aws:secretKey": { value: "hidden", secret: true } },
    env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
  });
  const { ok, text } = await stack.attempt("preview");
  expect(ok).toBe(false);
  expect(text).toContain(
    "the stack's configuration of aws sets accessKey and secretKey, which this package does not use",
  );
  expect(text).toContain("for accessKey, give the argument profile; for secretKey, give the argument profile");
  expect(text).not.toContain("hidden");
  expect(emulator.requests).toEqual([]);
});

test("arguments made of a resource are asked anew: what was read before it is no answer", async () => {
  const { emulator } = await workMailWith(1);
  const stack = await opened({
    files: programOf(`
      class Export extends pulumi.dynamic.Resource {
        declare readonly organizationId: pulumi.Output<string>;
        constructor() {
          const create = async (inputs: { organizationId: string }) => ({ id: "x", outs: inputs });
          super({ create, delete: async () => undefined }, "export", { organizationId });
        }
      }
      const before = getMailboxExportJobs({ organizationId });
      export const total = getMailboxExportJobsOutput({ organizationId: new Export().organizationId }).counts.total;
    `),
    env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
  });
  await stack.up();
  expect(emulator.requests).toHaveLength(2);
  await stack.preview();
  expect(emulator.requests).toHaveLength(2 + 2);
});

describe("an error in a program", () => {
  test.each([
    [
      "an Output",
      "organizationId: pulumi.output(organizationId) as never",
      "organizationId is an Output: use getMailboxExportJobsOutput",
    ],
    [
      "a Promise",
      "organizationId, states: Promise.resolve([]) as never",
      "states is a Promise: use getMailboxExportJobsOutput",
    ],
    ["an Output in a list", "organizationId, entityIds: [pulumi.output('a')] as never", "entityIds.0 is an Output"],
    ["a bad argument", "organizationId: 'm-1'", "organizationId must be a WorkMail organization id"],
    ["a missing one", "organizationId: undefined as never", "organizationId is required"],
  ])("for %s is one message without a stack, and nothing is sent", async (_name, args, said) => {
    const { emulator } = await workMailWith(1);
    const stack = await opened({
      files: programOf(`export const r = getMailboxExportJobs({ ${args} });`),
      env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
    });
    const { ok, diagnostics, text } = await stack.attempt("preview");
    expect(ok).toBe(false);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
    expect(text).not.toMatch(/^\s+at /m);
    expect(emulator.requests).toEqual([]);
  });

  const used =
    "class Used extends pulumi.ComponentResource { constructor(v: unknown) { super('test:index:Used', 'used', { v }); } }";
  test.each([
    ["the direct form", "export const r = getMailboxExportJobs({ organizationId });"],
    ["the direct form, unused", "getMailboxExportJobs({ organizationId });"],
    ["the output form", "export const r = getMailboxExportJobsOutput({ organizationId });"],
    ["the output form, unused", "getMailboxExportJobsOutput({ organizationId });"],
    ["the output form, in a resource", `${used} new Used(getMailboxExportJobsOutput({ organizationId }).ids);`],
  ])("from WorkMail through %s is one message without a stack", async (_name, body) => {
    const { emulator } = await workMailWith(1, {
      faults: [{ kind: "error", code: "ExpiredTokenException", message: "The security token is expired", times: 9 }],
    });
    const stack = await opened({ files: programOf(body), env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url } });
    const { ok, diagnostics, text } = await stack.attempt("preview");
    expect(ok).toBe(false);
    const errors = diagnostics.filter(({ severity, message }) => severity === "error" && message.includes("Expired"));
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/ExpiredTokenException: The security token is expired[\s\S]*aws sso login/),
    ]);
    expect(text).not.toMatch(/^\s+at /m);
  });

  test.each([
    ["no arguments", "new MailboxExportJobs('e', undefined as never);", "organizationId is required"],
    [
      "another provider",
      "class P extends pulumi.ProviderResource {} new MailboxExportJobs('e', { organizationId }, { provider: new P('pulumi-nodejs', 'p') });",
      "opts.provider must be an aws.Provider",
    ],
    [
      "dependsOn",
      "export const r = getMailboxExportJobsOutput({ organizationId }, { dependsOn: ['bucket'] as never });",
      "opts.dependsOn takes resources",
    ],
    [
      "arguments in a circle",
      "const a: Record<string, unknown> = { organizationId }; a['profile'] = a; export const r = getMailboxExportJobs(a as never);",
      "profile must be the name of a profile",
    ],
  ])("for %s is one message without a stack, too", async (_name, body, said) => {
    const { emulator } = await workMailWith(1);
    const stack = await opened({ files: programOf(body), env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url } });
    const { ok, text } = await stack.attempt("preview");
    expect(ok).toBe(false);
    expect(text).toContain(said);
    expect(text).not.toMatch(/^\s+at /m);
    expect(emulator.requests).toEqual([]);
  });

  test("can be caught by its class", async () => {
    const { emulator } = await workMailWith(1);
    const stack = await opened({
      files: programOf(`
        import { InvalidArgumentsError } from "pulumi-workmail-exports";
        export const caught = getMailboxExportJobs({ organizationId: "" })
          .catch((error) => error instanceof InvalidArgumentsError && error.failures.length);
      `),
      env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
    });
    expect((await stack.preview()).outputs).toEqual({ caught: 1 });
  });
});
