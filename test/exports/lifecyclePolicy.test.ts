import fc from "fast-check";
import { exportLifecycleRules, InvalidArgumentsError } from "../../provider";
import { checkLifecyclePolicy } from "../../provider/arguments/lifecyclePolicyRules";
import { storageClassRules } from "../../provider/arguments/lifecycleTransitions";
import type { LifecycleStorageClass, LifecycleTransition } from "../../provider/lifecycleModel";

const reasons = (policy: unknown) => checkLifecyclePolicy(policy).map(({ reason }) => reason);
const moves = (...transitions: readonly (readonly [number, string])[]) => ({
  transitions: transitions.map(([days, storageClass]) => ({ days, storageClass })),
});
const needed =
  "at least one of transitions, expirationDays, noncurrentVersionExpirationDays, abortIncompleteMultipartUploadDays is " +
  "required: S3 is to do something";

describe("a policy", () => {
  test.each<[unknown]>([
    [{ expirationDays: 1 }],
    [{ noncurrentVersionExpirationDays: 2_147_483_647 }],
    [{ abortIncompleteMultipartUploadDays: 7, reservedRules: 999, idPrefix: "a.b-c_D9", only: "proven" }],
    [{ expirationDays: 1, reservedRules: 0, bucket: "a.b-c", only: "completed", transitions: undefined }],
    [{ expirationDays: 1, bucket: `a${"b".repeat(61)}c`, idPrefix: "x".repeat(238) }],
    [moves([0, "STANDARD_IA"])],
    [moves([0, "ONEZONE_IA"])],
    [{ ...moves([0, "INTELLIGENT_TIERING"]), expirationDays: 1 }],
    [
      moves(
        [0, "STANDARD_IA"],
        [30, "INTELLIGENT_TIERING"],
        [31, "ONEZONE_IA"],
        [61, "GLACIER"],
        [151, "DEEP_ARCHIVE"],
      ),
    ],
    [moves([94, "DEEP_ARCHIVE"], [4, "GLACIER_IR"])],
  ])("is fine: %j", (policy) => {
    expect(reasons(policy)).toEqual([]);
  });

  test.each<[unknown, string | RegExp]>([
    [undefined, /^policy is required: an object, for example \{ transitions: \[\{ days: 90, /],
    [null, /^policy must be an object, for example .*; got null$/],
    [[], /^policy must be an object, for example .*; got \[\]$/],
    [new Map(), /^policy must be an object, .*; got Map\(0\) \{\}$/],
    [{}, needed],
    [{ transitions: undefined, bucket: "archives" }, needed],
    [{ expirationDays: 0 }, "expirationDays must be a whole number from 1 to 2147483647; got 0"],
    [{ expirationDays: 1.5 }, /^expirationDays must be .*; got 1\.5$/],
    [{ expirationDays: "30" }, /^expirationDays must be .*; got '30'$/],
    [{ expirationDays: 2_147_483_648 }, /^expirationDays must be/],
    [{ expirationDays: null }, /^expirationDays must be .*; got null$/],
    [{ noncurrentVersionExpirationDays: 0 }, /^noncurrentVersionExpirationDays must be a whole number from 1/],
    [{ abortIncompleteMultipartUploadDays: -1 }, /^abortIncompleteMultipartUploadDays must be a whole number from 1/],
    [{ expirationDays: 1, reservedRules: 1000 }, "reservedRules must be a whole number from 0 to 999; got 1000"],
    [{ expirationDays: 1, reservedRules: -1 }, /^reservedRules must be/],
    [{ expirationDays: 1, idPrefix: "" }, "idPrefix must be 1 to 238 letters, digits or any of .-_; got ''"],
    [{ expirationDays: 1, idPrefix: "x".repeat(239) }, /^idPrefix must be 1 to 238/],
    [{ expirationDays: 1, idPrefix: "my rules" }, /^idPrefix must be .*; got 'my rules'$/],
    [{ expirationDays: 1, idPrefix: "own\n" }, /^idPrefix must be/],
    [{ expirationDays: 1, bucket: "ab" }, /^bucket must be the name of a bucket: 3 to 63 letters, .*; got 'ab'$/],
    [{ expirationDays: 1, bucket: `a${"b".repeat(62)}c` }, /^bucket must be/],
    [{ expirationDays: 1, bucket: "arn:aws:s3:::archives" }, /^bucket must be/],
    [{ expirationDays: 1, bucket: "archives/" }, /^bucket must be/],
    [{ expirationDays: 1, bucket: "" }, /^bucket must be/],
    [{ expirationDays: 1, only: "all" }, 'only must be "completed" or "proven"; got \'all\''],
    [{ expirationDays: 1, only: true }, /^only must be/],
    [{ expirationDays: 1, reserved: 1 }, "reserved is not an argument here; did you mean reservedRules?"],
    [{ expirationDays: 1, constructor: 1 }, /^constructor is not an argument here; the arguments are transitions, /],
    [{ transitions: [] }, /^transitions must be a list of at least one move, for example \[\{ days: 90, .*; got \[\]$/],
    [{ transitions: { days: 1, storageClass: "GLACIER" } }, /^transitions must be a list of at least one move/],
    [{ transitions: "GLACIER" }, /^transitions must be a list .*; got 'GLACIER'$/],
    [{ transitions: ["GLACIER"] }, /^transitions\[0\] must be a move, for example \{ days: 90, .*; got 'GLACIER'$/],
    [{ transitions: [undefined] }, /^transitions\[0\] is required: a move/],
    // A hole in a list, which most ways through it pass over.
    // biome-ignore lint/suspicious/noSparseArray: that is what is looked at
    [{ transitions: [, { days: 1, storageClass: "GLACIER" }] }, /^transitions\[0\] is required: a move/],
    [
      { transitions: [{ storageClass: "GLACIER" }] },
      /^transitions\[0\]\.days is required: a whole number from 0 to 2147483647$/,
    ],
    [{ transitions: [{ days: 1 }] }, /^transitions\[0\]\.storageClass is required: "STANDARD_IA" or "/],
    [moves([-1, "GLACIER"]), /^transitions\[0\]\.days must be a whole number from 0 .*; got -1$/],
    [
      moves([1, "STANDARD"]),
      /^transitions\[0\]\.storageClass must be "STANDARD_IA" or .* or "DEEP_ARCHIVE"; got 'STANDARD'$/,
    ],
    [moves([1, "Glacier"]), /^transitions\[0\]\.storageClass must be/],
    [moves([1, "toString"]), /^transitions\[0\]\.storageClass must be/],
    [
      { transitions: [{ days: 1, storageClass: "GLACIER", storageclass: "x" }] },
      "transitions[0].storageclass is not an argument here; did you mean transitions[0].storageClass?",
    ],
    [moves([1, "GLACIER"], [200, "GLACIER"]), "transitions: GLACIER stands there more than once"],
    [
      moves([0, "STANDARD_IA"], [29, "GLACIER"]),
      "transitions: GLACIER must come 30 days or more after STANDARD_IA, at 30 days or later; got 29",
    ],
    [
      moves([20, "DEEP_ARCHIVE"], [4, "GLACIER_IR"]),
      "transitions: DEEP_ARCHIVE must come 90 days or more after GLACIER_IR, at 94 days or later; got 20",
    ],
    [
      moves([7, "INTELLIGENT_TIERING"], [7, "GLACIER"]),
      "transitions: GLACIER must come 1 day or more after INTELLIGENT_TIERING, at 8 days or later; got 7",
    ],
    [
      moves([10, "GLACIER"], [200, "STANDARD_IA"]),
      "transitions: S3 moves from GLACIER to DEEP_ARCHIVE, not to STANDARD_IA",
    ],
    [
      moves([30, "ONEZONE_IA"], [90, "GLACIER_IR"]),
      "transitions: S3 moves from ONEZONE_IA to GLACIER or DEEP_ARCHIVE, not to GLACIER_IR",
    ],
    [
      moves([30, "DEEP_ARCHIVE"], [900, "GLACIER"]),
      "transitions: S3 moves from DEEP_ARCHIVE to nothing, not to GLACIER",
    ],
    [
      { ...moves([90, "GLACIER"]), expirationDays: 90 },
      "expirationDays must be later than the last of transitions, which is at 90; got 90",
    ],
    [
      { ...moves([120, "DEEP_ARCHIVE"], [30, "GLACIER"]), expirationDays: 100 },
      /^expirationDays must be later .* at 120; got 100$/,
    ],
  ])("%j is one clear failure", (policy, reason) => {
    const all = reasons(policy);
    expect(all.filter((each) => each !== needed || reason === needed)).toEqual([
      typeof reason === "string" ? reason : expect.stringMatching(reason),
    ]);
  });

  test("tells all that is wrong at once, together with what is wrong with the jobs", () => {
    const policy: object = {
      ...moves([1, "DEEP_ARCHIVE"], [2, "GLACIER"]),
      expirationDays: 2,
      reservedRules: "many",
      onyl: 1,
    };
    const jobs: object[] = [{ jobId: "1", state: 7 }, { jobId: "" }];
    const attempt = () => exportLifecycleRules(jobs as never, policy);
    expect(attempt).toThrow(InvalidArgumentsError);
    expect(attempt).toThrow(
      /^exportLifecycleRules: 6 arguments are wrong:\n.*onyl is not an argument here; did you mean only\?\n.*reservedRules must be .*\n.*transitions: S3 moves from DEEP_ARCHIVE to nothing.*\n.*expirationDays must be later.*\n.*jobs\[0\]\.state must be.*\n.*jobs\[1\]\.jobId must be/,
    );
    const nothing: object = {};
    expect(() => exportLifecycleRules(nothing as never, { expirationDays: 1 })).toThrow(
      "exportLifecycleRules: jobs must be a list of mailbox export jobs",
    );
  });
});

describe("S3's waterfall", () => {
  const classes = Object.keys(storageClassRules) as LifecycleStorageClass[];
  const chains = fc
    .shuffledSubarray(classes, { minLength: 1 })
    .chain((chain) =>
      fc.tuple(
        ...chain.map((storageClass) => fc.integer({ min: 0, max: 400 }).map((days) => ({ days, storageClass }))),
      ),
    );

  test.each(classes)("no way leads back to %s", (storageClass) => {
    const reached = new Set<LifecycleStorageClass>();
    const next: LifecycleStorageClass[] = [...storageClassRules[storageClass].to];
    for (let each = next.pop(); each !== undefined; each = next.pop()) {
      if (!reached.has(each)) next.push(...storageClassRules[each].to);
      reached.add(each);
    }
    expect(reached).not.toContain(storageClass);
  });

  // By a definition of its own: each pair of moves, from the User Guide's list of what is not supported and its least stays.
  test("is kept by every pair of moves of a policy that passes, and a policy fails only where a pair does not keep it", () => {
    const rank = ["STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"];
    const rankOf = (move: LifecycleTransition) =>
      rank.findIndex((names) => names.split(" ").includes(move.storageClass));
    const stays: Readonly<Record<string, number>> = { STANDARD_IA: 30, ONEZONE_IA: 30, GLACIER_IR: 90, GLACIER: 90 };
    let passed = 0;
    fc.assert(
      fc.property(chains, (transitions) => {
        const pairs = transitions.flatMap((one) => transitions.map((other) => [one, other] as const));
        const isKept = pairs.every(([one, other]) => {
          if (one === other) return true;
          const [warm, cold] = rankOf(one) < rankOf(other) ? [one, other] : [other, one];
          return rankOf(warm) < rankOf(cold) && cold.days - warm.days >= Math.max(1, stays[warm.storageClass] ?? 0);
        });
        expect(reasons({ transitions }).length === 0).toBe(isKept);
        if (isKept && transitions.length > 1) passed += 1;
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});
