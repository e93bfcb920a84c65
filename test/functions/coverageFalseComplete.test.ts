import type { GetMailboxExportCoverageArgs, GetMailboxExportCoverageResult } from "../../provider/coverageModel";
import { MailboxExportsError } from "../../provider/errors";
import { coverageOf } from "../../provider/exports/coverage";
import { getMailboxExportCoverage } from "../../provider/functions/getMailboxExportCoverage";
import type { MailboxExportJob } from "../../provider/model";
import { contextOf, now, organizationId, region, rejectionOf, withAwsEnvironment } from "../support/organization";
import { answeringWorkMail, inTurn, paged } from "../workmail/rosterServer";

withAwsEnvironment();

/** What the service could answer, as on the wire. */
interface Answers {
  readonly users?: readonly unknown[];
  readonly resources?: readonly unknown[];
  readonly jobs?: readonly unknown[];
}

async function coverage(
  { users = [], resources = [], jobs = [] }: Answers,
  args: Partial<GetMailboxExportCoverageArgs> = {},
): Promise<GetMailboxExportCoverageResult> {
  const { url } = await answeringWorkMail({
    ListUsers: paged("Users", users),
    ListResources: paged("Resources", resources),
    ListMailboxExportJobs: paged("Jobs", jobs),
    DescribeMailboxExportJob: inTurn({ status: 400, body: { __type: "EntityNotFoundException" } }),
  });
  return getMailboxExportCoverage(
    { organizationId, region, endpoint: url, maxAttempts: 1, ...args },
    { ...contextOf(), now: () => new Date(now) },
  );
}

const user = (Id: string, more: object = {}) => ({ Id, State: "ENABLED", UserRole: "USER", ...more });
const done = (EntityId: string, more: object = {}) => ({
  JobId: `of-${EntityId.replace(/\W/g, "-")}`,
  EntityId,
  State: "COMPLETED",
  StartTime: Date.parse("2026-11-23T00:00:00Z") / 1000,
  ...more,
});
const seconds = (time: string) => Date.parse(time) / 1000;
const remembered = (more: Partial<MailboxExportJob>): MailboxExportJob => ({
  jobId: "remembered",
  entityId: "alice-id",
  state: "COMPLETED",
  startTime: "2026-11-01T00:00:00.000Z",
  ...more,
});
const cutover = "2026-11-20T00:00:00Z";

test("one user with one export that counts is complete: the others here differ from this", async () => {
  expect((await coverage({ users: [user("alice-id")], jobs: [done("alice-id")] }, { cutover })).verdict).toBe(
    "complete",
  );
});

/** Everybody but one is exported, or seems so. */
const bob = { users: [user("bob-id")], jobs: [done("bob-id")] };

