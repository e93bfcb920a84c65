import { compareKeys, type Entry } from "./order";
import type { Position, TokenScope, Tokens } from "./tokens";

/** @internal */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: Position;
}

/** How many a page holds when the client does not say: the most the model allows. The real number is not documented. @internal */
export const DEFAULT_PAGE_SIZE = 100;

/** @internal */
export function openPosition(
  tokens: Pick<Tokens, "open">,
  scope: TokenScope,
  token: string | undefined,
  nowMs: number,
): Position {
  return token === undefined ? { asOfMs: nowMs, page: 1 } : tokens.open(scope, token);
}

/**
 * The entries after a position, which names the last entry handed out and not a count: entries that come or go between
 * two pages neither double nor skip another.
 * @internal
 */
export function pageAfter<T>(
  entries: readonly Entry<T>[],
  position: Position,
  pageSize: number,
  keep: (value: T) => boolean,
): Page<T> {
  const taken: Entry<T>[] = [];
  for (let i = firstAfter(entries, position); i < entries.length; i++) {
    const entry = entries[i];
    if (!entry || !keep(entry.value)) continue;
    const last = taken.at(-1);
    if (last && taken.length === pageSize) {
      const next = { asOfMs: position.asOfMs, page: position.page + 1, after: last.key };
      return { items: taken.map(({ value }) => value), next };
    }
    taken.push(entry);
  }
  return { items: taken.map(({ value }) => value) };
}

function firstAfter(entries: readonly Entry<unknown>[], { after }: Position): number {
  if (!after) return 0;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && compareKeys(entry.key, after) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
