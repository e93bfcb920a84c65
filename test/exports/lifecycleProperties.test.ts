import fc from "fast-check";
import { exportLifecycleRules, InvalidArgumentsError } from "../../provider";
import type { ExportLifecyclePolicy, ExportLifecycleRule } from "../../provider/lifecycleModel";
import type { MailboxExportJob } from "../../provider/model";
import { Bucket, directoriesOf, isDirectory, matches } from "../support/s3LifecycleOracle";
import * as any from "./lifecycleJobs";

const bucket = "archives";
const runs = { numRuns: 1000 };

/** The rules, or why there are none. */
type Answer =
  | { readonly rules: readonly ExportLifecycleRule[]; readonly refusal?: never }
  | { readonly refusal: string };

function answer(jobs: readonly MailboxExportJob[], policy: ExportLifecyclePolicy): Answer {
  try {
    return { rules: exportLifecycleRules(jobs, { bucket, expirationDays: 1, ...policy }) };
  } catch (error) {
    if (error instanceof InvalidArgumentsError) return { refusal: error.message };
    throw error;
  }
}

const rulesOf = (given: Answer) => ("rules" in given ? given.rules : undefined);

/** Holds something of the rules of any jobs, and that refusals do not leave too few of them, or too few that join. */
function everyRules(
  holds: (rules: readonly ExportLifecycleRule[], seen: Bucket, jobs: readonly MailboxExportJob[]) => void,
): void {
  const cases = { all: 0, withRules: 0, joined: 0, joinedInPart: 0 };
  fc.assert(
    fc.property(any.jobs, any.only, (jobs, only) => {
      const rules = rulesOf(answer(jobs, { only }));
      cases.all += 1;
      if (rules === undefined) return;
      const seen = new Bucket(bucket, jobs, only);
      holds(rules, seen, jobs);
      if (rules.length > 0) cases.withRules += 1;
      if (rules.some(isDirectory)) cases.joined += 1;
      if (rules.some(isDirectory) && seen.others.length > 0) cases.joinedInPart += 1;
    }),
    runs,
  );
  expect(cases.withRules).toBeGreaterThan(cases.all * 0.6);
  expect(cases.joined).toBeGreaterThan(cases.all * 0.25);
  expect(cases.joinedInPart).toBeGreaterThan(cases.all * 0.15);
}

const startsWith = (text: string, start: string) => text.slice(0, start.length) === start;

test("no rule matches a key of a job that must not be met, in any reading of its path", () => {
  everyRules((rules, { others }) => {
    const keys = others.flatMap((other) => other.keys);
    expect(rules.filter((rule) => keys.some((key) => matches(rule, key)))).toEqual([]);
  });
});

test("no directory has a start in it, or around it, with which such a job may begin its key; nor does a key begin one", () => {
  everyRules((rules, { others }) => {
    const starts = others.flatMap((other) => other.starts);
    for (const { filter } of rules) {
      for (const start of starts.filter((text) => text !== "" || filter.prefix.endsWith("/"))) {
        expect(startsWith(start, filter.prefix)).toBe(false);
        if (filter.prefix.endsWith("/")) expect(startsWith(filter.prefix, start)).toBe(false);
      }
    }
  });
});

test("every archive that is to get a rule is matched by one, and by one alone but for a key that begins it", () => {
  everyRules((rules, { keys }) => {
    for (const key of keys) {
      const own = rules.filter((rule) => matches(rule, key));
      const byOthers = own.filter(({ filter }) => filter.prefix !== key && keys.includes(filter.prefix));
      expect(own.length - byOthers.length).toBe(1);
    }
  });
});

test("a prefix is a directory, with its slash, or the key of an archive; never empty, and none stands there twice", () => {
  everyRules((rules, { keys }) => {
    const prefixes = rules.map(({ filter }) => filter.prefix);
    for (const prefix of prefixes) {
      expect(prefix).not.toBe("");
      expect(prefix.endsWith("/") || keys.includes(prefix)).toBe(true);
    }
    expect(new Set(prefixes).size).toBe(prefixes.length);
    // By their characters' numbers, as the default order of JavaScript is.
    expect(prefixes).toEqual([...prefixes].sort());
  });
});

