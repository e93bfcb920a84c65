import { exportLifecycleRules, InvalidArgumentsError } from "../../provider";
import type { ArchiveProof } from "../../provider/archiveModel";
import type { ExportLifecyclePolicy } from "../../provider/lifecycleModel";
import type { MailboxExportJob } from "../../provider/model";

const policy: ExportLifecyclePolicy = { expirationDays: 365 };
const bucket = "archives";

const told = (jobId: string, s3Path: string, more: Partial<MailboxExportJob> = {}): MailboxExportJob => ({
  jobId,
  state: "COMPLETED",
  s3BucketName: bucket,
  s3Path,
  ...more,
});
/** Completed exports at these keys. */
const archives = (...keys: readonly string[]) => keys.map((key, index) => told(`done-${index}`, key));
const running = (s3Path: string, more: Partial<MailboxExportJob> = {}) =>
  told("running", s3Path, { state: "RUNNING", ...more });
const { s3Path: _, ...withoutPath } = running("");
const { s3BucketName: __, ...withoutBucket } = running("");

const prefixes = (jobs: readonly MailboxExportJob[], more: ExportLifecyclePolicy = {}) =>
  exportLifecycleRules(jobs, { ...policy, ...more }).map(({ filter }) => filter.prefix);

function refusal(jobs: readonly MailboxExportJob[], more: ExportLifecyclePolicy = {}): InvalidArgumentsError {
  try {
    exportLifecycleRules(jobs, { ...policy, ...more });
  } catch (error) {
    if (error instanceof InvalidArgumentsError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

const facts = { contentLength: 200_000, storageClass: "STANDARD" };
const at = (key: string) => ({ bucket, key });
const proven = (key: string, inBucket = bucket): ArchiveProof => ({
  outcome: "proven",
  bucket: inBucket,
  key,
  ...facts,
});
/** Every proof but the one that proves. */
const unproven: readonly ArchiveProof[] = [
  { outcome: "empty", ...at("exports/x.zip"), ...facts },
  { outcome: "wrongKey", ...at("exports/x.zip"), ...facts },
  { outcome: "gone", ...at("exports/x.zip") },
  { outcome: "denied", ...at("exports/x.zip"), because: "forbidden" },
  { outcome: "unreachable", ...at("exports/x.zip"), because: "no answer" },
  { outcome: "unlocated", because: "no path" },
];

describe("a rule", () => {
  test("does all that the policy says, the moves in the order in which they happen, and has no other member", () => {
    const rules = exportLifecycleRules(archives("exports/a.zip", "exports/b.zip"), {
      transitions: [
        { days: 120, storageClass: "DEEP_ARCHIVE" },
        { days: 30, storageClass: "GLACIER" },
      ],
      expirationDays: 400,
      noncurrentVersionExpirationDays: 7,
      abortIncompleteMultipartUploadDays: 3,
    });
    expect(rules).toEqual([
      {
        id: expect.stringMatching(/^workmail-export-[0-9a-f]{16}$/),
        status: "Enabled",
        filter: { prefix: "exports/" },
        transitions: [
          { days: 30, storageClass: "GLACIER" },
          { days: 120, storageClass: "DEEP_ARCHIVE" },
        ],
        expiration: { days: 400 },
        noncurrentVersionExpiration: { noncurrentDays: 7 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 3 },
      },
    ]);
  });

  test.each<[ExportLifecyclePolicy, string]>([
    [{ transitions: [{ days: 0, storageClass: "DEEP_ARCHIVE" }] }, "transitions"],
    [{ expirationDays: 1 }, "expiration"],
    [{ noncurrentVersionExpirationDays: 1 }, "noncurrentVersionExpiration"],
    [{ abortIncompleteMultipartUploadDays: 1 }, "abortIncompleteMultipartUpload"],
  ])("of %j has no member for what is not asked for", (one, member) => {
    const rules = exportLifecycleRules(archives("a/1.zip"), { ...one, reservedRules: undefined, bucket: undefined });
    expect(rules.map((rule) => Object.keys(rule))).toEqual([["id", "status", "filter", member]]);
  });

  test("has an id that depends on nothing but its prefix and idPrefix", () => {
    const id = (jobs: readonly MailboxExportJob[], more: ExportLifecyclePolicy) =>
      exportLifecycleRules(jobs, more).find(({ filter }) => filter.prefix === "a/")?.id;
    const one = id(archives("a/1.zip", "a/2.zip"), policy);
    expect(one).toBe("workmail-export-b3dda5b674f9ce73");
    expect(id([...archives("a/1.zip", "a/2.zip", "b/3.zip"), running("c/4.zip")], { expirationDays: 5 })).toBe(one);
    expect(id(archives("a/1.zip", "a/2.zip"), { ...policy, idPrefix: "own" })).toBe("own-b3dda5b674f9ce73");
  });

  test("is the caller's own: it shares nothing with another, nor with the policy", () => {
    const transitions = [{ days: 30, storageClass: "GLACIER" as const }];
    const jobs = archives("a/1.zip", "b/2.zip");
    const [first, second] = exportLifecycleRules(jobs, { ...policy, transitions });
    first?.transitions?.splice(0, 1, { days: 1, storageClass: "DEEP_ARCHIVE" });
    Object.assign(first?.expiration ?? {}, { days: 1 });
    Object.assign(first?.filter ?? {}, { prefix: "" });
    expect(second).toMatchObject({ filter: { prefix: "b/2.zip" }, transitions, expiration: { days: 365 } });
    expect(second?.transitions?.[0]).not.toBe(transitions[0]);
    expect(exportLifecycleRules(jobs, policy)[0]).toMatchObject({ filter: { prefix: "a/1.zip" } });
  });
});

describe("archives are joined", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["under the longest directory that they have in common", ["x/y/1.zip", "x/y/z/2.zip"], ["x/y/"]],
    ["under a directory each, when they have none in common", ["a/1", "a/2", "b/1", "b/2"], ["a/", "b/"]],
    ["never under a start that is no directory", ["al/1", "alice/1", "alice/2"], ["al/1", "alice/"]],
    ["never under the whole bucket", ["1.zip", "2.zip"], ["1.zip", "2.zip"]],
    ["under a slash, when all keys begin with it", ["/1.zip", "/2.zip"], ["/"]],
    ["under a directory without a name", ["a//1.zip", "a//2.zip"], ["a//"]],
    ["as the archive itself, when it is alone", ["a/b/c/1.zip"], ["a/b/c/1.zip"]],
    ["as the archive itself, when it is alone in its directory", ["a/1", "a/2", "b/c/1"], ["a/", "b/c/1"]],
    ["also when one key is a directory of another", ["a/b", "a/b-2", "a/b/c"], ["a/"]],
    ["also when one key begins another", ["1", "10", "1/2"], ["1", "1/2", "10"]],
  ])("%s", (_name, keys, expected) => {
    expect(prefixes(archives(...keys))).toEqual(expected);
  });

  test("as far as nothing protected is among them", () => {
    const jobs = archives("x/a/1", "x/a/2", "x/b/1", "x/b/2", "x/c/1", "y/1", "y/2");
    expect(prefixes(jobs)).toEqual(["x/", "y/"]);
    expect(prefixes([...jobs, running("x/a/3")])).toEqual(["x/a/1", "x/a/2", "x/b/", "x/c/1", "y/"]);
    expect(prefixes([...jobs, running("x/3")])).toEqual(["x/a/", "x/b/", "x/c/1", "y/"]);
    expect(prefixes([...jobs, running("z/3")])).toEqual(["x/", "y/"]);
    expect(prefixes([...jobs, running("3")])).toEqual(["x/", "y/"]);
  });

  test("not under a directory that a protected key begins: strictly more than needed, to be on the safe side", () => {
    expect(prefixes([...archives("alice/1", "alice/2"), running("al")])).toEqual(["alice/1", "alice/2"]);
  });

  test("one archive of two jobs is one key", () => {
    expect(prefixes([told("a", "x/1.zip"), told("b", "s3://archives/x/1.zip")])).toEqual(["x/1.zip"]);
  });

  test("of no jobs, and of none that is completed, there are no rules", () => {
    expect(exportLifecycleRules([], policy)).toEqual([]);
    expect(exportLifecycleRules([running("a/1.zip")], policy)).toEqual([]);
    expect(exportLifecycleRules([{ jobId: "bare" }], policy)).toEqual([]);
  });

  test("a job that stands there twice is one, and the later of what is told of it counts", () => {
    const jobs = [...archives("x/1", "x/2"), running("x/3"), { ...running("x/3"), state: "COMPLETED" }];
    expect(prefixes(jobs)).toEqual(["x/"]);
    expect(prefixes([...jobs, running("x/3", { state: "FAILED" })])).toEqual(["x/1", "x/2"]);
  });
});

