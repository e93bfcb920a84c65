import fc from "fast-check";
import { countMailboxes } from "../../provider/exports/countMailboxes";
import { coverageOf } from "../../provider/exports/coverage";
import { mailboxOf } from "../../provider/exports/mailboxRule";
import type { MailboxExportJob, RosterMember } from "../../provider/model";
import { proofs } from "../support/proofs";
import * as any from "./organizations";
import { cutover, now } from "./organizations";

const alice: RosterMember = {
  entityId: "alice-id",
  kind: "user",
  name: "alice",
  email: "Alice@example.com",
  state: "ENABLED",
  userRole: "USER",
};
const room: RosterMember = { entityId: "room-id", kind: "resource", name: "room", state: "ENABLED" };

const started = (state: string, startTime: string | undefined, partial: Partial<MailboxExportJob> = {}) => ({
  jobId: `${state} ${startTime}`,
  entityId: "alice-id",
  state,
  ...(startTime !== undefined && { startTime }),
  ...partial,
});
const before = "2026-11-19T23:59:59.999Z";
const at = "2026-11-20T00:00:00.000Z";
const after = "2026-11-21T00:00:00.000Z";
const later = "2026-11-22T00:00:00.000Z";

describe("the status of a mailbox", () => {
  const lost = { lostFromSight: "entityNotFound" as const };

  test.each([
    ["no job", [], "missing"],
    ["completed at the cutover", [started("COMPLETED", at)], "exported"],
    ["completed before it", [started("COMPLETED", before)], "stale"],
    ["a failure after an export that counts", [started("COMPLETED", after), started("FAILED", later)], "exported"],
    ["a failure after a stale export", [started("COMPLETED", before), started("FAILED", later)], "failed"],
    [
      "a stale export after a failure",
      [started("FAILED", "2026-11-01T00:00:00.000Z"), started("COMPLETED", before)],
      "stale",
    ],
    ["a run after a failure", [started("FAILED", after), started("RUNNING", later)], "running"],
    ["a run before a failure", [started("RUNNING", after), started("FAILED", later)], "running"],
    ["cancelled", [started("CANCELLED", after)], "cancelled"],
    ["cancelled, then failed", [started("CANCELLED", after), started("FAILED", later)], "failed"],
    ["lost from sight", [started("RUNNING", after, lost)], "unknown"],
    [
      "lost, then failed: the lost one may be the export",
      [started("RUNNING", after, lost), started("FAILED", later)],
      "unknown",
    ],
    ["lost, and another that counts", [started("RUNNING", after, lost), started("COMPLETED", later)], "exported"],
    ["a state nobody knows", [started("ARCHIVED", after)], "unknown"],
    ["no state", [{ jobId: "x", entityId: "alice-id", startTime: after }], "unknown"],
    ["completed, but no start time", [started("COMPLETED", undefined)], "unknown"],
    ["proven", [started("COMPLETED", after, { proof: proofs.proven })], "exported"],
    ["gone", [started("COMPLETED", after, { proof: proofs.gone })], "unproven"],
    ["empty", [started("COMPLETED", after, { proof: proofs.empty })], "unproven"],
    ["of another key", [started("COMPLETED", after, { proof: proofs.wrongKey })], "unproven"],
    ["denied", [started("COMPLETED", after, { proof: proofs.denied })], "unknown"],
    ["unreachable", [started("COMPLETED", after, { proof: proofs.unreachable })], "unknown"],
    ["unlocated", [started("COMPLETED", after, { proof: proofs.unlocated })], "unknown"],
    ["gone, before the cutover", [started("COMPLETED", before, { proof: proofs.gone })], "stale"],
    ["denied, before the cutover", [started("COMPLETED", before, { proof: proofs.denied })], "stale"],
    ["gone, but no start time", [started("COMPLETED", undefined, { proof: proofs.gone })], "unproven"],
    ["proven, but no start time", [started("COMPLETED", undefined, { proof: proofs.proven })], "unknown"],
    [
      "gone, and an older one that is proven",
      [started("COMPLETED", after, { proof: proofs.proven }), started("COMPLETED", later, { proof: proofs.gone })],
      "exported",
    ],
    [
      "gone, and an older one that is denied",
      [started("COMPLETED", after, { proof: proofs.denied }), started("COMPLETED", later, { proof: proofs.gone })],
      "unknown",
    ],
    [
      "gone, and another that runs",
      [started("COMPLETED", after, { proof: proofs.gone }), started("RUNNING", later)],
      "running",
    ],
  ])("%s", (_name, jobs, status) => {
    for (const list of [jobs, jobs.toReversed()]) {
      const { mailboxes } = coverageOf([alice], list, { cutover }, now);
      expect(mailboxes).toEqual([expect.objectContaining({ entityId: "alice-id", status })]);
    }
  });

  test("names the job that decides, of several the newest", () => {
    const list = [started("COMPLETED", after), started("COMPLETED", later), started("RUNNING", later)];
    expect(coverageOf([alice], list, { cutover }, now).mailboxes).toEqual([
      {
        entityId: "alice-id",
        kind: "user",
        name: "alice",
        email: "Alice@example.com",
        status: "exported",
        job: list[1],
      },
    ]);
  });

  test("without a cutover every completed export counts, also one without a start time", () => {
    for (const time of [before, undefined]) {
      expect(coverageOf([alice], [started("COMPLETED", time)], {}, now).mailboxes[0]?.status).toBe("exported");
    }
  });
});

