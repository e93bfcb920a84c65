import {
  type Emulator,
  ManualClock,
  type SeedJob,
  type SeedOrganization,
  sampleOrganization,
  start,
} from "../../provider/emulator";
import { builtCommand, environmentFor, runBuilt } from "../support/builtCommand";
import { awsCli } from "../support/moto/awsCli";
import { type AwsRecord, workMailByBoto3 } from "../support/python/workMailByBoto3";
import { askPython } from "./formats/askPython";

// What the command reads, as a process, is what boto3 and the AWS CLI read from the same server, to the letter.
jest.setTimeout(60_000);

const now = "2026-11-24T12:00:00Z";
const idOf = (digits: string) => `m-${digits.repeat(32 / digits.length)}`;
const [large, small] = [idOf("a1"), idOf("b2")];

/** Descriptions that are hard on a format: each is of one job. */
const descriptions = [
  '=HYPERLINK("http://example.com")',
  "three\r\nlines; and\ttabs\n+1",
  '"quoted", with, commas',
  "山田太郎 דורה כהן عربي é 👩‍👩‍👧",
  "'=already guarded",
  " -leading blank",
  "<b>&amp;</b> \\n \\u0000 %s $(id) `id`",
  "x".repeat(1023),
];

/** Jobs as they come, the first few of them with a hard description, and one that began between two milliseconds. */
function hardened(jobs: readonly SeedJob[]): readonly SeedJob[] {
  return jobs.map((job, index) => {
    const description = descriptions[index] ?? job.description;
    const startTime = index === 0 ? "2026-11-23T08:00:00.001Z" : job.startTime;
    return { ...job, startTime, ...(description !== undefined && { description }) };
  });
}

function organization(organizationId: string, jobs: number, mailboxes: number, randomSeed: number): SeedOrganization {
  const sample = sampleOrganization({ organizationId, jobs, mailboxes, randomSeed, now: new Date(now) });
  return { ...sample, jobs: hardened(sample.jobs ?? []) };
}

let emulator: Emulator;
beforeAll(async () => {
  const organizations = [organization(large, 250, 213, 1), organization(small, 23, 31, 2)];
  emulator = await start({ seed: { organizations }, clock: new ManualClock(now), order: "shuffled", shuffleSeed: 7 });
});
afterAll(() => emulator.close());

/** What the command prints as JSON; it must end well, or with one of the verdicts. */
async function answerOf(args: readonly string[], from: Pick<Emulator, "url"> = emulator) {
  const { exitCode, stdout, stderr } = await runBuilt([...args, "--format", "json"], { env: environmentFor(from.url) });
  expect(stderr).toBe("");
  expect([0, 1, 2]).toContain(exitCode);
  return JSON.parse(stdout);
}

/** A record under our names: the first letter small, and the id of a member of the roster is that of an entity. */
function ours(record: AwsRecord): AwsRecord {
  const named = (member: string) => (member === "Id" ? "entityId" : member.charAt(0).toLowerCase() + member.slice(1));
  return Object.fromEntries(Object.entries(record).map(([member, value]) => [named(member), value]));
}

/** In the order of one member: the order of a list is the service's own. */
function by(member: string, records: readonly AwsRecord[]): readonly AwsRecord[] {
  return records.toSorted((a, b) => (String(a[member]) < String(b[member]) ? -1 : 1));
}

const boto3Jobs = async (OrganizationId: string, MaxResults: number, options = {}) =>
  (await workMailByBoto3(emulator.url, "list_mailbox_export_jobs", { OrganizationId, MaxResults }, options)).map(ours);