describe("no rule matches the archive of a job", () => {
  const two = archives("exports/1.zip", "exports/2.zip");
  const apart = ["exports/1.zip", "exports/2.zip"];

  test.each<[string, Partial<MailboxExportJob>]>([
    ["that runs", { state: "RUNNING" }],
    ["that failed", { state: "FAILED" }],
    ["that was cancelled", { state: "CANCELLED" }],
    ["in a state that AWS does not document", { state: "SUSPENDED" }],
    ["in a state called as a member of every object", { state: "constructor" }],
    ["that ran when it was lost from sight", { state: "RUNNING", lostFromSight: "accessDenied" }],
    ["that is said to be completed, and lost from sight", { lostFromSight: "accessDenied" }],
    ...unproven.map((proof): [string, Partial<MailboxExportJob>] => [`that is ${proof.outcome}`, { proof }]),
  ])("%s", (_name, more) => {
    expect(prefixes([...two, told("other", "exports/x.zip", more)])).toEqual(apart);
    expect(prefixes([...two, told("other", "exports/x.zip")])).toEqual(["exports/"]);
  });

  test("without a state", () => {
    const { state, ...stateless } = running("exports/x.zip");
    expect(prefixes([...two, stateless])).toEqual(apart);
  });

  test("under either reading of its path, when nothing tells which is meant", () => {
    const named = archives("s3://archives/archives/1.zip", "s3://archives/archives/2.zip");
    expect(prefixes(named)).toEqual(["archives/"]);
    expect(prefixes([...named, running("archives/x/3.zip")])).toEqual(["archives/1.zip", "archives/2.zip"]);
    const inX = archives("x/1.zip", "x/2.zip");
    expect(prefixes([...inX, running("archives/x/3.zip")])).toEqual(["x/1.zip", "x/2.zip"]);
    // The details tell.
    expect(prefixes([...inX, running("archives/x/3.zip", { s3Prefix: "archives/" })])).toEqual(["x/"]);
  });

  test("nor what S3 showed at a key that the path does not tell", () => {
    const proof: ArchiveProof = { outcome: "denied", ...at("exports/x.zip"), because: "forbidden" };
    expect(prefixes([...two, told("other", "elsewhere/x.zip", { proof })])).toEqual(apart);
  });

  describe("without a path, in the bucket that it names:", () => {
    test.each(["exports/", "exports", "exp", "/exports/", "exports/deep/er", "/exports/deep"])(
      "with the prefix %s it keeps its neighbours from being joined",
      (s3Prefix) => {
        const jobs = [...two, ...archives("other/1", "other/2").map((job) => ({ ...job, jobId: `${job.jobId}b` }))];
        expect(prefixes([...jobs, { ...withoutPath, s3Prefix }])).toEqual([...apart, "other/"]);
      },
    );

    test("where the prefix may lack a slash in front, that is read both ways", () => {
      const jobs = archives("/exports/1.zip", "/exports/2.zip");
      expect(prefixes([...jobs, { ...withoutPath, s3Prefix: "exports/" }])).toEqual([
        "/exports/1.zip",
        "/exports/2.zip",
      ]);
    });

    test.each([{}, { s3Prefix: "" }, { s3Path: "" }, { s3Path: bucket }, { s3Path: `${bucket}/` }])(
      "with %j it may be anywhere, and nothing is joined",
      (more) => {
        const jobs = archives("a/1", "a/2", "b/1", "3");
        expect(prefixes([...jobs, { ...withoutPath, ...more }])).toEqual(["3", "a/1", "a/2", "b/1"]);
      },
    );

    test.each([
      { s3Path: "exports/" },
      { s3Path: "archives/exports/" },
      { s3Path: "s3://archives/exports/" },
      { s3Path: "s3://archives/", s3Prefix: "exports/" },
      { s3Path: bucket, s3Prefix: "exports/" },
    ])("with %j it is in that folder", (more) => {
      const jobs = [...two, told("a", "other/1"), told("b", "other/2")];
      expect(prefixes([...jobs, { ...withoutPath, ...more }])).toEqual([...apart, "other/"]);
    });

    test("a folder and a prefix that contradict each other both count", () => {
      const jobs = archives("a/1", "a/2", "b/1", "b/2", "c/1", "c/2");
      const odd = { ...withoutPath, s3Path: "a/", s3Prefix: "b/" };
      expect(prefixes([...jobs, odd])).toEqual(["a/1", "a/2", "b/1", "b/2", "c/"]);
    });

    test("a folder that may begin with the bucket's name is read both ways", () => {
      const jobs = [
        ...archives("s3://archives/x/1", "s3://archives/x/2", "s3://archives/archives/x/1"),
        told("more", "s3://archives/archives/x/2"),
      ];
      expect(prefixes(jobs)).toEqual(["archives/x/", "x/"]);
      expect(prefixes([...jobs, running("archives/x/")])).toEqual(["archives/x/1", "archives/x/2", "x/1", "x/2"]);
    });
  });

  test.each<[string, MailboxExportJob]>([
    ["that names no bucket", { ...withoutBucket, s3Path: "elsewhere/x.zip" }],
    ["that tells nothing", { jobId: "bare" }],
    ["whose buckets contradict each other", running("s3://other/x.zip")],
    [
      "whose buckets contradict each other the other way round",
      { ...running("s3://archives/x.zip"), s3BucketName: "other" },
    ],
    [
      "whose proof is of another bucket",
      running("x.zip", { proof: { outcome: "gone", bucket: "other", key: "x.zip" } }),
    ],
    ["whose URL names no bucket", running("s3:///x.zip")],
  ])("%s: it may be anywhere in the bucket", (_name, job) => {
    expect(prefixes([...two, job], { bucket })).toEqual(apart);
  });

  test("a job of another bucket has nothing in this one", () => {
    for (const s3Path of ["exports/x.zip", "s3://other/exports/x.zip", "", "exports/"]) {
      expect(prefixes([...two, running(s3Path, { s3BucketName: "other" })], { bucket })).toEqual(["exports/"]);
    }
    const { s3BucketName, ...byUrl } = running("s3://other/exports/x.zip");
    expect(prefixes([...two, byUrl], { bucket })).toEqual(["exports/"]);
    expect(prefixes([...two, { ...byUrl, s3Path: "s3://other" }], { bucket })).toEqual(["exports/"]);
  });

  describe("but there is nothing to match", () => {
    test.each(["FAILED", "CANCELLED"])("of a job that is %s and has no path", (state) => {
      expect(prefixes([...two, { ...withoutPath, state }])).toEqual(["exports/"]);
      expect(prefixes([...two, { ...withoutPath, state, s3Prefix: "exports/", s3Path: "" }])).toEqual(["exports/"]);
      expect(prefixes([...two, { ...withoutPath, state, lostFromSight: "timeout" }])).toEqual(apart);
    });

    test("of one whose archive another job has overwritten", () => {
      const proof: ArchiveProof = { outcome: "gone", ...at("exports/1.zip"), overwrittenBy: "done-0" };
      expect(prefixes([...two, told("gone", "exports/1.zip", { proof })])).toEqual(["exports/"]);
      // What is at a key that it may yet write to is another matter.
      const stale: ArchiveProof = { ...proof, key: "exports/x.zip" };
      expect(prefixes([...two, told("gone", "exports/x.zip", { proof: stale, state: "RUNNING" })])).toEqual(apart);
    });
  });
});