/** The archives that a rule is for. */
const own = ({ filter }: ExportLifecycleRule, { keys }: Bucket) =>
  filter.prefix.endsWith("/") ? keys.filter((key) => startsWith(key, filter.prefix)) : [filter.prefix];

test("a directory stands for more than one archive, and is no wider than they need", () => {
  everyRules((rules, seen) => {
    for (const rule of rules.filter(isDirectory)) {
      const archives = own(rule, seen);
      expect(archives.length).toBeGreaterThan(1);
      const deeper = directoriesOf(archives[0] ?? "").filter(({ length }) => length > rule.filter.prefix.length);
      for (const directory of deeper) expect(archives.every((key) => startsWith(key, directory))).toBe(false);
    }
  });
});

test("a prefix is as wide as it can be: what is around it and has more archives in it is not free", () => {
  everyRules((rules, seen) => {
    for (const rule of rules) {
      const archives = own(rule, seen);
      const wider = directoriesOf(archives[0] ?? "").filter(({ length }) => length < rule.filter.prefix.length);
      for (const directory of wider) {
        const all = seen.keys.filter((key) => startsWith(key, directory));
        expect(all.length === archives.length || seen.isTaken(directory)).toBe(true);
      }
    }
  });
});

test("they are refused where an archive has no place, or cannot be told apart, or nobody looked; and nowhere else", () => {
  const reasons = {
    unplaced: /where the archive of .* is cannot be told/,
    neverProven: /^exportLifecycleRules: only: "proven" needs jobs/,
    neverSeen: /^exportLifecycleRules: jobs: no archive of .* could be seen in S3/,
    shared: /a rule for '.*', the archive of .*, would match/,
  };
  const met = new Map<string, number>();
  fc.assert(
    fc.property(any.jobs, any.only, (jobs, only) => {
      const { refusal } = new Bucket(bucket, jobs, only);
      met.set(refusal ?? "none", 1 + (met.get(refusal ?? "none") ?? 0));
      const given = answer(jobs, { only });
      if (refusal === undefined) expect(given).toEqual({ rules: expect.anything() });
      else expect(given.refusal).toMatch(reasons[refusal]);
    }),
    { numRuns: 4000 },
  );
  expect([...met.keys()].sort()).toEqual(["neverProven", "neverSeen", "none", "shared", "unplaced"]);
});

test("there are never more than S3 has room for: then they are refused, with the number", () => {
  let refused = 0;
  fc.assert(
    fc.property(any.jobs, fc.integer({ min: 1, max: 6 }), (jobs, room) => {
      const needed = rulesOf(answer(jobs, {}))?.length;
      if (needed === undefined) return;
      const given = answer(jobs, { reservedRules: 1000 - room });
      if (needed <= room) expect(given).toEqual(answer(jobs, {}));
      else {
        refused += 1;
        expect(given.refusal).toContain(`jobs: ${needed} rules would be needed, and ${room} fit`);
      }
    }),
    runs,
  );
  expect(refused).toBeGreaterThan(100);
});

test("the same jobs give the same, in any order, and however often one is told of", () => {
  fc.assert(
    fc.property(
      any.jobs.chain((list) => fc.tuple(fc.constant(list), any.shuffled(list), fc.subarray(list))),
      any.only,
      ([jobs, otherwise, again], only) => {
        const given = answer(jobs, { only });
        expect(answer(otherwise, { only })).toEqual(given);
        expect(answer([...again, ...otherwise], { only })).toEqual(given);
      },
    ),
    runs,
  );
});