describe("a list is what others read", () => {
  test.each([
    [large, 250, "7", 13],
    [large, 250, "100", 99],
    [small, 23, "1", 22],
    [small, 23, "23", 23],
  ])("by boto3: %s, %d jobs, in pages of %s and of %d", async (organizationId, count, pageSize, maxResults) => {
    const args = ["list", "--organization-id", organizationId, "--page-size", pageSize];
    const [answer, expected] = await Promise.all([answerOf(args), boto3Jobs(organizationId, maxResults)]);
    const [read] = answer.organizations;
    expect(expected).toHaveLength(count);
    expect(by("jobId", read.jobs)).toStrictEqual(by("jobId", expected));
    expect(read.read.pages).toBe(Math.ceil(count / Number(pageSize)));
    // The command's own order, which the service does not promise: newest first.
    const starts = read.jobs.map(({ startTime }: AwsRecord) => startTime);
    expect(starts).toEqual(starts.toSorted().reverse());
    const inState = (state: string) => expected.filter((job) => job["state"] === state).length;
    expect(answer.counts).toEqual({
      total: count,
      running: inState("RUNNING"),
      completed: inState("COMPLETED"),
      failed: inState("FAILED"),
      cancelled: inState("CANCELLED"),
      other: 0,
    });
  });

  test("by the AWS CLI, page by page", async () => {
    const aws = awsCli(emulator.url);
    const pages: AwsRecord[][] = [];
    for (let token: string | undefined; pages.length === 0 || token !== undefined; ) {
      const more = token === undefined ? [] : ["--next-token", token];
      const command = ["list-mailbox-export-jobs", "--organization-id", large, "--max-results", "83"];
      const page = (await aws("workmail", ...command, ...more)) as { Jobs: AwsRecord[]; NextToken?: string };
      pages.push(page.Jobs);
      token = page.NextToken;
    }
    expect(pages.map((page) => page.length)).toEqual([83, 83, 83, 1]);
    // The CLI gives a time as the service does: in seconds.
    const time = (value: unknown) => (typeof value === "number" ? new Date(value * 1000).toISOString() : value);
    const expected = pages.flat().map((job) => {
      const { startTime, endTime, ...rest } = ours(job);
      return { ...rest, startTime: time(startTime), ...(endTime !== undefined && { endTime: time(endTime) }) };
    });
    const answer = await answerOf(["list", "--organization-id", large]);
    expect(by("jobId", answer.organizations[0].jobs)).toStrictEqual(by("jobId", expected));
  });

  test("with the details of each job, as boto3 describes it", async () => {
    const args = ["list", "--organization-id", small, "--include-details"];
    const [answer, expected] = await Promise.all([answerOf(args), boto3Jobs(small, 10, { describe: true })]);
    expect(expected.some((job) => "errorInfo" in job)).toBe(true);
    expect(by("jobId", answer.organizations[0].jobs)).toStrictEqual(by("jobId", expected));
  });

  test("of two organizations, each with its own jobs", async () => {
    const args = ["list", "--organization-id", large, "--organization-id", small];
    const [answer, ofLarge, ofSmall] = await Promise.all([
      answerOf(args),
      boto3Jobs(large, 100),
      boto3Jobs(small, 100),
    ]);
    const read = new Map(
      answer.organizations.map((one: { organizationId: string; jobs: AwsRecord[] }) => [one.organizationId, one.jobs]),
    );
    expect([...read.keys()].sort()).toEqual([large, small]);
    expect(by("jobId", answer.organizations[0].jobs)).toStrictEqual(by("jobId", ofLarge));
    expect(by("jobId", answer.organizations[1].jobs)).toStrictEqual(by("jobId", ofSmall));
  });

  test("by Python's csv, every cell", async () => {
    const args = ["list", "--organization-id", large, "--format", "csv"];
    const { exitCode, stdout } = await runBuilt(args, { env: environmentFor(emulator.url) });
    expect(exitCode).toBe(0);
    const script = `
import csv, io
rows = list(csv.DictReader(io.StringIO(given, newline=""), strict=True))
answer = [{member: value for member, value in row.items() if value != ""} for row in rows]`;
    const rows = (await askPython(script, stdout)) as AwsRecord[];
    const expected = (await boto3Jobs(large, 50)).map((job) => {
      const cells = Object.entries(job).map(([member, value]) => [member, guardedAsDocumented(String(value))]);
      return { organizationId: large, region: "us-east-1", ...Object.fromEntries(cells) };
    });
    expect(by("jobId", rows)).toStrictEqual(by("jobId", expected));
    // The guard was seen at work, and is no blanket one.
    expect(rows.filter(({ description }) => String(description).startsWith("'"))).toHaveLength(3);
  });
});