describe("an archive that cannot be told apart from what another job writes is refused", () => {
  test.each<[string, MailboxExportJob, RegExp]>([
    [
      "the same key",
      running("exports/a"),
      /^jobs: a rule for 'exports\/a', the archive of done-0, would match 'exports\/a' of running as well, which is 'RUNNING'; wait until it has ended, or leave running out if it left nothing there$/,
    ],
    [
      "a key that it begins",
      told("failed", "exports/alice", { state: "FAILED" }),
      /would match 'exports\/alice' of failed as well, which is 'FAILED'; leave failed out if it left nothing there$/,
    ],
    ["a folder that it begins", running("exports/a/"), /would match 'exports\/a\/' of running as well/],
    ["a prefix that it begins", { ...withoutPath, s3Prefix: "/exports/a2" }, /would match 'exports\/a2' of running/],
    ["lost", running("exports/a", { lostFromSight: "timeout" }), /of running as well, which is lost from sight; wait/],
    [
      "stateless",
      { jobId: "odd", s3BucketName: bucket, s3Path: "exports/a" },
      /of odd as well, which is of no known state/,
    ],
    [
      "unproven",
      told("empty", "exports/a", { proof: { outcome: "empty", ...at("exports/a"), ...facts } }),
      /of empty as well, which is 'COMPLETED', but not proven: empty; leave empty out/,
    ],
  ])("%s", (_name, other, reason) => {
    expect(refusal([...archives("exports/a", "exports/b"), other]).failures).toEqual([
      { property: "jobs", reason: expect.stringMatching(reason) },
    ]);
  });

  test("in one line, whatever the keys and states are called", () => {
    const odd = told("odd", "exports/a\u202e\u001b[2K\nb", { state: "NEW\n" });
    const { message } = refusal([told("done", "exports/a"), odd]);
    expect(message).toContain("would match 'exports/a b' of odd as well, which is 'NEW'; wait");
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("by all of its kind at once, the first ten in full", () => {
    const keys = Array.from({ length: 12 }, (_item, index) => `a/${String(index).padStart(2, "0")}`);
    const jobs = [...archives(...keys), ...keys.map((key, index) => told(`r-${index}`, key, { state: "RUNNING" }))];
    const { failures, message } = refusal(jobs);
    expect(failures).toHaveLength(11);
    expect(message).toContain("'a/00' of r-0 as well");
    expect(message).toContain("'a/09' of r-9 as well");
    expect(failures.at(-1)?.reason).toBe("jobs: 2 more of this kind");
    expect(refusal(jobs.toReversed()).message).toBe(message);
  });

  test("of two archives at one key the job with the lower id is named", () => {
    const two = [told("b", "x/1"), told("a", "x/1"), running("x/1")];
    expect(refusal(two).message).toContain("'x/1', the archive of a, would");
    expect(refusal(two.toReversed()).message).toBe(refusal(two).message);
  });

  test("of two jobs at one key that with the lower id is named as well", () => {
    const both = ["b", "a"].map((jobId) => told(jobId, "x/1", { state: "RUNNING" }));
    expect(refusal([...archives("x/1"), ...both]).message).toContain("would match 'x/1' of a as well");
    expect(refusal([...archives("x/1"), ...both.toReversed()]).message).toContain("would match 'x/1' of a as well");
  });

  test("not where the other key begins it, or a job may write anywhere", () => {
    expect(prefixes([...archives("exports/alice"), running("exports/al")])).toEqual(["exports/alice"]);
    expect(prefixes([...archives("exports/alice"), { ...withoutPath, s3Prefix: "exports/" }])).toEqual([
      "exports/alice",
    ]);
    expect(prefixes([...archives("exports/alice"), withoutPath])).toEqual(["exports/alice"]);
  });
});

describe("an export that is tried again under the same key", () => {
  const hour = (number: number) => `2026-11-20T${String(number).padStart(2, "0")}:00:00.000Z`;
  const again = told("again", "exports/a", { startTime: hour(5), endTime: hour(6) });
  const failed = (startTime: number, endTime: number, more: Partial<MailboxExportJob> = {}) =>
    told("failed", "exports/a", { state: "FAILED", startTime: hour(startTime), endTime: hour(endTime), ...more });
  const seen = { ...proven("exports/a"), lastModified: hour(5) } as const;

  test.each([
    ["after the other had failed", again, failed(1, 5)],
    ["after the other was cancelled", again, failed(1, 2, { state: "CANCELLED" })],
    ["with its object there before the other began", told("again", "exports/a", { proof: seen }), failed(6, 7)],
    ["told in times of other offsets", { ...again, startTime: "2026-11-20T03:00:00+01:00" }, failed(1, 2)],
  ])("gets its rule, %s", (_name, done, other) => {
    expect(prefixes([done, other])).toEqual(["exports/a"]);
    expect(prefixes([done, told("next", "exports/b"), other])).toEqual(["exports/"]);
  });

  test.each([
    ["before the other had failed", again, failed(1, 6)],
    ["while the other runs", again, failed(1, 2, { state: "RUNNING" })],
    ["and the other is lost from sight", again, failed(1, 2, { lostFromSight: "timeout" })],
    ["with its object written after the other began", told("again", "exports/a", { proof: seen }), failed(4, 7)],
    ["and no times are told", told("again", "exports/a"), told("failed", "exports/a", { state: "FAILED" })],
    ["and the other's key only begins so", again, failed(1, 2, { s3Path: "exports/a2" })],
    [
      "and the other is completed, and not proven",
      again,
      failed(1, 2, { state: "COMPLETED", proof: { outcome: "gone", ...at("exports/a") } }),
    ],
  ])("is refused %s", (_name, done, other) => {
    expect(refusal([done, other]).message).toMatch(/a rule for 'exports\/a', the archive of again, would match/);
  });
});

describe("an archive that another job overwrote", () => {
  const overwritten = (entityId: string) =>
    told("first", "exports/a", { entityId, proof: { outcome: "gone", ...at("exports/a"), overwrittenBy: "second" } });
  const second = told("second", "exports/a", { entityId: "bob", proof: proven("exports/a") });
  const noncurrentVersionExpirationDays = 30;

  test("is not in the way, since what is there is the other's", () => {
    expect(prefixes([overwritten("alice"), second])).toEqual(["exports/a"]);
  });

  test("of the same mailbox is not missed, and its older version may go", () => {
    expect(prefixes([overwritten("bob"), second], { noncurrentVersionExpirationDays })).toEqual(["exports/a"]);
  });

  test("of another mailbox is left as an older version alone, which no rule may delete", () => {
    expect(refusal([overwritten("alice"), second], { noncurrentVersionExpirationDays }).message).toContain(
      "of first as well, which is 'COMPLETED', but not proven: overwritten by second, and an older version may be all that is left of it",
    );
  });

  test("by a job that is not told of keeps its place free of rules", () => {
    const others = archives("exports/b", "exports/c");
    expect(prefixes([overwritten("alice"), ...others])).toEqual(["exports/b", "exports/c"]);
  });
});

test("a path that its own prefix contradicts counts by both", () => {
  const others = archives("exports/b", "exports/c");
  expect(prefixes([...others, running("f.zip", { s3Prefix: "exports/" })])).toEqual(["exports/b", "exports/c"]);
  expect(prefixes([...others, running("/else/f.zip", { s3Prefix: "else" })])).toEqual(["exports/"]);
});

test.each([["a\ud800"], ["a\u0001"], ["a\nb"]])("a key that no rule can hold is refused: %j", (key) => {
  expect(refusal([told("odd", `exports/${key}`)]).message).toContain("of odd is cannot be told: its key");
});

describe("which bucket", () => {
  const jobs = [told("a", "x/1"), told("b", "x/2"), told("c", "s3://other/x/3", { s3BucketName: "other" })];

  test("is asked for when there are several, with their names", () => {
    expect(refusal(jobs).failures).toEqual([
      { property: "bucket", reason: "bucket is required, since the jobs are in 2 of them: 'archives', 'other'" },
    ]);
    const many = Array.from({ length: 12 }, (_item, index) =>
      told(`${index}`, "x", { s3BucketName: `b${10 + index}` }),
    );
    expect(refusal(many).message).toMatch(/are in 12 of them: 'b10', 'b11', .*, 'b19' and 2 more$/);
    // Of a job that has not ended as well.
    expect(refusal([told("a", "x/1"), running("s3://third/x")]).message).toMatch(/2 of them: 'archives', 'third'$/);
  });

  test("may be said: then the archives of others are ignored", () => {
    expect(prefixes(jobs, { bucket })).toEqual(["x/"]);
    expect(prefixes(jobs, { bucket: "other" })).toEqual(["x/3"]);
    expect(prefixes(jobs, { bucket: "third" })).toEqual([]);
  });
});

describe("a completed job that does not tell where its archive is", () => {
  const { s3Path, ...lost } = told("lost", "x");

  test.each<[string, MailboxExportJob, string]>([
    ["no path", lost, "it has no s3Path"],
    ["no bucket", { jobId: "lost", state: "COMPLETED", s3Path: "x/1" }, "it has no s3BucketName"],
    ["two buckets", told("lost", "s3://other/x"), "its s3Path names the bucket other"],
    ["a folder", told("lost", "x/"), "its s3Path x/ names no file"],
    ["a proven folder", told("lost", "x/1", { proof: proven("x/") }), "its key 'x/' names no file"],
    ["a proof of the whole bucket", told("lost", "x/1", { proof: proven("") }), "its key '' names no file"],
    ["a key that S3 cannot have", told("lost", `${"é".repeat(512)}x`), "its key is 1025 bytes long"],
  ])("is refused: %s", (_name, job, problem) => {
    const { failures } = refusal([told("fine", "x/2"), job], { bucket });
    expect(failures).toEqual([{ property: "jobs", reason: expect.stringContaining(problem) }]);
    expect(failures[0]?.reason).toMatch(
      /^jobs: where the archive of lost is cannot be told: .*; leave it out to make rules for the others$/,
    );
  });

  test("is refused with all others of its kind, the first ten by name", () => {
    const jobs = Array.from({ length: 13 }, (_item, index) => ({ ...lost, jobId: `job-${10 + index}` }));
    const { failures, message } = refusal(jobs);
    expect(failures).toHaveLength(11);
    expect(message).toContain("job-10");
    expect(message).not.toContain("job-20");
    expect(failures.at(-1)?.reason).toBe("jobs: 3 more of this kind");
    expect(refusal(jobs.toReversed()).message).toBe(message);
  });

  test("is no concern of another bucket", () => {
    expect(prefixes([told("fine", "x/2"), { ...lost, s3BucketName: "other" }], { bucket })).toEqual(["x/2"]);
  });

  test("a key of 1,024 bytes is one", () => {
    const key = "é".repeat(512);
    expect(prefixes([told("long", key)])).toEqual([key]);
  });
});

describe("with proof", () => {
  test.each([
    ["unreachable", /no archive of 2 completed jobs could be seen in S3 \(unreachable; see their proofs\)/],
    ["denied", /no archive of 2 completed jobs could be seen in S3 \(denied; see their proofs\)/],
  ] as const)("where all archives are %s no rule is taken away", (outcome, reason) => {
    const jobs = archives("exports/a", "exports/b").map((job) => ({
      ...job,
      proof: { outcome, ...at(String(job.s3Path)), because: "no answer" },
    }));
    expect(refusal(jobs, { only: "proven" }).message).toMatch(reason);
    expect(refusal(jobs).message).toMatch(reason);
    const unlocated = told("odd", "exports/", { proof: { outcome: "unlocated", because: "no file" } });
    expect(refusal([...jobs, unlocated], { only: "proven" }).message).toContain("could be seen in S3");
    const [first, ...others] = jobs;
    expect(
      prefixes([{ ...told("first", "exports/a"), ...first, proof: proven("exports/a") }, ...others], {
        only: "proven",
      }),
    ).toEqual(["exports/a"]);
  });

  test("one that was unreachable in this read is told so, where it keeps too many from being joined", () => {
    const three = archives("x/1", "x/2", "x/3").map((job) => ({ ...job, proof: proven(String(job.s3Path)) }));
    const lost = told("lost", "x/4", { proof: { outcome: "unreachable", ...at("x/4"), because: "no answer" } });
    expect(refusal([...three, lost], { reservedRules: 998 }).message).toContain(
      "lost ('COMPLETED', but not proven: unreachable when it was looked for; read again)",
    );
  });

  const seen = told("seen", "archives/x/1.zip", { proof: proven("archives/x/1.zip") });

  test("an archive is where it was seen", () => {
    expect(prefixes([seen])).toEqual(["archives/x/1.zip"]);
    expect(prefixes([{ ...seen, s3Path: "elsewhere" }])).toEqual(["archives/x/1.zip"]);
    const moved = { ...seen, proof: proven("x/1.zip", "other") };
    expect(prefixes([moved], { bucket })).toEqual([]);
    expect(prefixes([moved], { bucket: "other" })).toEqual(["x/1.zip"]);
  });

  test("only proven archives get a rule, if it is asked so, and all others are protected", () => {
    const jobs = [
      told("a", "x/1", { proof: proven("x/1") }),
      told("b", "x/2", { proof: proven("x/2") }),
      told("c", "x/3"),
    ];
    expect(prefixes(jobs, { only: "proven" })).toEqual(["x/1", "x/2"]);
    expect(prefixes(jobs, { only: "completed" })).toEqual(["x/"]);
    expect(prefixes(jobs)).toEqual(["x/"]);
  });

  test("a completed job without a place is no obstacle to only proven ones, other than that nothing is joined", () => {
    const { s3Path, ...lost } = told("lost", "");
    const jobs = [
      told("a", "x/1", { proof: proven("x/1") }),
      told("b", "x/2", { proof: proven("x/2") }),
      { ...lost, proof: { outcome: "unlocated", because: "no path" } as const },
    ];
    expect(prefixes(jobs, { only: "proven" })).toEqual(["x/1", "x/2"]);
  });

  test("jobs that were read without it are refused where only proven ones are asked for", () => {
    const reason =
      'only: "proven" needs jobs that were read with prove: true: none of 2 completed jobs was looked for in S3, and a ' +
      "list without rules would take away those that there are";
    expect(refusal(archives("x/1", "x/2"), { only: "proven" }).failures).toEqual([{ property: "only", reason }]);
    const elsewhere = told("other", "x/3", { s3BucketName: "other", proof: proven("x/3", "other") });
    expect(refusal([...archives("x/1", "x/2"), elsewhere], { only: "proven", bucket }).failures).toEqual([
      { property: "only", reason },
    ]);
    expect(refusal(archives("x/1"), { only: "proven" }).message).toContain("none of 1 completed job was");
    expect(prefixes([...archives("x/1"), seen], { only: "proven" })).toEqual(["archives/x/1.zip"]);
    // There is nothing to be proven.
    expect(prefixes([running("x/1")], { only: "proven" })).toEqual([]);
    expect(prefixes([told("a", "x/1", { lostFromSight: "timeout" })], { only: "proven" })).toEqual([]);
  });
});

describe("S3 takes 1,000 rules", () => {
  const many = (count: number) => archives(...Array.from({ length: count }, (_item, index) => `${index}.zip`));

  test("and so many are given", () => {
    expect(prefixes(many(1000))).toHaveLength(1000);
    expect(prefixes(many(990), { reservedRules: 10 })).toHaveLength(990);
    expect(prefixes(many(1), { reservedRules: 999 })).toHaveLength(1);
  });

  test("more are refused, with what is in the way", () => {
    expect(refusal(many(1001)).failures).toEqual([
      {
        property: "jobs",
        reason:
          "jobs: 1001 rules would be needed, and 1000 fit: S3 takes 1,000 in a bucket, less reservedRules. " +
          "The archives are in no directories that could stand for them. Give each wave of exports a prefix of its own " +
          "(s3Prefix of StartMailboxExportJob), for example 'exports/2026-11-24/'",
      },
    ]);
    expect(refusal(many(991), { reservedRules: 10 }).message).toContain("991 rules would be needed, and 990 fit");
    expect(refusal(many(2), { reservedRules: 999 }).message).toContain("2 rules would be needed, and 1 fit");
  });

  test("the jobs in the way are named, those that are not in the way are not", () => {
    const jobs = archives("x/a/1", "x/a/2", "x/b/1", "x/b/2", "y/1", "y/2");
    const between = (...others: readonly MailboxExportJob[]) =>
      refusal([...jobs, ...others], { reservedRules: 998 }).message;
    expect(between(running("x/a/3"), told("failed", "z/1", { state: "FAILED" }))).toMatch(
      /4 rules would be needed, and 2 fit: .* because 1 job that no rule may match is in there: running \('RUNNING'\)\. Give/,
    );
    const others = Array.from({ length: 12 }, (_item, index) => told(`r${10 + index}`, "x/3", { state: "RUNNING" }));
    expect(between(...others)).toMatch(
      /because 12 jobs that no rule may match are in there: r10 \('RUNNING'\), .*, r19 \('RUNNING'\) and 2 more\. Give/,
    );
    expect(between(withoutPath, running("x", { jobId: "around" }))).toMatch(
      /2 jobs that no rule may match are in there: around \('RUNNING'\), running \('RUNNING'\)\. Give/,
    );
  });
});
