import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import type { CoverageRules, MailboxExportFinding } from "../../provider/coverageModel";
import { coverageOf } from "../../provider/exports/coverage";
import { findingKinds } from "../../provider/exports/findingKinds";
import { judge, verdictOf } from "../../provider/exports/verdict";
import type { MailboxExportJob, RosterMember } from "../../provider/model";
import { proofs } from "../support/proofs";
import * as any from "./organizations";
import { cutover, now } from "./organizations";

const root = resolve(__dirname, "../..");
const judged = (roster: readonly RosterMember[], jobs: readonly MailboxExportJob[], rules: CoverageRules = {}) =>
  judge(coverageOf(roster, jobs, rules, now));

const member = (entityId: string): RosterMember => ({ entityId, kind: "user", state: "ENABLED", userRole: "USER" });
const exported = (entityId: string): MailboxExportJob => ({
  jobId: `of-${entityId}`,
  entityId,
  state: "COMPLETED",
  startTime: "2026-11-22T00:00:00.000Z",
});

describe("the verdict", () => {
  test("is complete when each mailbox is exported or excluded", () => {
    const { verdict, findings } = judged([member("a"), member("b")], [exported("a")], { exclude: { b: "empty" } });
    expect(verdict).toBe("complete");
    expect(findings).toEqual([{ kind: "mailboxExcluded", mailbox: { entityId: "b" }, reason: "empty" }]);
  });

  test("is incomplete when one is not, even where another is in doubt", () => {
    const doubt: MailboxExportJob = { jobId: "1", entityId: "b", state: "RUNNING", lostFromSight: "accessDenied" };
    const { verdict, findings } = judged([member("a"), member("b")], [doubt]);
    expect(verdict).toBe("incomplete");
    expect(findings).toEqual([
      { kind: "mailboxMissing", mailbox: { entityId: "a" } },
      { kind: "mailboxUnknown", mailbox: { entityId: "b" }, doubt: "lostFromSight", jobId: "1" },
    ]);
  });

  test("is unknown when one cannot be told", () => {
    expect(judged([member("a"), { ...member("b"), state: "FROZEN" }], [exported("a")]).verdict).toBe("unknown");
  });

  test.each([
    ["nobody at all", []],
    ["nobody with a mailbox", [{ ...member("a"), state: "DELETED" }]],
  ])("is unknown for an organization of %s: an empty list proves nothing", (_name, roster) => {
    const { verdict, findings } = judged(roster, []);
    expect(verdict).toBe("unknown");
    expect(findings).toEqual([{ kind: "noMailboxes" }]);
  });

  // By a definition of its own: complete is said only of a roster whose every possible mailbox has an export or an excuse.
  test("is never complete while a member that may have a mailbox has neither an export nor an exclusion", () => {
    fc.assert(
      fc.property(any.roster, any.jobs, any.rules, (roster, jobs, rules) => {
        if (judged(roster, jobs, rules).verdict !== "complete") return;
        for (const { entityId, email = "", name = "", state, userRole } of roster) {
          const names = [entityId, email.toLowerCase(), name.toLowerCase()];
          const isOut = jobs.some(
            (job) =>
              names.includes(job.entityId?.toLowerCase() ?? "nobody") &&
              job.state === "COMPLETED" &&
              job.lostFromSight === undefined &&
              (job.proof === undefined || job.proof.outcome === "proven") &&
              (rules.cutover === undefined || (job.startTime ?? "") >= rules.cutover),
          );
          const isExcused = Object.keys(rules.exclude ?? {}).some((key) => names.includes(key.toLowerCase()));
          const mayHaveOne = state !== "DELETED" && state !== "DISABLED" && !/^(SYSTEM|REMOTE)_/.test(userRole ?? "");
          expect(isOut || isExcused || !mayHaveOne).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("never becomes complete by one more mailbox that is not exported", () => {
    const additions = fc.constantFrom("ENABLED", "FROZEN", undefined);
    fc.assert(
      fc.property(any.roster, any.jobs, any.rules, additions, (roster, jobs, rules, state) => {
        const { state: _, ...nobody } = member("one-more");
        const more = [...roster, { ...nobody, ...(state !== undefined && { state }) }];
        expect(judged(more, jobs, rules).verdict).not.toBe("complete");
      }),
    );
  });

  test("never becomes complete by a doubt about a job, or by a job that is taken away", () => {
    fc.assert(
      fc.property(any.roster, any.jobs, any.rules, fc.nat(), (roster, jobs, rules, pick) => {
        const before = judged(roster, jobs, rules).verdict;
        const index = jobs.length === 0 ? 0 : pick % jobs.length;
        const doubted = jobs.map((job, i) => (i === index ? { ...job, lostFromSight: "timeout" as const } : job));
        const without = jobs.toSpliced(index, 1);
        for (const after of [doubted, without].map((list) => judged(roster, list, rules).verdict)) {
          if (before !== "complete") expect(after).not.toBe("complete");
        }
      }),
    );
  });

  test("never becomes complete by an archive that is looked for and not proven", () => {
    const unproven = fc.constantFrom(...Object.values(proofs).filter(({ outcome }) => outcome !== "proven"));
    fc.assert(
      fc.property(any.roster, any.jobs, any.rules, fc.nat(), unproven, (roster, jobs, rules, pick, proof) => {
        const before = judged(roster, jobs, rules).verdict;
        const index = jobs.length === 0 ? 0 : pick % jobs.length;
        const looked = jobs.map((job, i) => (i === index ? { ...job, proof } : job));
        if (before !== "complete") expect(judged(roster, looked, rules).verdict).not.toBe("complete");
      }),
    );
  });

  test.each([
    ["gone", "archiveGone", "incomplete"],
    ["empty", "archiveEmpty", "incomplete"],
    ["wrongKey", "archiveWrongKey", "incomplete"],
    ["denied", "archiveDenied", "unknown"],
    ["unreachable", "archiveUnreachable", "unknown"],
    ["unlocated", "archiveUnlocated", "unknown"],
  ] as const)("of an export whose archive is %s says %s, and is %s", (outcome, kind, expected) => {
    const proof = proofs[outcome];
    const { verdict, findings } = judged([member("a")], [{ ...exported("a"), proof }]);
    expect(verdict).toBe(expected);
    expect(findings).toEqual([{ kind, mailbox: { entityId: "a" }, jobId: "of-a", proof }]);
  });

  test("of an export whose archive is proven is complete", () => {
    expect(judged([member("a")], [{ ...exported("a"), proof: proofs.proven }])).toEqual({
      verdict: "complete",
      findings: [],
    });
  });

  test("never becomes complete by a later cutover, or by an exclusion that is taken back", () => {
    fc.assert(
      fc.property(any.roster, any.jobs, any.exclude, (roster, jobs, exclude) => {
        const verdicts = [{ exclude }, { exclude, cutover }, { exclude: {}, cutover }].map(
          (rules) => judged(roster, jobs, rules).verdict,
        );
        const firstNot = verdicts.findIndex((verdict) => verdict !== "complete");
        if (firstNot >= 0) expect(verdicts.slice(firstNot)).not.toContain("complete");
      }),
    );
  });

  test("never becomes complete by one more finding", () => {
    const findings = fc.array(
      fc.constantFrom(...Object.keys(findingKinds)).map((kind) => ({ kind }) as MailboxExportFinding),
    );
    fc.assert(
      fc.property(findings, findings, (some, more) => {
        if (verdictOf(some) !== "complete") expect(verdictOf([...some, ...more])).not.toBe("complete");
      }),
    );
  });
});

describe("the kinds of findings", () => {
  test.each(Object.entries(findingKinds))(
    "%s is explained on its page, by its title",
    (kind, { title, page, advice }) => {
      expect(page).toBe(`docs/findings/${kind}.md`);
      expect(existsSync(join(root, page))).toBe(true);
      expect(readFileSync(join(root, page), "utf8")).toContain(`# ${title}\n`);
      expect(advice).toMatch(/\.$/);
    },
  );

  test("have no page without a kind", () => {
    const pages = readdirSync(join(root, "docs/findings")).filter((file) => file !== "README.md");
    expect(pages.sort()).toEqual(
      Object.keys(findingKinds)
        .map((kind) => `${kind}.md`)
        .sort(),
    );
  });
});
