import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { regionsOf } from "../../../provider/cli/read/organizationsOfAccount";
import { sampleOrganization, start } from "../../../provider/emulator";
import type { ReadContext } from "../../../provider/functions/withConnection";
import { withAwsEnvironment } from "../../support/organization";
import { runCli } from "../../support/runCli";
import { serve } from "../../support/serve";

withAwsEnvironment({ AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "dummy", AWS_REGION: "us-east-1" });

const now = new Date("2026-11-24T12:00:00Z");
const idOf = (number: number) => `m-${String(number).padStart(32, "0")}`;
const ids = (count: number) => Array.from({ length: count }, (_each, index) => idOf(index));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "workmail-exports-read-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const emulators: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const emulator of emulators.splice(0)) await emulator.close();
});

async function workMailOf(count: number, jobs = 3) {
  const organizations = ids(count).map((organizationId) =>
    sampleOrganization({ organizationId, jobs, mailboxes: 2, now }),
  );
  const emulator = await start({ seed: { organizations }, clock: { now: () => now } });
  emulators.push(emulator);
  return emulator;
}

/** A WorkMail without jobs that counts how many requests it has at a time, in all and of each region. */
async function countingWorkMail() {
  const under = new Map<string, number>();
  const most = new Map<string, number>();
  const url = await serve(async (request, response) => {
    const [, region = ""] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
    const count = (under.get(region) ?? 0) + 1;
    under.set(region, count);
    most.set(region, Math.max(count, most.get(region) ?? 0));
    request.resume();
    await new Promise((resolve) => setTimeout(resolve, 20));
    under.set(region, (under.get(region) ?? 0) - 1);
    response.end('{"Jobs":[]}');
  });
  return { url, most };
}

const asked = (organizationIds: readonly string[]) => organizationIds.flatMap((id) => ["--organization-id", id]);

test.each([
  ["eight at a time in a region", [], 8],
  ["as many as --organization-concurrency says", ["--organization-concurrency", "3"], 3],
])("organizations are read side by side: %s", async (_what, args, expected) => {
  const { url, most } = await countingWorkMail();
  const regions = ids(20).flatMap((id) => [`us-east-1/${id}`, `eu-west-1/${id}`]);
  const { exitCode } = await runCli(["list", "--endpoint", url, ...asked(regions), ...args]);
  expect(exitCode).toBe(0);
  expect(Object.fromEntries(most)).toEqual({ "us-east-1": expected, "eu-west-1": expected });
});

