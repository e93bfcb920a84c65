import { createHash } from "node:crypto";
import fc from "fast-check";
import { parseSeed, type SampleOptions, sampleOrganization } from "../../provider/emulator";
import { hasMailbox } from "../../provider/emulator/hasMailbox";
import { jobFromSeed } from "../../provider/emulator/job";
import { jobStatus } from "../../provider/emulator/jobStatus";
import { NOW, ORGANIZATION } from "./harness";

const DAY_MS = 86_400_000;
const now = new Date(NOW);
const sample = (jobs: number, randomSeed?: number) =>
  sampleOrganization({ organizationId: ORGANIZATION, jobs, now, ...(randomSeed !== undefined && { randomSeed }) });

const statesOf = (organization: ReturnType<typeof sample>, at = now) =>
  (organization.jobs ?? []).map((job) => jobStatus(jobFromSeed(job), at.getTime())?.state);

describe("sampleOrganization", () => {
  test("is the same for the same options, and another for another random seed", () => {
    expect(sample(50)).toEqual(sample(50, 1));
    expect(sample(50, 2)).not.toEqual(sample(50));
  });

  test("any size is a valid seed of that many jobs, each of them listed and begun", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(), (count, randomSeed) => {
        const organization = sample(count, randomSeed);
        expect(parseSeed(JSON.stringify({ organizations: [organization] })).organizations[0]?.jobs).toHaveLength(count);
        for (const { startTime } of organization.jobs ?? []) {
          const ageMs = now.getTime() - Date.parse(startTime);
          expect(ageMs).toBeGreaterThanOrEqual(0);
          expect(ageMs).toBeLessThanOrEqual(6 * DAY_MS);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("has every state from four jobs on, and never more than ten that run", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 500 }), fc.nat(), (count, randomSeed) => {
        const states = statesOf(sample(count, randomSeed));
        expect(new Set(states)).toEqual(new Set(["RUNNING", "COMPLETED", "FAILED", "CANCELLED"]));
        expect(states.filter((state) => state === "RUNNING").length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 50 },
    );
  });

  test("exports no mailbox twice within 24 hours, and some of them twice", () => {
    const starts = Map.groupBy(sample(300).jobs ?? [], ({ entityId }) => entityId);
    expect(starts.size).toBe(200);
    for (const jobs of starts.values()) {
      const times = jobs.map(({ startTime }) => Date.parse(startTime)).sort();
      expect((times[1] ?? Number.POSITIVE_INFINITY) - (times[0] ?? 0)).toBeGreaterThan(DAY_MS);
    }
  });

  test("has nothing running a day later", () => {
    expect(statesOf(sample(200), new Date(now.getTime() + DAY_MS))).not.toContain("RUNNING");
  });

  test("has no two jobs of one id among ten thousand", () => {
    const jobs = sample(10_000).jobs ?? [];
    expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(10_000);
  });
});

const withMailboxes = (mailboxes: number, more: Partial<SampleOptions> = {}) =>
  sampleOrganization({ organizationId: ORGANIZATION, jobs: 0, now, mailboxes, ...more });

describe("the jobs of a sample", () => {
  // The README prints them, and stacks that were tried out hold them.
  test("never change", () => {
    const text = JSON.stringify(sample(40).jobs);
    expect(createHash("sha256").update(text).digest("hex")).toBe(
      "2c40bc504930683618dbd7e71f401efc3b4bcf59f71c9fb865dbe7ee4289e66b",
    );
  });

  test("are the same with and without a roster", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(), fc.nat(100), (jobs, randomSeed, more) => {
        const mailboxes = Math.ceil((jobs * 2) / 3) + more;
        expect(withMailboxes(mailboxes, { jobs, randomSeed }).jobs).toEqual(sample(jobs, randomSeed).jobs);
      }),
      { numRuns: 50 },
    );
  });

  test("come alone, as long as no roster is asked for", () => {
    expect(Object.keys(sample(3))).toEqual(["organizationId", "jobs"]);
  });
});

describe("the roster of a sample", () => {
  test("is a valid seed of that many mailboxes, those of the jobs among them", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(), fc.nat(300), (jobs, randomSeed, more) => {
        const mailboxes = Math.ceil((jobs * 2) / 3) + more;
        const one = withMailboxes(mailboxes, { jobs, randomSeed });
        expect(parseSeed(JSON.stringify({ organizations: [one] })).organizations).toEqual([one]);

        const { users = [], resources = [] } = one;
        const having = [...users, ...resources].filter((each) => hasMailbox(each, now.getTime()));
        expect(having).toHaveLength(mailboxes);
        expect(users.length + resources.length).toBe(mailboxes + 3);
        expect(resources).toHaveLength(Math.floor(mailboxes / 10));
        const ids = new Set(having.map(({ id }) => id));
        for (const { entityId } of one.jobs ?? []) expect(ids).toContain(entityId);
        // No member is to be mistaken for another.
        const names = [...users, ...resources].map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 50 },
    );
  });

  test("has a system user, a deleted one, and one disabled for longer than a mailbox is kept", () => {
    const without = (withMailboxes(25).users ?? []).filter((each) => !hasMailbox(each, now.getTime()));
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
    expect(without).toEqual([
      expect.objectContaining({ userRole: "SYSTEM_USER" }),
      expect.objectContaining({ state: "DELETED" }),
      expect.objectContaining({ state: "DISABLED", disabledDate: daysAgo(60) }),
    ]);
  });

  test.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [11, 1],
    [500, 1],
  ])("of %i mailboxes has %i that is disabled and still kept", (mailboxes, count) => {
    const { users = [], resources = [] } = withMailboxes(mailboxes);
    const kept = [...users, ...resources].filter(
      (each) => each.state === "DISABLED" && hasMailbox(each, now.getTime()),
    );
    expect(kept.map(({ disabledDate }) => disabledDate)).toEqual(
      Array(count).fill(new Date(now.getTime() - 5 * DAY_MS).toISOString()),
    );
  });

  test("is made of named people, rooms and equipment", () => {
    const { users = [], resources = [] } = withMailboxes(40);
    expect(users[0]).toEqual({
      id: expect.any(String),
      name: "alice.abbott",
      displayName: "Alice Abbott",
      email: "alice.abbott@example.com",
      enabledDate: expect.any(String),
    });
    expect(resources.map(({ name, type }) => `${type} ${name}`)).toEqual([
      "ROOM room-atlas-1",
      "EQUIPMENT projector-1",
      "ROOM room-borealis-1",
      "EQUIPMENT camera-1",
    ]);
  });

  test("stays a valid one, with a name for each, among ten thousand", () => {
    const one = withMailboxes(10_000);
    expect(parseSeed(JSON.stringify({ organizations: [one] })).organizations).toHaveLength(1);
    expect(new Set(one.users?.map(({ email }) => email)).size).toBe(one.users?.length);
  });

  test("is another one for another random seed, and the same for the same", () => {
    expect(withMailboxes(20, { randomSeed: 1 })).toEqual(withMailboxes(20));
    expect(withMailboxes(20, { randomSeed: 2 })).not.toEqual(withMailboxes(20));
  });

  test.each([
    [40, 26, "at least 27, as the jobs export 27 of them, got 26"],
    [1, 0, "at least 1"],
    [0, -1, "got -1"],
    [0, 1.5, "got 1.5"],
    [0, Number.NaN, "got NaN"],
  ])("for %i jobs cannot be of %p mailboxes", (jobs, mailboxes, message) => {
    const make = () => withMailboxes(mailboxes, { jobs });
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });
});
