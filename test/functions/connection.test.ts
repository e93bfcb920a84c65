import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../provider/emulator";
import { InvalidArgumentsError, WorkMailRequestError } from "../../provider/errors";
import { getMailboxExportJobs } from "../../provider/functions/getMailboxExportJobs";
import {
  contextOf,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";
import { startSts } from "../support/sts";

withAwsEnvironment();

/** Shared AWS configuration for one test. */
async function withProfiles(text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "profiles-"));
  await writeFile(join(folder, "config"), text);
  process.env["AWS_CONFIG_FILE"] = join(folder, "config");
  cleanups.push(() => rm(folder, { recursive: true }));
}

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const askers = (emulator: Emulator) => emulator.requests.map(({ accessKeyId }) => accessKeyId);

describe("the region", () => {
  const emulated = async (args: Record<string, unknown>, environment: Record<string, string> = {}) => {
    const { emulator } = await workMailWith(1);
    const context = contextOf({ environment });
    const result = await getMailboxExportJobs({ organizationId, endpoint: emulator.url, ...args }, context);
    return { region: result.region, warnings: context.warnings };
  };

  test("is the argument, before the environment and the profile", async () => {
    await withProfiles("[default]\nregion = eu-west-1\n");
    expect(await emulated({ region: "us-west-2" }, { AWS_REGION: "us-east-1" })).toEqual({
      region: "us-west-2",
      warnings: [],
    });
  });

  test("is AWS_REGION, else AWS_DEFAULT_REGION, before the profile's", async () => {
    await withProfiles("[default]\nregion = eu-west-1\n");
    expect((await emulated({}, { AWS_REGION: "us-east-1", AWS_DEFAULT_REGION: "us-west-2" })).region).toBe("us-east-1");
    expect((await emulated({}, { AWS_DEFAULT_REGION: "us-west-2" })).region).toBe("us-west-2");
  });

  test("is the profile's, the one that the argument names", async () => {
    await withProfiles(
      "[default]\nregion = us-east-1\n[profile mail]\nregion = eu-west-1\naws_access_key_id = AKIDMAIL\naws_secret_access_key = x\n",
    );
    expect((await emulated({})).region).toBe("us-east-1");
    expect((await emulated({ profile: "mail" })).region).toBe("eu-west-1");
  });

  test("where none is known is an error that names the three, and nothing is sent", async () => {
    const { emulator } = await workMailWith(1);
    const error = await rejectionOf(getMailboxExportJobs({ organizationId, endpoint: emulator.url }, contextOf()));
    expect(error).toBeInstanceOf(WorkMailRequestError);
    expect(error).toMatchObject({
      reason: "regionMissing",
      message: expect.stringMatching(/us-east-1, us-west-2 and eu-west-1[\s\S]*aws:region/),
    });
    expect(emulator.requests).toEqual([]);
  });

  test("in which WorkMail is not known is warned of and asked all the same", async () => {
    const { region, warnings } = await emulated({ region: "ap-southeast-2" });
    expect(region).toBe("ap-southeast-2");
    expect(warnings).toEqual([expect.stringMatching(/not known to exist in ap-southeast-2, only in us-east-1/)]);
  });

  test("without a host is an error that names the three", async () => {
    const args = { organizationId, region: "ap-southeast-2", maxAttempts: 1, endpoint: "http://workmail.invalid" };
    const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
    expect(error).toMatchObject({
      reason: "unknownHost",
      message: expect.stringMatching(
        /workmail\.invalid[\s\S]*us-east-1, us-west-2 and eu-west-1; the region asked is ap-southeast-2/,
      ),
    });
  });
});

describe("the endpoint", () => {
  test("can come from AWS_ENDPOINT_URL_WORKMAIL, and the argument goes before it", async () => {
    const { emulator: one } = await workMailWith(1);
    const { emulator: two } = await workMailWith(2);
    process.env["AWS_ENDPOINT_URL_WORKMAIL"] = one.url;
    expect((await getMailboxExportJobs({ organizationId, region }, contextOf())).jobs).toHaveLength(1);
    expect((await getMailboxExportJobs({ organizationId, region, endpoint: two.url }, contextOf())).jobs).toHaveLength(
      2,
    );
  });

  test("where nobody listens is an error that says so", async () => {
    const { emulator } = await workMailWith(0);
    await emulator.close();
    const args = { organizationId, region, endpoint: emulator.url, maxAttempts: 1 };
    const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
    expect(error).toMatchObject({
      reason: "unreachable",
      message: expect.stringMatching(/ECONNREFUSED[\s\S]*argument endpoint/),
    });
  });
});