describe("the verdict is not complete", () => {
  test.each<[string, Answers, Partial<GetMailboxExportCoverageArgs>?]>([
    ["for a job without an entity", { users: [user("alice-id")], jobs: [{ ...done("x"), EntityId: undefined }] }],
    ["for a job of nobody's id and an email of nothing", { users: [user("a", { Email: "" })], jobs: [done("")] }],
    ["for a job and a name that are blanks", { users: [user("a", { Name: " " })], jobs: [done(" ")] }],
    ["for a name that every object has", { users: [user("a", { Name: "x" })], jobs: [done("constructor")] }],
    ["for an id that every object has", { users: [user("constructor")], jobs: [done("toString")] }],
    [
      "for a job by an email that two have",
      {
        users: [user("a", { Email: "x@example.com" }), user("b", { Email: "X@example.com" })],
        jobs: [done("x@example.com")],
      },
    ],
    [
      "for a job by an email that somebody else had before",
      {
        users: [user("a", { Email: "x@example.com", EnabledDate: seconds("2026-11-23T00:00:01Z") })],
        jobs: [done("x@example.com")],
      },
    ],
    ["for an id in another case", { users: [user("ALICE-ID")], jobs: [done("alice-id")] }],
    [
      "for a name that is another one outside the alphabet (the Kelvin sign)",
      { users: [user("a", { Name: "kate" })], jobs: [done("\u212aate")] },
    ],
    [
      "for a name that is another one outside the alphabet (the dotted I)",
      { users: [user("a", { Name: "i\u0307vy" })], jobs: [done("\u0130vy")] },
    ],
    ["for an export in the state completed", { users: [user("a")], jobs: [done("a", { State: "completed" })] }],
    ["for an export without a state", { users: [user("a")], jobs: [done("a", { State: undefined })] }],
    [
      "for an export before the cutover",
      { users: [user("a")], jobs: [done("a", { StartTime: seconds(cutover) - 0.001 })] },
      { cutover },
    ],
    [
      "for an export before a cutover in another time zone",
      { users: [user("a")], jobs: [done("a", { StartTime: seconds("2026-11-20T04:59:59Z") })] },
      { cutover: "2026-11-20T00:00:00-05:00" },
    ],
    [
      "for an export without a start time, with a cutover",
      { users: [user("a")], jobs: [done("a", { StartTime: undefined })] },
      { cutover },
    ],
    ["for a user in a state that AWS adds", { ...bob, users: [...bob.users, user("a", { State: "FROZEN" })] }],
    ["for a user without a state", { ...bob, users: [...bob.users, { Id: "a" }] }],
    ["for a user of a role that AWS adds", { ...bob, users: [...bob.users, user("a", { UserRole: "ROBOT" })] }],
    [
      "for a system user with an address, which can receive mail",
      { ...bob, users: [...bob.users, user("a", { UserRole: "SYSTEM_USER", Email: "a@example.com" })] },
    ],
    [
      "for a resource that is also listed as a system user",
      { ...bob, users: [...bob.users, user("r", { UserRole: "SYSTEM_USER" })], resources: [{ Id: "r" }] },
    ],
    [
      "for a resource that is also listed as a remote user",
      {
        ...bob,
        users: [...bob.users, user("r", { UserRole: "REMOTE_USER" })],
        resources: [{ Id: "r", State: "ENABLED" }],
      },
    ],
    [
      "for a disabled user who was enabled again after that",
      {
        ...bob,
        users: [
          ...bob.users,
          user("a", {
            State: "DISABLED",
            DisabledDate: seconds("2026-01-01T00:00:00Z"),
            EnabledDate: seconds("2026-11-01T00:00:00Z"),
          }),
        ],
      },
    ],
    [
      "for a disabled user with an address and no dates",
      { ...bob, users: [...bob.users, user("a", { State: "DISABLED", Email: "a@example.com" })] },
    ],
    ["for a resource that has no export", { ...bob, resources: [{ Id: "r", State: "ENABLED" }] }],
    ["for an organization in which nobody is listed", {}],
    [
      "for resources that are all exported, when not one user is listed",
      { resources: [{ Id: "r", State: "ENABLED" }], jobs: [done("r")] },
    ],
    [
      "for an exclusion of a name that two have",
      { users: [user("a", { Name: "x" }), user("b", { Name: "x" })], jobs: [done("b")] },
      { exclude: { x: "left" } },
    ],
    ["for an exclusion of nobody", { users: [user("a")] }, { exclude: { constructor: "x", b: "x" } }],
    [
      "for an exclusion of the key __proto__",
      { users: [user("a")] },
      { exclude: JSON.parse('{ "__proto__": "x", "b": "x" }') },
    ],
    [
      "for a remembered export before the cutover in another time zone, whose text is the greater",
      { users: [user("alice-id")] },
      { cutover: "2026-11-19T22:00:00Z", jobs: [remembered({ startTime: "2026-11-20T00:00:00+03:00" })] },
    ],
    [
      "for a remembered job that ran and is not known any more",
      { users: [user("alice-id")] },
      { jobs: [remembered({ state: "RUNNING" })] },
    ],
    [
      "for a remembered job that was lost from sight, and seems done",
      { users: [user("alice-id")] },
      { jobs: [remembered({ lostFromSight: "timeout" })] },
    ],
    [
      "for a remembered export that WorkMail says has failed",
      { users: [user("alice-id")], jobs: [done("alice-id", { JobId: "remembered", State: "FAILED" })] },
      { jobs: [remembered({})] },
    ],
  ])("%s", async (_name, answers, args = {}) => {
    const { verdict, findings, counts } = await coverage(answers, args);
    expect(verdict).not.toBe("complete");
    expect(findings).not.toEqual([]);
    expect(counts.total).toBeGreaterThanOrEqual(counts.exported + counts.excluded);
  });

  test("for a cutover that is no time, should one get past the arguments", () => {
    const alice = { entityId: "alice-id", kind: "user", state: "ENABLED" } as const;
    const { mailboxes } = coverageOf([alice], [remembered({})], { cutover: "yesterday" }, new Date(now));
    expect(mailboxes).toMatchObject([{ status: "stale" }]);
  });

  test.each(["2026-11-25T00:00:00", "2026", "25 Nov 2026", "now"])(
    "for an export whose start is %j, which is no instant, should one come out of an old state",
    (startTime) => {
      const alice = { entityId: "alice-id", kind: "user", state: "ENABLED" } as const;
      const { mailboxes } = coverageOf([alice], [remembered({ startTime })], { cutover }, new Date(now));
      expect(mailboxes).toMatchObject([{ status: "unknown", doubt: "noStartTime" }]);
    },
  );
});