test("one more job that must not be met never makes a rule match what none matched before", () => {
  const universe = fc.sample(any.key, 500);
  let narrowed = 0;
  fc.assert(
    fc.property(any.jobs, any.unfinishedJob, any.only, (jobs, more, only) => {
      const [before, after] = [jobs, [...jobs, more]].map((list) => rulesOf(answer(list, { only })));
      if (before === undefined || after === undefined) return;
      const reached = (rules: readonly ExportLifecycleRule[]) => {
        const keys = [
          ...universe,
          ...[...before, ...after].flatMap(({ filter }) => [filter.prefix, `${filter.prefix}x`]),
        ];
        return new Set(keys.filter((key) => rules.some((rule) => matches(rule, key))));
      };
      const [earlier, later] = [reached(before), reached(after)];
      expect([...later].filter((key) => !earlier.has(key))).toEqual([]);
      if (later.size < earlier.size) narrowed += 1;
    }),
    runs,
  );
  expect(narrowed).toBeGreaterThan(50);
});

test("an id tells its rule from all others, within what S3 takes, and stays with its prefix", () => {
  const ids = new Map<string, string>();
  everyRules((rules) => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, filter } of rules) {
      expect(id).toMatch(/^[\w.-]{1,255}$/);
      expect(ids.get(filter.prefix) ?? id).toBe(id);
      ids.set(filter.prefix, id);
    }
  });
  const longest = "x".repeat(238);
  expect(
    rulesOf(answer([{ jobId: "1", state: "COMPLETED", s3Path: "s3://archives/a" }], { idPrefix: longest })),
  ).toEqual([expect.objectContaining({ id: expect.stringMatching(/^x{238}-[0-9a-f]{16}$/) })]);
});

test("jobs that are in other buckets change nothing", () => {
  const elsewhere = fc.array(fc.oneof(any.completedJob, any.unfinishedJob), { maxLength: 5 }).map((list) =>
    list.map(({ proof, s3Path = "", ...job }): MailboxExportJob => {
      const own = { ...job, jobId: `elsewhere-${job.jobId}`, s3BucketName: "elsewhere" };
      return s3Path.startsWith("s3:") ? own : { ...own, s3Path };
    }),
  );
  fc.assert(
    fc.property(any.jobs, elsewhere, any.only, (jobs, others, only) => {
      expect(answer([...others, ...jobs], { only })).toEqual(answer(jobs, { only }));
    }),
    runs,
  );
});

test("without a bucket it is the one that all jobs name, or it is asked for", () => {
  const asked = { yes: 0, no: 0 };
  fc.assert(
    fc.property(any.jobs, (jobs) => {
      const named = new Set(
        jobs.flatMap(({ s3BucketName, s3Path = "", proof }) => [
          s3BucketName,
          s3Path.match(/^s3:\/\/([^/]+)/)?.[1],
          proof !== undefined && "bucket" in proof ? proof.bucket : undefined,
        ]),
      );
      named.delete(undefined);
      const given = answer(jobs, { bucket: undefined });
      asked[named.size > 1 ? "yes" : "no"] += 1;
      if (named.size > 1) expect(given.refusal).toMatch(/^exportLifecycleRules: bucket is required/);
      else if (jobs.length > 0) expect(given).toEqual(answer(jobs, { bucket: [...named][0] }));
    }),
    runs,
  );
  expect(Math.min(asked.yes, asked.no)).toBeGreaterThan(50);
});

test("the rules are plain data, and what they are made of is not changed", () => {
  fc.assert(
    fc.property(any.jobs, any.only, (jobs, only) => {
      const transitions = [
        { days: 99, storageClass: "DEEP_ARCHIVE" as const },
        { days: 9, storageClass: "GLACIER_IR" as const },
      ];
      const policy = { only, transitions, expirationDays: 100 };
      const before = JSON.stringify([jobs, policy]);
      const given = answer(jobs, policy);
      expect(JSON.parse(JSON.stringify(given))).toStrictEqual(given);
      expect(JSON.stringify([jobs, policy])).toBe(before);
    }),
  );
});