describe("an environment that cannot be right", () => {
  test.each([
    [
      { AWS_ENDPOINT_URL_WORKMAIL: "localhost:4580" },
      /^the environment: AWS_ENDPOINT_URL_WORKMAIL must be an http or https URL.*; got a text of 14 characters$/,
    ],
    [{ AWS_ENDPOINT_URL: "abc" }, /^the environment: AWS_ENDPOINT_URL must be an http or https URL/],
    [{ AWS_REGION: "moon" }, /^the environment: AWS_REGION must be the name of an AWS region/],
  ])("%j is an error that names the variable", async (environment, message) => {
    const error = await rejectionOf(getMailboxExportJobs({ organizationId }, contextOf({ environment })));
    expect(error).toBeInstanceOf(InvalidArgumentsError);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
  });

  test("does not matter where the arguments say it, or where it is empty", async () => {
    const { emulator } = await workMailWith(1);
    const args = { organizationId, region, endpoint: emulator.url };
    const wrong = { AWS_ENDPOINT_URL_WORKMAIL: "abc", AWS_REGION: "moon" };
    expect((await getMailboxExportJobs(args, contextOf({ environment: wrong }))).jobs).toHaveLength(1);
    const unused = {
      AWS_REGION: "eu-west-1",
      AWS_DEFAULT_REGION: "moon",
      AWS_ENDPOINT_URL_WORKMAIL: emulator.url,
      AWS_ENDPOINT_URL: "abc",
    };
    process.env["AWS_ENDPOINT_URL_WORKMAIL"] = emulator.url;
    expect((await getMailboxExportJobs({ organizationId }, contextOf({ environment: unused }))).region).toBe(
      "eu-west-1",
    );
    const empty = { AWS_REGION: "", AWS_DEFAULT_REGION: "eu-west-1" };
    expect(
      (await getMailboxExportJobs({ organizationId, endpoint: emulator.url }, contextOf({ environment: empty })))
        .region,
    ).toBe("eu-west-1");
  });
});

describe("credentials", () => {
  test("that are nowhere are one error that says where to put them, and nothing is sent", async () => {
    const { emulator } = await workMailWith(1);
    delete process.env["AWS_ACCESS_KEY_ID"];
    const error = await rejectionOf(
      getMailboxExportJobs({ organizationId, region, endpoint: emulator.url }, contextOf()),
    );
    expect(error).toBeInstanceOf(WorkMailRequestError);
    expect(error).toMatchObject({
      reason: "credentialsMissing",
      message: expect.stringMatching(/there are no credentials[\s\S]*aws sso login/),
    });
    expect(emulator.requests).toEqual([]);
  });

  test("are those of the profile that the argument names, whatever the environment holds", async () => {
    const { emulator } = await workMailWith(1);
    await withProfiles("[profile mail]\naws_access_key_id = AKIDMAIL\naws_secret_access_key = x\n");
    await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url, profile: "mail" }, contextOf());
    expect(askers(emulator)).toEqual(["AKIDMAIL"]);
  });

  test("of a profile that does not exist are an error that names it", async () => {
    const args = { organizationId, region, profile: "nobody" };
    const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
    expect(error).toMatchObject({ reason: "credentialsMissing", message: expect.stringContaining("nobody") });
  });
});