test("credentials are found out once for all organizations", async () => {
  const { url } = await countingWorkMail();
  const log = join(folder, "asked.txt");
  const config = join(folder, "config");
  const credentials = JSON.stringify({ Version: 1, AccessKeyId: "AKIDEXAMPLE", SecretAccessKey: "dummy" });
  writeFileSync(join(folder, "credentials.sh"), `echo asked >> ${log}\necho '${credentials}'\n`);
  writeFileSync(
    config,
    `[profile ci]\nregion = us-east-1\ncredential_process = sh ${join(folder, "credentials.sh")}\n`,
  );
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"]) delete process.env[name];
  process.env["AWS_CONFIG_FILE"] = config;
  const { exitCode, stderr } = await runCli(["list", "--endpoint", url, "--profile", "ci", ...asked(ids(20))]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(readFileSync(log, "utf8")).toBe("asked\n");
});

test("--all-organizations reads those of every page, and each of the regions that are given", async () => {
  const emulator = await workMailOf(105, 1);
  const regions = ["--region", "us-east-1", "--region", "us-west-2"];
  const { exitCode, stdout } = await runCli(
    ["list", "--all-organizations", ...regions, "--endpoint", emulator.url, "--format", "json"],
    { now: () => now },
  );
  expect(exitCode).toBe(0);
  const found: { id: string }[] = JSON.parse(stdout).organizations;
  const expected = ["us-east-1", "us-west-2"].flatMap((region) => ids(105).map((id) => `${region}/${id}`));
  expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
});

test("an organization that is named twice is read once", async () => {
  const emulator = await workMailOf(1);
  const { stdout } = await runCli(
    ["list", "--endpoint", emulator.url, ...asked([idOf(0), idOf(0), `us-east-1/${idOf(0)}`]), "--format", "json"],
    { now: () => now },
  );
  expect(JSON.parse(stdout)).toMatchObject({ counts: { total: 3 }, organizations: [{ organizationId: idOf(0) }] });
});

test("no organization at all proves nothing", async () => {
  const emulator = await workMailOf(0);
  const where = ["--all-organizations", "--endpoint", emulator.url];
  expect(await runCli(["gate", ...where])).toMatchObject({ exitCode: 2 });
  expect(await runCli(["list", ...where])).toMatchObject({ exitCode: 0, stdout: "No organization was found.\n" });
});

test("where the organizations of a region cannot be listed, a gate does not pass, and a list is not given", async () => {
  const emulator = await workMailOf(1);
  const denied = {
    kind: "error",
    code: "AccessDeniedException",
    message: "no",
    operation: "ListOrganizations",
  } as const;
  const where = ["--all-organizations", "--endpoint", emulator.url];
  emulator.inject(denied);
  const list = await runCli(["list", ...where]);
  expect(list).toMatchObject({ exitCode: 70, stdout: "" });
  expect(list.stderr).toMatch(
    /^error: ListOrganizations in us-east-1 failed: .*\nAllow workmail:ListOrganizations on \* in a policy/,
  );
  emulator.inject(denied);
  const gate = await runCli(["gate", ...where, "--format", "json"]);
  expect(gate.exitCode).toBe(70);
  expect(JSON.parse(gate.stdout)).toMatchObject({ verdict: "unknown", unread: [{ reason: "accessDenied" }] });
});

test("one that cannot be read leaves the others in a gate, and keeps it from passing", async () => {
  const emulator = await workMailOf(2);
  emulator.inject({ kind: "serverError", operation: "ListUsers" });
  const { exitCode, stdout, stderr } = await runCli(
    [
      "gate",
      "--endpoint",
      emulator.url,
      ...asked(ids(2)),

      "--format",
      "json",
      "--max-attempts",
      "1",
      "--organization-concurrency",
      "1",
    ],
    { now: () => now },
  );
  expect(exitCode).toBe(70);
  const answer = JSON.parse(stdout);
  expect(answer.unread).toMatchObject([{ organizationId: idOf(0), region: "us-east-1", reason: "serviceFailure" }]);
  expect(answer.organizations).toMatchObject([{ organizationId: idOf(1) }]);
  expect(stderr.match(/^error: /gm)).toHaveLength(1);
  expect(answer.verdict).not.toBe("complete");
});

test("what the configuration file says of an organization counts for that one alone", async () => {
  const [one, other] = [await workMailOf(1, 1), await workMailOf(2, 2)];
  const config = join(folder, "two.json");
  const organizations = [
    { organizationId: idOf(0), endpoint: one.url },
    { organizationId: idOf(1), endpoint: other.url, region: "eu-west-1" },
  ];
  writeFileSync(config, JSON.stringify({ organizations }));
  const { stdout } = await runCli(["list", "--config", config, "--format", "json"], { now: () => now });
  expect(JSON.parse(stdout).organizations).toMatchObject([
    { id: `us-east-1/${idOf(0)}`, counts: { total: 1 } },
    { id: `eu-west-1/${idOf(1)}`, counts: { total: 2 } },
  ]);
  const picked = await runCli(["list", "--config", config, "--organization-id", idOf(1), "--format", "json"], {
    now: () => now,
  });
  expect(JSON.parse(picked.stdout).organizations).toMatchObject([{ id: `eu-west-1/${idOf(1)}` }]);
});

test("what is remembered of others is said not to be used, and what is not remembered is said", async () => {
  const emulator = await workMailOf(2);
  const outputs = { exports: { organizationId: idOf(7), region: "us-east-1", jobs: [] } };
  const { stderr } = await runCli(["list", "--endpoint", emulator.url, ...asked([idOf(0)]), "--stack-outputs", "-"], {
    now: () => now,
    stdin: async () => JSON.stringify(outputs),
  });
  expect(stderr).toContain(`the stack remembers jobs of us-east-1/${idOf(7)}, which is not asked for`);
  expect(stderr).toContain(`the stack remembers no jobs of ${idOf(0)}`);
});

test("of several organizations a bare list of jobs is nobody's, and an error", async () => {
  const emulator = await workMailOf(2);
  const { exitCode, stderr } = await runCli(
    ["list", "--endpoint", emulator.url, ...asked(ids(2)), "--stack-outputs", "-"],
    { stdin: async () => '{"jobs":[{"jobId":"job-1"}]}' },
  );
  expect(exitCode).toBe(64);
  expect(stderr).toContain("of several organizations it cannot be told whose they are");
  expect(emulator.requests).toEqual([]);
});

test("of several organizations a mailbox is not excluded by its name, which can be another's in each", async () => {
  const emulator = await workMailOf(2);
  const where = ["gate", "--endpoint", emulator.url, ...asked(ids(2))];
  const byName = await runCli([...where, "--exclude", "info=empty", "--exclude", "fax@example.com=empty"]);
  expect(byName.exitCode).toBe(64);
  expect(byName.stderr).toMatch(
    /--exclude by name can mean a mailbox in each of them: info\. Give the email or the id/,
  );
  expect(emulator.requests).toEqual([]);
  const others = ["fax@example.com=empty", "S-1-1-11-1111111111-1001=left", `r-${"0".repeat(32)}=room`];
  const byMailbox = await runCli([...where, ...others.flatMap((one) => ["--exclude", one])], { now: () => now });
  expect(byMailbox.exitCode).not.toBe(64);
  const byNameOfOne = await runCli([...where.slice(0, 5), "--exclude", "info=empty"], { now: () => now });
  expect(byNameOfOne.exitCode).not.toBe(64);
});

describe("--all-organizations claims all of them", () => {
  const all = (url: string, ...args: string[]) =>
    runCli(["gate", "--all-organizations", "--endpoint", url, "--format", "json", ...args], { now: () => now });
  const unreadIn = ({ stdout }: { stdout: string }) => JSON.parse(stdout).unread;

  test("so what the configuration file names is read although nobody lists it", async () => {
    const emulator = await workMailOf(1);
    const config = join(folder, "unlisted.json");
    writeFileSync(config, JSON.stringify({ organizations: [{ organizationId: idOf(5) }] }));
    const outcome = await all(emulator.url, "--config", config);
    expect(outcome.exitCode).toBe(70);
    expect(unreadIn(outcome)).toMatchObject([{ organizationId: idOf(5), reason: "organizationNotFound" }]);
  });

  test("so what a stack remembers and nobody lists is one that could not be read", async () => {
    const emulator = await workMailOf(1);
    const outputs = { exports: { organizationId: idOf(5), region: "us-east-1", jobs: [] } };
    const file = join(folder, "outputs.json");
    writeFileSync(file, JSON.stringify(outputs));
    const outcome = await all(emulator.url, "--stack-outputs", file);
    expect(outcome.exitCode).toBe(70);
    expect(unreadIn(outcome)).toMatchObject([{ organizationId: idOf(5), reason: "organizationNotFound" }]);
  });

  test("so an id of another form keeps it from passing, and leaves the others", async () => {
    const url = await serve((request, response) => {
      request.resume();
      const listing = String(request.headers["x-amz-target"]).endsWith("ListOrganizations");
      response.end(listing ? '{"OrganizationSummaries":[{"OrganizationId":"m-XYZ","State":"Active"}]}' : "{}");
    });
    const outcome = await all(url);
    expect(outcome.exitCode).toBe(70);
    expect(unreadIn(outcome)).toMatchObject([{ organizationId: "m-XYZ", reason: "malformedPage" }]);
  });

  test("where there is none it says so", async () => {
    const emulator = await workMailOf(0);
    expect((await all(emulator.url)).stderr).toContain("ListOrganizations shows no organization in us-east-1");
  });

  test("in all regions where WorkMail exists; another WorkMail is asked once, and that is said", () => {
    const warnings: string[] = [];
    const contextWith = (environment: ReadContext["environment"]): ReadContext => ({
      environment,
      warn: (message) => warnings.push(message),
      now: () => now,
    });
    const url = { AWS_ENDPOINT_URL: "http://127.0.0.1:9" };
    const three = ["us-east-1", "us-west-2", "eu-west-1"];
    expect(regionsOf({ organizations: [] }, contextWith({}))).toEqual(three);
    expect(
      regionsOf({ organizations: [] }, contextWith({ ...url, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" })),
    ).toEqual(three);
    expect(regionsOf({ organizations: [], region: ["eu-west-1"] }, contextWith(url))).toEqual(["eu-west-1"]);
    expect(warnings).toEqual([]);
    expect(regionsOf({ organizations: [] }, contextWith(url))).toEqual([undefined]);
    expect(warnings).toEqual([
      expect.stringContaining("in one region alone, since AWS_ENDPOINT_URL names another WorkMail"),
    ]);
  });
});

test("an exclusion that one organization uses is not unused in the others", async () => {
  const emulator = await workMailOf(2);
  const { stdout: before } = await runCli(
    ["coverage", "--endpoint", emulator.url, ...asked(ids(2)), "--format", "json"],
    { now: () => now },
  );
  const [email = ""] = JSON.parse(before).organizations[0].mailboxes.map((each: { entityId: string }) => each.entityId);
  const exclude = ["--exclude", `${email}=left`, "--exclude", "nobody@example.com=left"];
  const { stdout } = await runCli(
    ["coverage", "--endpoint", emulator.url, ...asked(ids(2)), ...exclude, "--format", "json"],
    { now: () => now },
  );
  const unused: { findings: { kind: string; exclusion?: string }[] }[] = JSON.parse(stdout).organizations;
  for (const { findings } of unused) {
    expect(findings.filter(({ kind }) => kind === "exclusionUnused").map(({ exclusion }) => exclusion)).toEqual([
      "nobody@example.com",
    ]);
  }
});

test("a state in which two resources disagree about a job is refused before anything is asked", async () => {
  const emulator = await workMailOf(1);
  const outputs = ["entity-a", "entity-b"].map((entityId) => ({
    organizationId: idOf(0),
    region: "us-east-1",
    jobs: [{ jobId: "job-1", entityId }],
  }));
  const { exitCode, stderr } = await runCli(["list", "--endpoint", emulator.url, "--stack-outputs", "-"], {
    stdin: async () => JSON.stringify({ outputs }),
  });
  expect([exitCode, emulator.requests.length]).toEqual([64, 0]);
  expect(stderr).toContain("contradicts itself");
});

test("a cutover in the future is warned of", async () => {
  const emulator = await workMailOf(1);
  const { stderr } = await runCli(
    ["gate", "--endpoint", emulator.url, ...asked(ids(1)), "--cutover", "2027-01-15T00:00:00Z"],
    { now: () => now },
  );
  expect(stderr).toContain("warning: the cutover 2027-01-15T00:00:00Z is in the future");
});

test.each([
  ["--cutover", "2026-11-20T00:00:00Z"],
  ["--config", "a.json"],
  ["--stack-state", "a.json"],
  ["--page-size", "5"],
])("%s may be given once: of two values one would be lost", async (option, value) => {
  const { exitCode, stderr } = await runCli(["gate", ...asked(ids(1)), option, value, option, value]);
  expect(exitCode).toBe(64);
  expect(stderr).toContain("It may be given once.");
});

test("what is remembered of an id in another region is not of this organization", async () => {
  const emulator = await workMailOf(1);
  const job = { jobId: "elsewhere", state: "COMPLETED" };
  const outputs = { exports: { organizationId: idOf(0), region: "eu-west-1", jobs: [job] } };
  const { stdout, stderr } = await runCli(
    [
      "list",
      "--endpoint",
      emulator.url,
      ...asked([`us-east-1/${idOf(0)}`]),
      "--stack-outputs",
      "-",
      "--format",
      "json",
    ],
    { now: () => now, stdin: async () => JSON.stringify(outputs) },
  );
  expect(JSON.parse(stdout)).toMatchObject({ counts: { total: 3 }, organizations: [{ read: { rememberedJobs: 0 } }] });
  expect(stderr).toContain(`the stack remembers jobs of eu-west-1/${idOf(0)}, which is not asked for`);
});

test("what is remembered without a region is of the organization with that id", async () => {
  const emulator = await workMailOf(1);
  const outputs = { exports: { organizationId: idOf(0), jobs: [{ jobId: "early", state: "COMPLETED" }] } };
  const { stdout, stderr } = await runCli(
    [
      "list",
      "--endpoint",
      emulator.url,
      ...asked([`us-east-1/${idOf(0)}`]),
      "--stack-outputs",
      "-",
      "--format",
      "json",
    ],
    { now: () => now, stdin: async () => JSON.stringify(outputs) },
  );
  expect(JSON.parse(stdout)).toMatchObject({ counts: { total: 4 }, organizations: [{ read: { rememberedJobs: 1 } }] });
  expect(stderr).toBe("");
});