describe("it is an error, and no verdict", () => {
  test.each<[string, Partial<GetMailboxExportCoverageArgs>, Answers]>([
    [
      "that a remembered job is one of somebody else",
      { jobs: [remembered({ jobId: "1" })] },
      { users: [user("alice-id")], jobs: [done("bob-id", { JobId: "1" })] },
    ],
    [
      "that two remembered jobs of one id are of two mailboxes",
      { jobs: [remembered({}), remembered({ entityId: "bob-id", state: "FAILED" })] },
      { users: [user("alice-id")] },
    ],
    [
      "that one remembered job has two starts: the later would count",
      { cutover, jobs: [remembered({}), remembered({ startTime: "2026-11-23T00:00:00Z" })] },
      { users: [user("alice-id")] },
    ],
  ])("%s", async (_name, args, answers) => {
    expect(await rejectionOf(coverage(answers, args))).toBeInstanceOf(MailboxExportsError);
  });
});

describe("what is merely odd still counts", () => {
  test.each<[string, Answers, Partial<GetMailboxExportCoverageArgs>?]>([
    ["a name in another case", { users: [user("a", { Name: "Alice" })], jobs: [done("ALICE")] }],
    [
      "a job by an email that was the same person's",
      {
        users: [user("a", { Email: "x@example.com", EnabledDate: seconds("2026-11-22T00:00:00Z") })],
        jobs: [done("x@example.com")],
      },
    ],
    ["a system user without an address", { ...bob, users: [...bob.users, { Id: "s", UserRole: "SYSTEM_USER" }] }],
    ["a job of nobody", { ...bob, jobs: [...bob.jobs, done("gone-id")] }],
    ["a failure after the export", { ...bob, jobs: [...bob.jobs, done("bob-id", { JobId: "2", State: "FAILED" })] }],
    [
      "a remembered export in another time zone",
      { users: [user("alice-id")] },
      { cutover: "2026-11-19T20:00:00Z", jobs: [remembered({ startTime: "2026-11-20T00:00:00+03:00" })] },
    ],
    [
      "a remembered job of which one entry tells more than the other",
      { users: [user("alice-id")] },
      { jobs: [remembered({}), { jobId: "remembered", kmsKeyArn: "key" }] },
    ],
  ])("%s", async (_name, answers, args = {}) => {
    expect((await coverage(answers, args)).verdict).toBe("complete");
  });
});
