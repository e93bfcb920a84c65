import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../../../provider/cli/host";
import { readSettings, type Settings } from "../../../provider/cli/settings/readSettings";
import { settingRules } from "../../../provider/cli/settings/settingRules";
import { isSettingName, type ReadingCommand, settings, variableOf } from "../../../provider/cli/settings/settingTable";

const organizationId = `m-${"a".repeat(32)}`;
const folder = mkdtempSync(join(tmpdir(), "workmail-exports-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

interface Said {
  readonly command?: ReadingCommand;
  readonly options?: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

function read({ command = "gate", options = {}, environment = {}, stdin = "" }: Said): Promise<Settings> {
  const host: Host = {
    stdout: () => undefined,
    stderr: () => undefined,
    stdoutTerminal: undefined,
    stderrTerminal: undefined,
    stdin: async () => stdin,
    stdinIsTerminal: false,
    environment,
    now: () => new Date(),
    sleep: async () => undefined,
    untilStopped: async () => undefined,
  };
  return readSettings(command, options, host);
}

test("every setting has a rule, and every rule a setting", () => {
  expect(Object.keys(settingRules).sort()).toEqual(Object.keys(settings).sort());
});

test("the command line goes before Terraform's query, that before the environment, that before the file", async () => {
  const config = file("all.json", { cutover: "2026-11-01T00:00:00Z", pageSize: 1, maxAttempts: 1, timeoutSeconds: 1 });
  const environment = {
    WORKMAIL_EXPORTS_CONFIG: config,
    WORKMAIL_EXPORTS_PAGE_SIZE: "2",
    WORKMAIL_EXPORTS_MAX_ATTEMPTS: "2",
    WORKMAIL_EXPORTS_TIMEOUT_SECONDS: "2",
  };
  const stdin = JSON.stringify({ maxAttempts: "3", timeoutSeconds: "3" });
  const options = { timeoutSeconds: "4", format: "terraform" };
  expect(await read({ options, environment, stdin })).toMatchObject({
    cutover: "2026-11-01T00:00:00Z",
    pageSize: 2,
    maxAttempts: 3,
    timeoutSeconds: 4,
  });
});

const values = {
  organizationId: [organizationId],
  includeDetails: true,
  prove: false,
  pageSize: 50,
  requestTimeoutSeconds: 2.5,
  exclude: { "fax@example.com": "empty", room: "no mail" },
  output: ["a.json", "b.csv"],
  assumeRoleArn: "arn:aws:iam::123456789012:role/reader",
};

test("the same values can be said in each way", async () => {
  const texts = {
    organizationId,
    includeDetails: "true",
    prove: "0",
    pageSize: "50",
    requestTimeoutSeconds: "2.5",
    exclude: "fax@example.com=empty,room=no mail",
    output: "a.json, b.csv",
    assumeRoleArn: "arn:aws:iam::123456789012:role/reader",
  };
  const environment = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [isSettingName(name) ? variableOf(name) : name, text]),
  );
  const options = {
    ...texts,
    organizationId: [organizationId],
    includeDetails: true,
    prove: false,
    exclude: ["fax@example.com=empty", "room=no mail"],
    output: ["a.json", "b.csv"],
  };
  const { assumeRoleArn: roleArn, ...others } = values;
  const config = file("same.json", { ...others, organizationId, assumeRole: { roleArn } });
  expect(await read({ environment })).toMatchObject(values);
  expect(await read({ options })).toMatchObject(values);
  expect(await read({ options: { config } })).toMatchObject(values);
  expect(await read({ options: { format: "terraform" }, stdin: JSON.stringify(texts) })).toMatchObject(values);
});

test("on the command line a list may be repeated, with commas or without; the name of a file keeps its comma", async () => {
  const options = { states: ["RUNNING,FAILED", "CANCELLED"], output: ["a,b.json"] };
  expect(await read({ command: "list", options })).toMatchObject({
    states: ["RUNNING", "FAILED", "CANCELLED"],
    output: ["a,b.json"],
  });
});

test("who asks for all organizations on the command line gets them, whatever the environment names", async () => {
  const environment = { WORKMAIL_EXPORTS_ORGANIZATION_ID: organizationId };
  const all = await read({ options: { allOrganizations: true }, environment });
  expect(all).toMatchObject({ allOrganizations: true });
  expect(all).not.toHaveProperty("organizationId");
  await expect(read({ options: { allOrganizations: true, organizationId: [organizationId] } })).rejects.toThrow(
    /do not go together/,
  );
});

test("an empty variable, or text of a query, is refused: it is what nobody has set", async () => {
  await expect(read({ environment: { WORKMAIL_EXPORTS_CUTOVER: "" } })).rejects.toThrow(
    /WORKMAIL_EXPORTS_CUTOVER is empty: give it a value, or leave it out/,
  );
  await expect(read({ options: { format: "terraform" }, stdin: '{"cutover":""}' })).rejects.toThrow(/cutover is empty/);
});

test("an empty part of a list is refused", async () => {
  await expect(read({ options: { organizationId: [organizationId, ""] } })).rejects.toThrow(
    /--organization-id must be/,
  );
  await expect(read({ environment: { WORKMAIL_EXPORTS_ORGANIZATION_ID: `${organizationId},,` } })).rejects.toThrow(
    /WORKMAIL_EXPORTS_ORGANIZATION_ID must be/,
  );
});

test("what is said on the command line goes before what the file says of one organization", async () => {
  const entry = { organizationId, cutover: "2020-01-01T00:00:00Z", prove: false, exclude: { a: "own" }, profile: "x" };
  const config = file("entries.json", { organizations: [entry] });
  const options = { config, cutover: "2026-11-21T00:00:00Z", prove: true, exclude: ["b=all"] };
  const read1 = await read({ options, environment: { WORKMAIL_EXPORTS_PROFILE: "y" } });
  expect(read1).toMatchObject({ cutover: "2026-11-21T00:00:00Z", prove: true, profile: "y", exclude: { b: "all" } });
  expect(read1.organizations).toEqual([{ organizationId, exclude: { a: "own" } }]);
});

test.each<[string, object, RegExp]>([
  ["an organization twice", { organizations: [{ organizationId }, { organizationId, region: "us-east-1" }] }, /twice/],
  ["organizations in two ways", { organizationId, organizations: [{ organizationId }] }, /not both/],
  [
    "no list of organizations",
    { organizations: { assumeRole: { externalId: "TOPSECRET" } } },
    /got a value of type object/,
  ],
])("a configuration file with %s is refused", async (_what, content, problem) => {
  const config = file("refused.json", content);
  const refusal = read({ options: { config } });
  await expect(refusal).rejects.toThrow(problem);
  await expect(refusal).rejects.not.toThrow(/TOPSECRET/);
});

test("a file that is no JSON is not quoted: it can be full of secrets", async () => {
  const config = file("broken.json", '{\n  "a": hunter2secret }');
  await expect(read({ options: { config } })).rejects.toThrow(/^the configuration file .* is no JSON/);
  await expect(read({ options: { config } })).rejects.not.toThrow(/hunter2/);
});

test("a region that is said where each organization has its own is refused, and so is one that an entry contradicts", async () => {
  const region = ["eu-west-1"];
  const options = { organizationId: [`us-east-1/${organizationId}`], region };
  await expect(read({ options })).rejects.toThrow(/--region says nothing/);
  const config = file("regions.json", { organizations: [{ organizationId, region: "us-east-1" }] });
  await expect(read({ options: { config, region } })).rejects.toThrow(/do not go together/);
});

test("false is no way to name organizations", async () => {
  const config = file("named.json", { organizationId });
  const environment = { WORKMAIL_EXPORTS_ALL_ORGANIZATIONS: "false" };
  expect(await read({ options: { config }, environment })).toMatchObject({ organizationId: [organizationId] });
});

test("a file may be for several commands, and each takes what is its own", async () => {
  const config = file("shared.json", { states: ["FAILED"], cutover: "2026-11-01T00:00:00Z", wait: true });
  expect(await read({ command: "list", options: { config } })).toEqual({
    config,
    states: ["FAILED"],
    organizations: [],
  });
});

test("what is excluded comes from the file of exclusions and from beside it; what is said beside it counts", async () => {
  const excludeFile = file("exclude.json", { a: "from the file", b: "from the file" });
  const config = file("excluding.json", { exclude: { b: "from the configuration" } });
  const { exclude } = await read({ options: { excludeFile, config } });
  expect(exclude).toEqual({ a: "from the file", b: "from the configuration" });
});

test("a file that begins with a byte order mark is read", async () => {
  const config = file("bom.json", `\uFEFF${JSON.stringify({ pageSize: 7 })}`);
  expect(await read({ options: { config } })).toMatchObject({ pageSize: 7 });
});

test.each<[string, Said, RegExp]>([
  [
    "a wrong value on the command line",
    { options: { pageSize: "many" } },
    /--page-size must be a whole number .* got 'many'/,
  ],
  [
    "a wrong value in the environment",
    { environment: { WORKMAIL_EXPORTS_POLL: "0" } },
    /WORKMAIL_EXPORTS_POLL must be/,
  ],
  ["a slip in a variable", { environment: { WORKMAIL_EXPORTS_CUTOF: "x" } }, /did you mean WORKMAIL_EXPORTS_CUTOVER\?/],
  [
    "a slip in a query",
    { options: { format: "terraform" }, stdin: '{"cutof":"x"}' },
    /cutof is no setting; did you mean cutover\?/,
  ],
  [
    "a query that is no JSON",
    { options: { format: "terraform" }, stdin: "cutover" },
    /query of Terraform on stdin is no JSON/,
  ],
  [
    "a query with a number",
    { options: { format: "terraform" }, stdin: '{"pageSize":5}' },
    /must hold texts alone, and pageSize is none/,
  ],
  [
    "a time before another",
    { command: "list", options: { startedAfter: "2026-11-02T00:00:00Z", startedBefore: "2026-11-01T00:00:00Z" } },
    /startedAfter must be earlier than startedBefore/,
  ],
  ["stdin for two", { options: { stackState: "-", stackOutputs: "-" } }, /stdin can be read once/],
  ["stdin for a state and a query", { options: { stackState: "-", format: "terraform" } }, /stdin can be read once/],
  [
    "several regions for one id",
    { options: { organizationId: [organizationId], region: ["us-east-1", "eu-west-1"] } },
    /give --organization-id REGION\/m-…/,
  ],
  ["an external id without a role", { options: { assumeRoleExternalId: "12345" } }, /--assume-role-arn is required/],
])("%s is told", async (_what, said, problem) => {
  await expect(read(said)).rejects.toThrow(problem);
});

test("a secret in a setting is not told with what is wrong with it", async () => {
  const options = { assumeRoleArn: values.assumeRoleArn, assumeRoleExternalId: "hush hush" };
  await expect(read({ options })).rejects.toThrow(/got a text of 9 characters/);
});