describe("who has a mailbox", () => {
  const user = (partial: Partial<RosterMember>): RosterMember => ({ entityId: "x", kind: "user", ...partial });
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

  test.each([
    [user({ state: "ENABLED", userRole: "USER" }), "yes"],
    [user({ state: "ENABLED", userRole: "RESOURCE" }), "yes"],
    [user({ state: "ENABLED" }), "yes"],
    [room, "yes"],
    [user({ state: "DISABLED", disabledDate: daysAgo(30) }), "yes"],
    [user({ state: "DISABLED", disabledDate: daysAgo(30.001) }), "no"],
    [{ ...room, state: "DISABLED", disabledDate: daysAgo(31) }, "no"],
    [user({ state: "DISABLED" }), "no"],
    [user({ state: "DISABLED", email: "x@example.com" }), "perhaps"],
    [user({ state: "DISABLED", enabledDate: daysAgo(100) }), "perhaps"],
    [user({ state: "DELETED", email: "x@example.com", disabledDate: daysAgo(1) }), "no"],
    [user({ state: "ENABLED", userRole: "SYSTEM_USER" }), "no"],
    [user({ state: "ENABLED", userRole: "REMOTE_USER" }), "no"],
    [user({ state: "ENABLED", userRole: "ROBOT" }), "perhaps"],
    [user({ state: "FROZEN" }), "perhaps"],
    [user({}), "perhaps"],
  ] as const)("%j: %s", (member, has) => {
    expect(mailboxOf(member, now).has).toBe(has);
    const { mailboxes, withoutMailbox } = coverageOf([member], [], {}, now);
    expect([mailboxes, withoutMailbox].map(({ length }) => length)).toEqual(has === "no" ? [0, 1] : [1, 0]);
    expect(mailboxes.map(({ status }) => status)).toEqual({ yes: ["missing"], perhaps: ["unknown"], no: [] }[has]);
  });

  test("one that perhaps has none is exported when it is, and else in doubt", () => {
    const perhaps = { ...alice, state: "FROZEN" };
    const statusWith = (state: string) => coverageOf([perhaps], [started(state, after)], {}, now).mailboxes[0];
    expect(statusWith("COMPLETED")?.status).toBe("exported");
    expect(statusWith("RUNNING")?.status).toBe("running");
    expect(statusWith("FAILED")).toMatchObject({
      status: "unknown",
      doubt: "perhapsNoMailbox",
      job: { state: "FAILED" },
    });
  });
});

