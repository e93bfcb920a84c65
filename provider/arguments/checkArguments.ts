import { inspect } from "node:util";
import type { ArgumentFailure } from "../errors";
import { nearestTo } from "./nearestTo";
import { parseRfc3339 } from "./rfc3339";
import type { Rule, Rules } from "./rule";

/** Says whether a value is only known later, in an update; such a value is not judged. @internal */
export type IsUnknown = (value: unknown) => boolean;

const nothingIsUnknown: IsUnknown = () => false;

/**
 * All that is wrong with `args` by `rules`: unknown options, missing ones, values that break a rule, and times that
 * contradict each other. Empty when all is well.
 *
 * @internal
 */
export function checkArguments(args: unknown, rules: Rules, isUnknown = nothingIsUnknown): readonly ArgumentFailure[] {
  if (!isRecord(args)) {
    return [{ property: "args", reason: `the arguments must be an object; got ${show(args)}` }];
  }
  return [...checkMembers(args, rules, isUnknown, ""), ...checkInterval(args)];
}

function checkMembers(args: Record<string, unknown>, rules: Rules, isUnknown: IsUnknown, path: string) {
  const unknownOptions = Object.keys(args)
    .filter((option) => !Object.hasOwn(rules, option) && args[option] !== undefined)
    .map((option) => unknownOption(option, Object.keys(rules), path));
  const broken = Object.entries(rules).flatMap(([option, rule]) =>
    isUnknown(args[option]) ? [] : checkOption(`${path}${option}`, args[option], rule, isUnknown),
  );
  return [...unknownOptions, ...broken];
}

function checkOption(property: string, value: unknown, rule: Rule, isUnknown: IsUnknown): ArgumentFailure[] {
  if (value === undefined) {
    return rule.required ? [{ property, reason: `${property} is required: ${rule.rule}` }] : [];
  }
  if (!rule.accepts(value)) {
    return [
      { property, reason: `${property} must be ${rule.rule}; got ${rule.sensitive ? formOf(value) : show(value)}` },
    ];
  }
  return rule.members && isRecord(value) ? checkMembers(value, rule.members, isUnknown, `${property}.`) : [];
}

function unknownOption(option: string, known: readonly string[], path: string): ArgumentFailure {
  const nearest = nearestTo(option, known);
  const advice =
    nearest === undefined
      ? `the arguments are ${known.map((name) => path + name).join(", ")}`
      : `did you mean ${path}${nearest}?`;
  return { property: `${path}${option}`, reason: `${path}${option} is not an argument here; ${advice}` };
}

/** Half open, so that intervals that follow each other share no job: an empty one is a mistake. */
function checkInterval({ startedAfter, startedBefore }: Record<string, unknown>): ArgumentFailure[] {
  const from = parseRfc3339(startedAfter);
  const to = parseRfc3339(startedBefore);
  if (from === undefined || to === undefined || from < to) return [];
  return [
    {
      property: "startedAfter",
      reason: `startedAfter must be earlier than startedBefore; got ${show(startedAfter)} and ${show(startedBefore)}`,
    },
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return inspect(value, {
    depth: 1,
    maxStringLength: 80,
    maxArrayLength: 5,
    breakLength: Infinity,
    customInspect: false,
  });
}

function formOf(value: unknown): string {
  return typeof value === "string" ? `a text of ${value.length} characters` : `a value of type ${typeof value}`;
}