describe("assumeRole", () => {
  const roleArn = "arn:aws:iam::123456789012:role/mail-reader";

  async function stsWith(options?: Parameters<typeof startSts>[0]) {
    const sts = await startSts(options);
    process.env["AWS_ENDPOINT_URL_STS"] = sts.url;
    return sts;
  }

  test("asks STS for the role, and WorkMail with what STS gave", async () => {
    const { emulator } = await workMailWith(1);
    const sts = await stsWith();
    const assumeRole = { roleArn, externalId: "for-us", durationSeconds: 900 };
    await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url, assumeRole }, contextOf());
    expect(Object.fromEntries(new URLSearchParams(sts.bodies[0]))).toMatchObject({
      Action: "AssumeRole",
      RoleArn: roleArn,
      RoleSessionName: "pulumi-workmail-exports",
      ExternalId: "for-us",
      DurationSeconds: "900",
    });
    expect(askers(emulator)).toEqual(["AKIDROLE"]);
  });

  test("is assumed by the profile that is named beside it, in the region, under the name given", async () => {
    const { emulator } = await workMailWith(1);
    const sts = await stsWith();
    await withProfiles("[profile mail]\naws_access_key_id = AKIDMAIL\naws_secret_access_key = x\n");
    const assumeRole = { roleArn, sessionName: "leaving" };
    const args = { organizationId, region: "eu-west-1", endpoint: emulator.url, profile: "mail", assumeRole };
    await getMailboxExportJobs(args, contextOf());
    expect(sts.authorizations).toEqual([expect.stringMatching(/Credential=AKIDMAIL\/\d+\/eu-west-1\/sts\//)]);
    expect(new URLSearchParams(sts.bodies[0]).get("RoleSessionName")).toBe("leaving");
    expect(askers(emulator)).toEqual(["AKIDROLE"]);
  });

  test("that STS refuses is an error that names the role", async () => {
    const { emulator } = await workMailWith(1);
    await stsWith({ refuses: true });
    const args = { organizationId, region, endpoint: emulator.url, assumeRole: { roleArn } };
    const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
    expect(error).toMatchObject({
      reason: "roleNotAssumed",
      message: expect.stringMatching(
        /the role arn:aws:iam::123456789012:role\/mail-reader cannot be assumed: .*not authorized/,
      ),
    });
    expect(emulator.requests).toEqual([]);
  });
});

describe("time", () => {
  test("a server that never answers ends in an error once timeoutSeconds are over", async () => {
    const { emulator } = await workMailWith(1, { faults: [{ kind: "hang", times: 99 }] });
    const args = { organizationId, region, endpoint: emulator.url, timeoutSeconds: 0.2 };
    const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
    expect(error).toMatchObject({
      reason: "timeout",
      message: expect.stringMatching(/whole read took longer than timeoutSeconds/),
    });
  });

  test.each([0.1, 0.0005, 2.01, 64.1])("timeoutSeconds can be %d", async (timeoutSeconds) => {
    const { emulator } = await workMailWith(1, { faults: timeoutSeconds < 1 ? [{ kind: "hang", times: 99 }] : [] });
    const outcome = getMailboxExportJobs(
      { organizationId, region, endpoint: emulator.url, timeoutSeconds },
      contextOf(),
    );
    if (timeoutSeconds < 1) expect(await rejectionOf(outcome)).toMatchObject({ reason: "timeout" });
    else expect((await outcome).jobs).toHaveLength(1);
  });

  test("timeoutSeconds counts the waits between retries too", async () => {
    const { emulator } = await workMailWith(1, { faults: [{ kind: "throttle", times: 99 }] });
    const args = { organizationId, region, endpoint: emulator.url, timeoutSeconds: 0.5, maxAttempts: 50 };
    expect(await rejectionOf(getMailboxExportJobs(args, contextOf()))).toMatchObject({ reason: "timeout" });
  });

  test("a signal ends a read at once, and the error says so and keeps the caller's reason", async () => {
    const { emulator } = await workMailWith(30, { faults: [{ kind: "hang", onPage: 2, times: 99 }] });
    const controller = new AbortController();
    const context = contextOf({ signal: controller.signal, onPage: () => controller.abort(new Error("enough")) });
    const args = { organizationId, region, endpoint: emulator.url, pageSize: 10 };
    const error = await rejectionOf(getMailboxExportJobs(args, context));
    expect(error).toMatchObject({
      reason: "aborted",
      message: expect.stringMatching(/after 1 page: it was aborted \(enough\)/),
    });
  });

  test("a signal that came before sends nothing", async () => {
    const { emulator } = await workMailWith(1);
    const args = { organizationId, region, endpoint: emulator.url };
    const error = await rejectionOf(getMailboxExportJobs(args, contextOf({ signal: AbortSignal.abort() })));
    expect(error).toMatchObject({ reason: "aborted" });
    expect(emulator.requests).toEqual([]);
  });
});

test("an organization that does not exist is an error that says where to look", async () => {
  const { emulator } = await workMailWith(1);
  const args = { organizationId: "m-ffffffffffffffffffffffffffffffff", region, endpoint: emulator.url };
  const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
  expect(error).toMatchObject({
    reason: "organizationNotFound",
    message: expect.stringMatching(/There is no organization m-f{32} in us-east-1[\s\S]*list-organizations/),
  });
});
