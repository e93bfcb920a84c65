import { parseRfc3339 } from "./rfc3339";

/** What one option must be. @internal */
export interface Rule {
  /** The rule in words, to follow "must be". */
  readonly rule: string;
  readonly accepts: (value: unknown) => boolean;
  readonly required?: true;
  /** Can hold what must not stand in a message: then only the form of a wrong value is told. */
  readonly sensitive?: true;
  /** The rules of its members, when it is an object. */
  readonly members?: Rules;
}

/** Rules by option name. @internal */
export type Rules = { readonly [option: string]: Rule };

/** A rule for every option of `Args`, and for nothing else. @internal */
export type RulesOf<Args> = { readonly [Option in keyof Args & string]-?: Rule };

export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

export const text = (rule = "a text that is not empty"): Rule => ({ rule, accepts: isText });

export const flag: Rule = { rule: "true or false", accepts: (value) => typeof value === "boolean" };

export const time: Rule = {
  rule: "an RFC 3339 time with its offset, for example 2026-11-20T00:00:00Z",
  accepts: (value) => parseRfc3339(value) !== undefined,
};

export function matching(pattern: RegExp, rule: string): Rule {
  return { rule, accepts: (value) => typeof value === "string" && pattern.test(value) };
}

export function oneOf(values: readonly string[]): Rule {
  const quoted = values.map((value) => `"${value}"`).join(" or ");
  return { rule: quoted, accepts: (value) => typeof value === "string" && values.includes(value) };
}

export function wholeNumber(least: number, most: number): Rule {
  return {
    rule: `a whole number from ${least} to ${most}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

export function seconds(most: number): Rule {
  return {
    rule: `a number of seconds above 0, at most ${most}`,
    accepts: (value) => typeof value === "number" && value > 0 && value <= most,
  };
}

export function listOf(item: (value: unknown) => boolean, rule: string): Rule {
  return { rule, accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(item) };
}
