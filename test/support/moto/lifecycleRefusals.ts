import type { LifecycleRule, Transition } from "@aws-sdk/client-s3";

/** Where S3 moves an object from one class, and after how many days at least. */
const moves: Readonly<Record<string, readonly [leastDays: number, ...to: string[]]>> = {
  STANDARD_IA: [30, "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
  INTELLIGENT_TIERING: [1, "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
  ONEZONE_IA: [30, "GLACIER", "DEEP_ARCHIVE"],
  GLACIER_IR: [90, "GLACIER", "DEEP_ARCHIVE"],
  GLACIER: [90, "DEEP_ARCHIVE"],
  DEEP_ARCHIVE: [180],
};

/**
 * What S3 says no to in a lifecycle configuration, as it documents it; moto takes almost anything. It is written apart from
 * the package, so that a mistake cannot agree with itself.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export function lifecycleRefusals(rules: readonly LifecycleRule[]): string[] {
  const ids = rules.map(({ ID }) => ID);
  return [
    ...when(rules.length === 0, "no rule"),
    ...when(rules.length > 1000, `${rules.length} rules, and 1000 are the most`),
    ...when(new Set(ids).size < ids.length, "two rules of one id"),
    ...rules.flatMap((rule) => ofRule(rule).map((refusal) => `${rule.ID}: ${refusal}`)),
  ];
}

function ofRule(rule: LifecycleRule): string[] {
  const { ID = "", Status, Filter, Expiration, Transitions = [], NoncurrentVersionExpiration: noncurrent } = rule;
  const { AbortIncompleteMultipartUpload: abort, NoncurrentVersionTransitions } = rule;
  const actions = [Expiration, noncurrent, NoncurrentVersionTransitions, abort, Transitions[0]];
  return [
    ...when(ID.length === 0 || ID.length > 255, "an id of 1 to 255 characters is wanted"),
    ...when(Status !== "Enabled" && Status !== "Disabled", `status ${Status}`),
    ...when(
      Filter === undefined || Object.keys(Filter).length !== 1,
      "a filter of one member is wanted: S3 takes an empty one too, for the whole bucket, which nobody means here",
    ),
    ...when(Filter?.Prefix === "" || Buffer.byteLength(Filter?.Prefix ?? "") > 1024, "a prefix of 1 to 1024 bytes"),
    ...when(
      actions.every((action) => action === undefined),
      "nothing to do",
    ),
    ...when(Expiration !== undefined && Object.keys(Expiration).length !== 1, "an expiration by more than one rule"),
    ...when(isNoCount(Expiration?.Days, 1), `expiration after ${Expiration?.Days} days`),
    ...when(isNoCount(noncurrent?.NoncurrentDays, 1), `noncurrent versions after ${noncurrent?.NoncurrentDays} days`),
    ...when(isNoCount(abort?.DaysAfterInitiation, 1), `abort after ${abort?.DaysAfterInitiation} days`),
    ...ofTransitions(Transitions),
    ...when(
      Transitions.some(({ Days = 0 }) => Expiration?.Days !== undefined && Expiration.Days <= Days),
      "it expires before it moves",
    ),
  ];
}

function ofTransitions(transitions: readonly Transition[]): string[] {
  const ordered = transitions.toSorted((a, b) => (a.Days ?? 0) - (b.Days ?? 0));
  return ordered.flatMap(({ Days, StorageClass = "" }, index) => {
    const before = ordered[index - 1];
    const [least = 0, ...to] = moves[before?.StorageClass ?? ""] ?? [0, ...Object.keys(moves)];
    return [
      ...when(Days === undefined || isNoCount(Days, 0), `${StorageClass} after ${Days} days`),
      ...when(!to.includes(StorageClass), `${StorageClass} after ${before?.StorageClass ?? "the class at first"}`),
      ...when((Days ?? 0) < (before?.Days ?? 0) + least, `${StorageClass} too soon after ${before?.StorageClass}`),
    ];
  });
}

function isNoCount(days: number | undefined, least: number): boolean {
  return days !== undefined && !(Number.isInteger(days) && days >= least);
}

function when(refused: boolean, refusal: string): string[] {
  return refused ? [refusal] : [];
}
