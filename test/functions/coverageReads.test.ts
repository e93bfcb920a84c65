import type { Fault, OperationName, SeedJob, SeedResource, SeedUser } from "../../provider/emulator";
import { IncompleteListError, MailboxExportsError, WorkMailRequestError } from "../../provider/errors";
import { getMailboxExportCoverage } from "../../provider/functions/getMailboxExportCoverage";
import type { MailboxExportJob } from "../../provider/model";
import {
  contextOf,
  now,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";
import { answeringWorkMail, inTurn } from "../workmail/rosterServer";

withAwsEnvironment();

/** Also what the types would refuse. */
type More = object;
type Options = Parameters<typeof workMailWith>[1];

const ask = (endpoint: string, more: More = {}, signal?: AbortSignal) => {
  const context = { ...contextOf({ signal }), now: () => new Date(now) };
  const args = { organizationId, region, endpoint, pageSize: 1, maxAttempts: 1, requestTimeoutSeconds: 2, ...more };
  return Object.assign(getMailboxExportCoverage(args, context), { warnings: context.warnings });
};

const idOf = (name: string) => `${name}-entity-0001`;
const user = (name: string, more: Partial<SeedUser> = {}): SeedUser => ({
  id: idOf(name),
  name,
  email: `${name}@example.com`,
  enabledDate: "2024-01-01T00:00:00Z",
  ...more,
});
const job = (name: string, startTime: string, end?: SeedJob["end"]): SeedJob => ({
  jobId: `${name}-${startTime.slice(8, 10)}`,
  entityId: idOf(name),
  startTime,
  ...(end !== undefined && { end }),
});
const completed = { state: "COMPLETED", afterSeconds: 3600 } as const;
const failed = { state: "FAILED", afterSeconds: 60, errorInfo: "The role is gone." } as const;
const cancelled = { state: "CANCELLED", afterSeconds: 60 } as const;

const users: readonly SeedUser[] = [
  user("alice"),
  user("bob"),
  user("carol"),
  user("dave"),
  user("erin"),
  user("frank", { state: "DISABLED", disabledDate: "2026-11-10T00:00:00Z" }),
  user("gone", { state: "DELETED", disabledDate: "2026-01-01T00:00:00Z" }),
  user("old", { state: "DISABLED", disabledDate: "2026-01-01T00:00:00Z" }),
  { id: idOf("system"), name: "system", userRole: "SYSTEM_USER" },
];
const resources: readonly SeedResource[] = [
  { id: idOf("room"), name: "room", email: "room@example.com" },
  { id: idOf("beamer"), name: "beamer", type: "EQUIPMENT" },
];
const jobs: readonly SeedJob[] = [
  job("alice", "2026-11-22T00:00:00Z", completed),
  job("alice", "2026-11-23T00:00:00Z", failed),
  job("bob", "2026-11-24T11:00:00Z"),
  job("carol", "2026-11-23T00:00:00Z", failed),
  job("dave", "2026-11-23T00:00:00Z", cancelled),
  job("erin", "2026-11-19T00:00:00Z", completed),
  job("room", "2026-11-22T00:00:00Z", completed),
  job("gone", "2026-11-22T00:00:00Z", completed),
  job("nobody", "2026-11-22T00:00:00Z", completed),
];
const cutover = "2026-11-20T00:00:00Z";

async function organization(
  seed: { users?: readonly SeedUser[]; resources?: readonly SeedResource[]; jobs?: readonly SeedJob[] },
  options: Options = {},
) {
  const world = await workMailWith(seed.jobs ?? [], options);
  world.emulator.addUsers(organizationId, ...(seed.users ?? []));
  world.emulator.addResources(organizationId, ...(seed.resources ?? []));
  return world;
}

const whole = (options?: Options) => organization({ users, resources, jobs }, options);

describe("the whole question, over many pages", () => {
  test.each([1, 2, 100])("gives each mailbox its status, with %i to a page", async (pageSize) => {
    const { emulator } = await whole();
    const result = await ask(emulator.url, { pageSize, cutover });
    expect(result.mailboxes.map(({ name, status }) => [name, status])).toEqual([
      ["beamer", "missing"],
      ["alice", "exported"],
      ["bob", "running"],
      ["carol", "failed"],
      ["dave", "cancelled"],
      ["erin", "stale"],
      ["frank", "missing"],
      ["room", "exported"],
    ]);
    expect(result.verdict).toBe("incomplete");
    expect(result.counts).toEqual({
      total: 8,
      exported: 2,
      unproven: 0,
      running: 1,
      failed: 1,
      cancelled: 1,
      stale: 1,
      missing: 2,
      unknown: 0,
      excluded: 0,
    });
    expect(result.withoutMailbox.map(({ name, reason }) => [name, reason])).toEqual([
      ["system", "a system user without an address has no mailbox"],
      ["gone", "it was deleted, and cannot be exported any more"],
      ["old", "it was disabled more than 30 days ago, and its mailbox is deleted"],
    ]);
    expect(result.jobsWithoutMailbox.map(({ jobId }) => jobId)).toEqual(["nobody-22"]);
    expect(result).toMatchObject({ id: `${region}/${organizationId}`, organizationId, region, cutover });
    const pagesOf = (asked: OperationName) => emulator.requests.filter(({ operation }) => operation === asked).length;
    expect(pagesOf("ListUsers")).toBe(Math.ceil(users.length / pageSize));
    expect(pagesOf("ListResources")).toBe(Math.ceil(resources.length / pageSize));
    expect(pagesOf("ListMailboxExportJobs")).toBe(Math.ceil(jobs.length / pageSize));
  });

  test("finds what stands against complete, the graver first, and names the job that decides", async () => {
    const { emulator } = await whole();
    const { findings } = await ask(emulator.url, { cutover });
    expect(findings.map((finding) => [finding.kind, "jobId" in finding ? finding.jobId : ""])).toEqual([
      ["mailboxMissing", ""],
      ["mailboxRunning", "bob-24"],
      ["mailboxFailed", "carol-23"],
      ["mailboxCancelled", "dave-23"],
      ["mailboxStale", "erin-19"],
      ["mailboxMissing", ""],
      ["jobWithoutMailbox", "nobody-22"],
    ]);
  });

  test("a cutover decides which export counts, whatever zone it is written in", async () => {
    const { emulator } = await organization({ users: [user("erin")], jobs });
    const verdictWith = async (args: More) => (await ask(emulator.url, args)).verdict;
    expect(await verdictWith({})).toBe("complete");
    expect(await verdictWith({ cutover: "2026-11-19T00:00:00Z" })).toBe("complete");
    expect(await verdictWith({ cutover: "2026-11-19T01:00:00+01:00" })).toBe("complete");
    expect(await verdictWith({ cutover: "2026-11-18T23:00:00-02:00" })).toBe("incomplete");
    expect(await verdictWith({ cutover: "2026-11-19T00:00:00.001Z" })).toBe("incomplete");
  });

  test("exclusions by id, by email and by name, in any case but for the id", async () => {
    const { emulator } = await whole();
    const exclude = {
      [idOf("bob")]: "by id",
      "CAROL@example.com": "by email",
      Dave: "by name",
      erin: "by name",
      frank: "left",
      beamer: "a beamer gets no mail",
      alice: "is exported all the same",
      stranger: "nobody",
    };
    const { verdict, counts, findings, exclude: told } = await ask(emulator.url, { cutover, exclude });
    expect(verdict).toBe("complete");
    expect(counts).toMatchObject({ total: 8, exported: 2, excluded: 6, missing: 0, failed: 0 });
    expect(findings.filter(({ kind }) => kind === "mailboxExcluded")).toHaveLength(6);
    expect(findings).toContainEqual({ kind: "exclusionUnused", exclusion: "stranger", because: "nobody" });
    expect(told).toEqual(exclude);
    const upper = await ask(emulator.url, { cutover, exclude: { ...exclude, [idOf("bob").toUpperCase()]: "x" } });
    expect(upper.findings).toContainEqual(expect.objectContaining({ kind: "exclusionUnused" }));
  });
});

describe("remembered jobs", () => {
  const remembered = (name: string, more: Partial<MailboxExportJob> = {}): MailboxExportJob => ({
    jobId: `${name}-01`,
    entityId: idOf(name),
    state: "COMPLETED",
    startTime: "2026-11-01T00:00:00.000Z",
    ...more,
  });

  test("that have left the window count, beside those that are listed", async () => {
    const { emulator } = await organization({ users: [user("alice"), user("bob")], jobs });
    expect((await ask(emulator.url)).verdict).toBe("incomplete");
    expect((await ask(emulator.url, { jobs: [remembered("bob")] })).verdict).toBe("complete");
    const late = await ask(emulator.url, { jobs: [remembered("bob")], cutover });
    expect(late.mailboxes.map(({ status }) => status)).toEqual(["exported", "running"]);
  });

  test("that had not ended are asked for by name, those that had are not", async () => {
    const left: SeedJob = { ...job("alice", "2026-11-01T00:00:00Z", completed), jobId: "alice-01" };
    const seed = { users: [user("alice"), user("bob")], jobs: [left] };
    const { emulator } = await organization(seed, { describeAfterWindow: true });
    const result = await ask(emulator.url, { jobs: [remembered("alice", { state: "RUNNING" }), remembered("bob")] });
    expect(result.verdict).toBe("complete");
    expect(result.mailboxes[0]).toMatchObject({ status: "exported", job: { jobId: "alice-01", state: "COMPLETED" } });
    const asked = emulator.requests.filter(({ operation }) => operation === "DescribeMailboxExportJob");
    expect(asked.map(({ body }) => body)).toEqual([{ OrganizationId: organizationId, JobId: "alice-01" }]);
  });

  test("whose fate WorkMail does not tell any more are in doubt, and warned of", async () => {
    const { emulator } = await organization({ users: [user("alice")] }, { describeAfterWindow: false });
    const asking = ask(emulator.url, { jobs: [remembered("alice", { state: "RUNNING" })] });
    const { verdict, mailboxes, findings } = await asking;
    expect(verdict).toBe("unknown");
    expect(mailboxes).toMatchObject([
      { status: "unknown", doubt: "lostFromSight", job: { state: "RUNNING", lostFromSight: "entityNotFound" } },
    ]);
    expect(findings).toMatchObject([{ kind: "mailboxUnknown", doubt: "lostFromSight", jobId: "alice-01" }]);
    expect(asking.warnings).toEqual([expect.stringMatching(/asking for them failed: alice-01\./)]);
  });

  test("that were lost from sight are asked for again, and count once they are found", async () => {
    const left: SeedJob = { ...job("alice", "2026-11-01T00:00:00Z", completed), jobId: "alice-01" };
    const { emulator } = await organization({ users: [user("alice")], jobs: [left] });
    const lost = remembered("alice", { state: "RUNNING", lostFromSight: "timeout" });
    expect((await ask(emulator.url, { jobs: [lost] })).verdict).toBe("complete");
  });
});

describe("a failure is an error, and no verdict", () => {
  const lists = ["ListUsers", "ListResources", "ListMailboxExportJobs"] as const;
  /** Each on the second of several pages. */
  const faults: readonly (readonly [
    string,
    Fault,
    typeof WorkMailRequestError | typeof IncompleteListError,
    string,
  ])[] = [
    ["denied", error("AccessDeniedException"), WorkMailRequestError, "accessDenied"],
    ["an inactive organization", error("OrganizationStateException"), WorkMailRequestError, "organizationState"],
    ["throttled for good", { kind: "throttle", times: 99 }, WorkMailRequestError, "throttled"],
    ["a 5xx", { kind: "serverError", times: 99 }, WorkMailRequestError, "serviceFailure"],
    ["a reset", { kind: "reset", times: 99 }, WorkMailRequestError, "unreachable"],
    ["a hang", { kind: "hang", times: 99 }, WorkMailRequestError, "timeout"],
    ["half a body", { kind: "hang", after: "halfBody", times: 99 }, WorkMailRequestError, "timeout"],
    ["half a JSON text", { kind: "truncatedBody", how: "json" }, WorkMailRequestError, "malformedResponse"],
    ["HTML", { kind: "html" }, WorkMailRequestError, "malformedResponse"],
    ["a repeated token", { kind: "repeatToken" }, IncompleteListError, "repeatedToken"],
    ["two tokens in turn", { kind: "cycleTokens" }, IncompleteListError, "repeatedToken"],
    ["a page without its list", { kind: "pageWithoutJobs" }, IncompleteListError, "malformedPage"],
    ["a null in the list", { kind: "nullJob" }, IncompleteListError, "malformedPage"],
    ["records without id", { kind: "missingFields", fields: ["Id", "JobId"] }, IncompleteListError, "malformedPage"],
  ];

  function error(code: string): Fault {
    return { kind: "error", code, message: "no" };
  }

  describe.each(lists)("of %s alone", (operation) => {
    test.each(faults)("%s", async (_name, fault, type, reason) => {
      const { emulator } = await whole({ faults: [{ ...fault, operation, onPage: 2 }] });
      const thrown = await rejectionOf(ask(emulator.url, { requestTimeoutSeconds: 0.2 }));
      expect(thrown).toBeInstanceOf(type);
      expect(thrown).toMatchObject({ reason, subject: { operation, organizationId, region } });
    });

    test("denied on the first page: the error names the IAM action", async () => {
      const { emulator } = await whole({ faults: [{ ...error("AccessDeniedException"), operation }] });
      expect(await rejectionOf(ask(emulator.url))).toMatchObject({
        reason: "accessDenied",
        message: expect.stringContaining(`Allow workmail:${operation} on arn:aws:workmail:`),
      });
    });

    test("after one 5xx it is asked again, and the answer is the same", async () => {
      const { emulator } = await whole({ faults: [{ kind: "serverError", operation, onPage: 2 }] });
      const { counts } = await ask(emulator.url, { maxAttempts: 3 });
      expect(counts.total).toBe(8);
      expect(emulator.pendingFaults).toEqual([]);
    });

    test("the time in all is up", async () => {
      const { emulator } = await whole({ faults: [{ kind: "hang", operation, times: 99 }] });
      expect(await rejectionOf(ask(emulator.url, { timeoutSeconds: 0.3, requestTimeoutSeconds: 60 }))).toMatchObject({
        reason: "timeout",
        message: expect.stringContaining("timeoutSeconds"),
      });
    });

    test("the caller's signal ends it", async () => {
      const { emulator } = await whole({ faults: [{ kind: "hang", operation, times: 99 }] });
      const abort = new AbortController();
      const asking = rejectionOf(ask(emulator.url, {}, abort.signal));
      abort.abort(new Error("enough"));
      expect(await asking).toMatchObject({ reason: "aborted", message: expect.stringContaining("enough") });
    });
  });

  test("of a signal that was aborted before, with nothing asked", async () => {
    const { emulator } = await whole();
    expect(await rejectionOf(ask(emulator.url, {}, AbortSignal.abort()))).toBeInstanceOf(MailboxExportsError);
    expect(emulator.requests).toEqual([]);
  });

  test("of an organization that does not exist", async () => {
    const { emulator } = await whole();
    const other = `m-${"f".repeat(32)}`;
    expect(await rejectionOf(ask(emulator.url, { organizationId: other }))).toMatchObject({
      reason: "organizationNotFound",
      subject: { organizationId: other },
    });
  });

  test("of asking for a remembered job while the caller ends the read: the job is not said to be lost", async () => {
    const { emulator } = await organization(
      { users: [user("alice")] },
      { faults: [{ kind: "hang", operation: "DescribeMailboxExportJob", times: 99 }] },
    );
    const running = { jobId: "alice-01", entityId: idOf("alice"), state: "RUNNING" };
    const args = { jobs: [running], timeoutSeconds: 0.3, requestTimeoutSeconds: 60 };
    expect(await rejectionOf(ask(emulator.url, args))).toMatchObject({ reason: "timeout" });
  });
});

test("the three lists are read side by side: each waits until the others were asked", async () => {
  const all = Promise.withResolvers<void>();
  const underWay = new Set<string>();
  const waiting = (operation: string, body: object) => async () => {
    underWay.add(operation);
    if (underWay.size === 3) all.resolve();
    await all.promise;
    return { body };
  };
  const { url } = await answeringWorkMail({
    ListUsers: waiting("ListUsers", { Users: [{ Id: "alice-id", State: "ENABLED", UserRole: "USER" }] }),
    ListResources: waiting("ListResources", { Resources: [] }),
    ListMailboxExportJobs: waiting("ListMailboxExportJobs", {
      Jobs: [{ JobId: "1", EntityId: "alice-id", State: "COMPLETED" }],
    }),
  });
  expect((await ask(url)).verdict).toBe("complete");
});

test("an answer of three empty lists is no verdict but unknown", async () => {
  const { url } = await answeringWorkMail({
    ListUsers: inTurn({ body: { Users: [] } }),
    ListResources: inTurn({ body: { Resources: [] } }),
    ListMailboxExportJobs: inTurn({ body: { Jobs: [] } }),
  });
  expect(await ask(url)).toMatchObject({ verdict: "unknown", findings: [{ kind: "noMailboxes" }], mailboxes: [] });
});

describe("the result", () => {
  test("is plain: nothing is undefined in it, and it survives JSON", async () => {
    const { emulator } = await whole({ describeAfterWindow: false });
    const running = { jobId: "lost", entityId: idOf("frank"), state: "RUNNING", startTime: undefined };
    for (const more of [{}, { cutover, exclude: { bob: "left" }, jobs: [running], includeDetails: true }]) {
      const result = await ask(emulator.url, more);
      expect(undefinedIn(result)).toEqual([]);
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
    }
  });

  test("is the same for the same, whatever order WorkMail lists in", async () => {
    const one = await whole({ order: "newestFirst" });
    const two = await whole({ order: "shuffled", shuffleSeed: 7 });
    expect(await ask(two.emulator.url, { cutover })).toEqual(await ask(one.emulator.url, { cutover }));
  });

  test("does not change what it was given, and shares nothing with it that is written to", async () => {
    const { emulator } = await whole();
    const args = deepFrozen({
      cutover,
      exclude: { bob: "left" },
      jobs: [
        { jobId: "alice-22", entityId: idOf("alice"), state: "RUNNING", startTime: "2026-11-22T01:00:00+01:00" },
        { jobId: "alice-22", description: "twice" },
        { jobId: "lost", entityId: idOf("frank"), state: "RUNNING" },
      ],
      includeDetails: true,
    });
    const before = JSON.stringify(args);
    const result = await ask(emulator.url, args);
    expect(JSON.stringify(args)).toBe(before);
    expect(result.mailboxes.find(({ name }) => name === "alice")?.status).toBe("exported");
    expect(result.mailboxes.find(({ name }) => name === "frank")?.status).toBe("unknown");
  });
});

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) deepFrozen(member);
    Object.freeze(value);
  }
  return value;
}

/** Where something is undefined. */
function undefinedIn(value: unknown, path = "result"): readonly string[] {
  if (value === undefined) return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => undefinedIn(member, `${path}.${key}`));
}
