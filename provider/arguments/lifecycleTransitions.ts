import type { ArgumentFailure } from "../errors";
import type { LifecycleStorageClass, LifecycleTransition } from "../lifecycleModel";

/** How an object leaves a storage class. */
interface StorageClassRule {
  /** After how many days at the earliest. */
  readonly leastDays: number;
  /** For which other classes. */
  readonly to: readonly LifecycleStorageClass[];
}

/**
 * S3's waterfall: which moves it supports, and how long an object must have been in a class before the same rule may take
 * it out, by the page "Transitioning objects using Amazon S3 Lifecycle" of its User Guide
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html). For the first
 * move there is no least age. Until July 16, 2026 it was 30 days for STANDARD_IA and ONEZONE_IA, as many pages still say:
 * https://aws.amazon.com/about-aws/whats-new/2026/07/s3-removes-30-day-transitions-standard-ia-one-zone-ia
 *
 * @internal
 */
export const storageClassRules = {
  STANDARD_IA: { leastDays: 30, to: ["INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"] },
  INTELLIGENT_TIERING: { leastDays: 0, to: ["ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"] },
  ONEZONE_IA: { leastDays: 30, to: ["GLACIER", "DEEP_ARCHIVE"] },
  GLACIER_IR: { leastDays: 90, to: ["GLACIER", "DEEP_ARCHIVE"] },
  GLACIER: { leastDays: 90, to: ["DEEP_ARCHIVE"] },
  DEEP_ARCHIVE: { leastDays: 180, to: [] },
} as const satisfies Record<LifecycleStorageClass, StorageClassRule>;

/** The moves in the order in which they happen. S3 does not mind how they are written down. @internal */
export function inOrder(transitions: readonly LifecycleTransition[]): readonly LifecycleTransition[] {
  return transitions.toSorted((a, b) => a.days - b.days);
}

/** All that S3 would refuse in a list of moves that are each in order by themselves. @internal */
export function checkTransitions(transitions: readonly LifecycleTransition[]): readonly ArgumentFailure[] {
  const classes = transitions.map(({ storageClass }) => storageClass);
  const twice = new Set(classes.filter((storageClass, index) => classes.indexOf(storageClass) !== index));
  if (twice.size > 0) return [...twice].map((storageClass) => failure(`${storageClass} stands there more than once`));
  const ordered = inOrder(transitions);
  return ordered.slice(1).flatMap((next, index) => {
    const before = ordered[index];
    return before === undefined ? [] : checkMove(before, next);
  });
}

function checkMove(before: LifecycleTransition, next: LifecycleTransition): readonly ArgumentFailure[] {
  const { leastDays, to }: StorageClassRule = storageClassRules[before.storageClass];
  if (!to.includes(next.storageClass)) {
    const others = to.length === 0 ? "nothing" : to.join(" or ");
    return [failure(`S3 moves from ${before.storageClass} to ${others}, not to ${next.storageClass}`)];
  }
  const stay = Math.max(1, leastDays);
  const earliest = before.days + stay;
  if (next.days >= earliest) return [];
  return [
    failure(
      `${next.storageClass} must come ${stay === 1 ? "1 day" : `${stay} days`} or more after ${before.storageClass}, ` +
        `at ${earliest} days or later; got ${next.days}`,
    ),
  ];
}

function failure(reason: string): ArgumentFailure {
  return { property: "transitions", reason: `transitions: ${reason}` };
}
