/** A column of a table, as far as its width goes. @internal */
export interface Sized {
  /** The width of its widest cell. */
  readonly natural: number;
  /** Below this it says nothing any more. */
  readonly least: number;
  /** Which go first when there is no room: the highest number; without one it stays. */
  readonly dispensable?: number | undefined;
}

/** The blanks between two columns. @internal */
export const gap = 2;

/**
 * The widths of the columns in so much room; 0 for one that is left out. Columns are left out only once all are as narrow
 * as they can be, and what is still too wide then is cut at the end of its line.
 *
 * @internal
 */
export function fitColumns(columns: readonly Sized[], room: number | undefined): readonly number[] {
  if (room === undefined) return columns.map(({ natural }) => natural);
  const kept = columns.map((column, index) => ({ ...column, index }));
  while (widthOf(kept.map(leastOf)) > room) {
    const last = kept.reduce((a, b) => ((b.dispensable ?? 0) > (a.dispensable ?? 0) ? b : a));
    if (last.dispensable === undefined) break;
    kept.splice(kept.indexOf(last), 1);
  }
  const widths = shrink(kept, room);
  return columns.map((_column, index) => widths.get(index) ?? 0);
}

function leastOf({ natural, least }: Sized): number {
  return Math.min(natural, least);
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0) + gap * Math.max(0, widths.length - 1);
}

/** The widest column gives first, so that short cells stay whole as long as they can. */
function shrink(columns: readonly (Sized & { readonly index: number })[], room: number): ReadonlyMap<number, number> {
  const widths = new Map(columns.map(({ index, natural }) => [index, natural]));
  for (let surplus = widthOf([...widths.values()]) - room; surplus > 0; surplus -= 1) {
    const [widest] = columns
      .map((column) => ({ index: column.index, width: widths.get(column.index) ?? 0, least: leastOf(column) }))
      .filter(({ width, least }) => width > least)
      .sort((a, b) => b.width - a.width);
    if (widest === undefined) break;
    widths.set(widest.index, widest.width - 1);
  }
  return widths;
}
