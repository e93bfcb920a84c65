import type { ArgumentFailure } from "../errors";
import type { ExportLifecyclePolicy, LifecycleTransition } from "../lifecycleModel";
import { checkArguments } from "./checkArguments";
import { isPlainObject } from "./isPlainObject";
import { checkTransitions, storageClassRules } from "./lifecycleTransitions";
import { listOf, matching, oneOf, type Rule, type RulesOf, wholeNumber } from "./rule";

/** S3 counts days with 32 bits. */
const mostDays = 2_147_483_647;
const daysFromOne = wholeNumber(1, mostDays);

/** S3 takes 255 characters in an id; the others are for what tells one rule from another. */
const longestIdPrefix = 238;

const exampleOfMove = "{ days: 90, storageClass: 'DEEP_ARCHIVE' }";

const policyRules = {
  transitions: listOf(() => true, `a list of at least one move, for example [${exampleOfMove}]`),
  expirationDays: daysFromOne,
  noncurrentVersionExpirationDays: daysFromOne,
  abortIncompleteMultipartUploadDays: daysFromOne,
  bucket: matching(
    /^[A-Za-z0-9][A-Za-z0-9.-]{1,61}[A-Za-z0-9]$/,
    "the name of a bucket: 3 to 63 letters, digits, dots or hyphens",
  ),
  reservedRules: wholeNumber(0, 999),
  idPrefix: matching(
    new RegExp(`^[A-Za-z0-9._-]{1,${longestIdPrefix}}$`),
    `1 to ${longestIdPrefix} letters, digits or any of .-_`,
  ),
  only: oneOf(["completed", "proven"]),
} satisfies RulesOf<ExportLifecyclePolicy>;

const moveRules = {
  days: { ...wholeNumber(0, mostDays), required: true },
  storageClass: { ...oneOf(Object.keys(storageClassRules)), required: true },
} satisfies RulesOf<LifecycleTransition>;

const anyPolicy: Rule = {
  rule: `an object, for example { transitions: [${exampleOfMove}] }`,
  accepts: isPlainObject,
  required: true,
};

const anyMove: Rule = {
  rule: `a move, for example ${exampleOfMove}`,
  accepts: isPlainObject,
  required: true,
  members: moveRules,
};

/** Without one of these a rule does nothing, and S3 refuses it. */
const actions = [
  "transitions",
  "expirationDays",
  "noncurrentVersionExpirationDays",
  "abortIncompleteMultipartUploadDays",
] as const satisfies readonly (keyof ExportLifecyclePolicy)[];

/** All that is wrong with a policy. @internal */
export function checkLifecyclePolicy(policy: unknown): readonly ArgumentFailure[] {
  if (!isPlainObject(policy)) return checkArguments({ policy }, { policy: anyPolicy });
  const broken = checkArguments(policy, policyRules);
  const { transitions, expirationDays } = policy;
  const moves: readonly unknown[] = Array.isArray(transitions) ? Array.from(transitions) : [];
  const wholeMoves = moves.every(isTransition) ? moves : [];
  return [
    ...broken,
    ...moves.flatMap(checkMove),
    ...checkTransitions(wholeMoves),
    ...(policyRules.expirationDays.accepts(expirationDays) ? checkExpiration(Number(expirationDays), wholeMoves) : []),
    ...checkActions(policy),
  ];
}

function checkMove(move: unknown, index: number): readonly ArgumentFailure[] {
  const place = `transitions[${index}]`;
  return checkArguments({ [place]: move }, { [place]: anyMove });
}

function isTransition(move: unknown): move is LifecycleTransition {
  return checkMove(move, 0).length === 0;
}

/** S3 wants the end to be later than the last move, not on the same day. */
function checkExpiration(days: number, moves: readonly LifecycleTransition[]): readonly ArgumentFailure[] {
  const last = Math.max(...moves.map((move) => move.days));
  if (days > last) return [];
  const reason = `expirationDays must be later than the last of transitions, which is at ${last}; got ${days}`;
  return [{ property: "expirationDays", reason }];
}

function checkActions(policy: Readonly<Record<string, unknown>>): readonly ArgumentFailure[] {
  if (actions.some((action) => policy[action] !== undefined)) return [];
  return [{ property: "policy", reason: `at least one of ${actions.join(", ")} is required: S3 is to do something` }];
}
