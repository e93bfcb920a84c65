import type { Pair } from "./pairs";

/** How the two sides are compared, and the most that is allowed: a factor (without end: only shown), or so much on top. */
export type Limit = { readonly atMostTimes: number } | { readonly atMostMore: number };

/** One line of the table, before it is worked out. */
export interface Figure {
  readonly what: string;
  readonly unit: "ms" | "MB" | "ns" | "B" | "%";
  readonly limit: Limit;
  readonly pairs: readonly Pair[];
}

/** A figure worked out. */
export interface Result {
  readonly ours: number;
  readonly other: number;
  /** The median of what each pair gave, and its extremes: ratios, or differences. */
  readonly compared: number;
  readonly least: number;
  readonly most: number;
  readonly ok: boolean;
}

/**
 * Compares within each pair and takes the median of that, not the ratio of the medians: what slows the whole machine
 * for a while slows both sides of a pair.
 */
export function resultOf({ limit, pairs }: Figure): Result {
  const compared = pairs.map(({ ours, other }) => ("atMostTimes" in limit ? ours / other : ours - other));
  const middle = median(compared);
  return {
    ours: median(pairs.map(({ ours }) => ours)),
    other: median(pairs.map(({ other }) => other)),
    compared: middle,
    least: Math.min(...compared),
    most: Math.max(...compared),
    ok: middle <= ("atMostTimes" in limit ? limit.atMostTimes : limit.atMostMore),
  };
}

/** NaN of no values, so that a bench that measured nothing is over its limit. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(sorted.length / 2) - 1, sorted.length / 2 + 1);
  return (low + high) / 2;
}