describe("whom a job or an exclusion names", () => {
  test.each(["alice-id", "alice@example.com", "ALICE@EXAMPLE.COM", "alice", "Alice"])("%s names alice", (name) => {
    const { mailboxes } = coverageOf([alice, room], [started("COMPLETED", after, { entityId: name })], {}, now);
    expect(mailboxes.find(({ entityId }) => entityId === "alice-id")?.status).toBe("exported");
    const excluded = coverageOf([alice, room], [], { exclude: { [name]: "left" } }, now);
    expect(excluded.mailboxes.find(({ entityId }) => entityId === "alice-id")).toMatchObject({ excluded: "left" });
    expect(excluded.unusedExclusions).toEqual([]);
  });

  test("a name of two is no name: the job is of nobody, and nobody is excluded", () => {
    const two = [alice, { ...room, name: "alice" }];
    const job = started("COMPLETED", after, { entityId: "alice" });
    const coverage = coverageOf(two, [job], { exclude: { alice: "left", bob: "gone" } }, now);
    expect(coverage.mailboxes.map(({ status, excluded }) => [status, excluded])).toEqual([
      ["missing", undefined],
      ["missing", undefined],
    ]);
    expect(coverage.jobsWithoutMailbox).toEqual([job]);
    expect(coverage.unusedExclusions).toEqual([
      { kind: "exclusionUnused", exclusion: "alice", because: "severalMailboxes" },
      { kind: "exclusionUnused", exclusion: "bob", because: "nobody" },
    ]);
  });

  test("an id goes before an email, and an email before a name", () => {
    const list = [alice, { ...room, entityId: "r2", name: "alice@example.com" }, { ...room, name: "alice-id" }];
    const named = (name: string) =>
      coverageOf(list, [], { exclude: { [name]: "x" } }, now).mailboxes.filter(({ excluded }) => excluded)[0]?.entityId;
    expect([named("alice-id"), named("alice@example.com")]).toEqual(["alice-id", "alice-id"]);
  });
});

test("nothing is left out: every member and every job stands somewhere, once", () => {
  fc.assert(
    fc.property(any.roster, any.jobs, any.rules, (roster, jobs, rules) => {
      const { mailboxes, withoutMailbox, jobsWithoutMailbox } = coverageOf(roster, jobs, rules, now);
      const ids = [...mailboxes, ...withoutMailbox].map(({ entityId }) => entityId);
      expect(ids.sort()).toEqual(roster.map(({ entityId }) => entityId).sort());
      const counts = countMailboxes(mailboxes);
      const { total, ...others } = counts;
      expect(Object.values(others).reduce((sum, count) => sum + count)).toBe(total);
      expect(total + withoutMailbox.length).toBe(roster.length);
      for (const job of jobsWithoutMailbox) expect(jobs).toContain(job);
      const named = roster.flatMap(({ entityId, email = "", name = "" }) => [entityId, email, name]);
      const isOfNobody = ({ entityId }: MailboxExportJob) =>
        !named.some((each) => each.toLowerCase() === entityId?.toLowerCase());
      expect(jobsWithoutMailbox).toEqual(expect.arrayContaining(jobs.filter(isOfNobody)));
    }),
  );
});

test("depends on the order of neither roster nor jobs, and changes neither", () => {
  const shuffles = fc
    .tuple(any.roster, any.jobs)
    .chain(([roster, jobs]) =>
      fc.tuple(
        fc.constant([roster, jobs] as const),
        fc.shuffledSubarray(roster, { minLength: roster.length, maxLength: roster.length }),
        fc.shuffledSubarray(jobs, { minLength: jobs.length, maxLength: jobs.length }),
      ),
    );
  fc.assert(
    fc.property(shuffles, any.rules, ([[roster, jobs], otherRoster, otherJobs], rules) => {
      const inputs = JSON.stringify([roster, jobs, rules]);
      expect(coverageOf(otherRoster, otherJobs, rules, now)).toEqual(coverageOf(roster, jobs, rules, now));
      expect(JSON.stringify([roster, jobs, rules])).toBe(inputs);
    }),
  );
});

test("a job that still runs, of a member who has no mailbox any more, is told of; one that has ended is not", () => {
  const member = { entityId: "id-1", kind: "user", state: "DELETED", userRole: "USER" } as const;
  const ended = { jobId: "ended", entityId: "id-1", state: "COMPLETED" };
  const running = { jobId: "running", entityId: "id-1", state: "RUNNING" };
  expect(coverageOf([member], [ended, running], {}, now).jobsWithoutMailbox).toEqual([running]);
});
