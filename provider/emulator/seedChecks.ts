import { instantOf } from "./instant";
import { isJsonObject, shown } from "./json";
import type { Shape } from "./shapes";

/**
 * One thing that is wrong with a seed.
 * @public
 */
export interface SeedProblem {
  /** Where, as in `organizations[0].jobs[2].startTime`; empty for the whole. */
  readonly path: string;
  /** What would be right. */
  readonly rule: string;
  /** What was found there; `undefined` if nothing was. */
  readonly value: unknown;
}

/** Finds everything that is wrong with a value. @internal */
export type Check = (value: unknown, path: string) => readonly SeedProblem[];

/** @internal */
export const rule =
  (broken: string, holds: (value: unknown) => boolean): Check =>
  (value, path) =>
    holds(value) ? [] : [{ path, rule: broken, value }];

/** @internal */
export const text = rule("must be a string", (value) => typeof value === "string");

/** @internal */
export const shaped =
  (shape: Shape<unknown>): Check =>
  (value, path) => {
    const reading = shape.read(value);
    if ("value" in reading) return [];
    return [{ path, rule: "brokenRule" in reading ? reading.brokenRule : reading.wrongType, value }];
  };

/** @internal */
export const instant = rule(
  'must be an RFC 3339 time, such as "2026-11-20T10:00:00Z"',
  (value) => typeof value === "string" && instantOf(value) !== undefined,
);

/** @internal */
export const numberBetween = (min: number, max: number): Check =>
  rule(
    max === Number.POSITIVE_INFINITY ? `must be a number of at least ${min}` : `must be a number from ${min} to ${max}`,
    (value) => typeof value === "number" && Number.isFinite(value) && value >= min && value <= max,
  );

/** @internal */
export const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${path}[${index}]`))
      : [{ path, rule: "must be a list", value }];

/** An object with these members and no others: a misspelt one would otherwise be a default in silence. @internal */
export const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    if (!isJsonObject(value)) return [{ path, rule: "must be an object", value }];
    const known = { ...required, ...optional };
    const at = (name: string) => (path === "" ? name : `${path}.${name}`);
    return [
      ...Object.keys(value).flatMap((name) =>
        Object.hasOwn(known, name) ? [] : [strange(at(name), value[name], known)],
      ),
      ...Object.entries(known).flatMap(([name, check]) => {
        if (value[name] !== undefined) return check(value[name], at(name));
        return Object.hasOwn(required, name) ? [{ path: at(name), rule: "is required", value: undefined }] : [];
      }),
    ];
  };

function strange(path: string, value: unknown, known: object): SeedProblem {
  return { path, rule: `is not known here; known are ${Object.keys(known).join(", ")}`, value };
}

/** No two items of a list may have the same member. @internal */
export const distinct =
  (member: string): Check =>
  (value, path) =>
    repeated(Array.isArray(value) ? value : [], member, new Set(), path);

/** No two items of these lists of one object may have the same member. @internal */
export const distinctAcross =
  (member: string, ...lists: readonly string[]): Check =>
  (value, path) => {
    const seen = new Set<unknown>();
    return lists.flatMap((list) => {
      const items: unknown = isJsonObject(value) ? value[list] : undefined;
      return repeated(Array.isArray(items) ? items : [], member, seen, `${path}.${list}`);
    });
  };

function repeated(items: readonly unknown[], member: string, seen: Set<unknown>, path: string): readonly SeedProblem[] {
  return items.flatMap((item, index) => {
    const id: unknown = isJsonObject(item) ? item[member] : undefined;
    if (id === undefined || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${path}[${index}].${member}`, rule: "must not occur twice", value: id }];
  });
}

/** @internal */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, path) =>
    checks.flatMap((check) => check(value, path));

/** @internal */
export function problemText({ path, rule: broken, value }: SeedProblem): string {
  return `${path === "" ? "seed" : path}: ${broken}${value === undefined ? "" : `, got ${shown(value)}`}`;
}