/** The hard descriptions in which a spreadsheet would see a formula, as they stand in a cell. */
const guardedCells: Readonly<Record<string, string>> = {
  '=HYPERLINK("http://example.com")': `'=HYPERLINK("http://example.com")`,
  "three\r\nlines; and\ttabs\n+1": "three\r\nlines; and\ttabs\n'+1",
  "'=already guarded": "''=already guarded",
  " -leading blank": "' -leading blank",
};

function guardedAsDocumented(text: string): string {
  return guardedCells[text] ?? text;
}

test.each([large, small])(
  "the roster of a coverage is the users and resources of boto3: %s",
  async (organizationId) => {
    const [answer, users, resources] = await Promise.all([
      answerOf(["coverage", "--organization-id", organizationId, "--page-size", "17"]),
      workMailByBoto3(emulator.url, "list_users", { OrganizationId: organizationId, MaxResults: 19 }),
      workMailByBoto3(emulator.url, "list_resources", { OrganizationId: organizationId, MaxResults: 3 }),
    ]);
    const roster = [
      ...users.map((user) => ({ ...ours(user), kind: "user" })),
      ...resources.map(({ Type, ...resource }) => ({ ...ours(resource), kind: "resource" })),
    ];
    const [{ mailboxes, withoutMailbox }] = answer.organizations;
    // Of who has no mailbox everything is told, of a mailbox what names it.
    const without: readonly AwsRecord[] = withoutMailbox.map(({ reason, ...member }: AwsRecord) => member);
    const isWithout = ({ entityId }: AwsRecord) => without.some((member) => member["entityId"] === entityId);
    const naming = ({ entityId, name, email, kind, displayName }: AwsRecord) => ({
      entityId,
      name,
      email,
      kind,
      displayName,
    });
    expect(without).toHaveLength(3);
    expect(by("entityId", without)).toStrictEqual(by("entityId", roster.filter(isWithout)));
    expect(by("entityId", mailboxes.map(naming))).toStrictEqual(
      by("entityId", roster.filter((member) => !isWithout(member)).map(naming)),
    );
  },
);

test("--all-organizations asks every organization that boto3 lists, and says which are left out", async () => {
  const organizations = Array.from({ length: 104 }, (_each, index) => ({
    organizationId: idOf((index + 16).toString(16).padStart(4, "0")),
    alias: `organization-${index}`,
    ...(index % 50 === 9 && { state: "Deleted" }),
    jobs: [{ jobId: `job-${index}`, entityId: "S-1-1-11-1111111111-1001", startTime: "2026-11-23T08:00:00Z" }],
  }));
  const many = await start({ seed: { organizations }, clock: new ManualClock(now), order: "shuffled" });
  try {
    const [{ exitCode, stdout, stderr }, listed] = await Promise.all([
      runBuilt(["list", "--all-organizations", "--format", "json"], { env: environmentFor(many.url) }),
      workMailByBoto3(many.url, "list_organizations", { MaxResults: 41 }),
    ]);
    const answer = JSON.parse(stdout);
    const isDeleted = ({ State }: AwsRecord) => State === "Deleted";
    const read = answer.organizations.map(({ organizationId, jobs }: AwsRecord & { jobs: AwsRecord[] }) => ({
      organizationId,
      job: jobs[0]?.["jobId"],
    }));
    const expected = listed
      .filter((one) => !isDeleted(one))
      .map(({ OrganizationId, Alias }) => ({
        organizationId: OrganizationId,
        job: String(Alias).replace("organization", "job"),
      }));
    expect(expected).toHaveLength(102);
    expect(by("organizationId", read)).toStrictEqual(by("organizationId", expected));
    const leftOut = listed.filter(isDeleted).map(({ OrganizationId: organizationId, Alias: alias, State: state }) => ({
      organizationId,
      region: "us-east-1",
      state,
      alias,
    }));
    expect(by("organizationId", answer.leftOut)).toStrictEqual(by("organizationId", leftOut));
    expect(exitCode).toBe(0);
    expect(stderr.match(/^note: .* is left out, since it is Deleted$/gm)).toHaveLength(2);
  } finally {
    await many.close();
  }
});

test("what is run here is the command that is installed", async () => {
  const { exitCode, stdout } = await runBuilt(["--version"], { env: environmentFor(emulator.url) });
  expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  expect(builtCommand).toMatch(/dist\/cli\/main\.js$/);
});
