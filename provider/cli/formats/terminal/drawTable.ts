import { cellText, isolated, padded } from "./cell";
import { fitColumns, gap } from "./fitColumns";
import type { Colour, Paint } from "./paint";
import { textWidth } from "./textWidth";

/** A column of a table. @internal */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string;
  readonly least: number;
  readonly dispensable?: number;
  readonly colour?: (row: Row) => Colour | undefined;
}

/** Where a table is drawn. @internal */
export interface Canvas {
  /** Undefined where there is room without end. */
  readonly columns: number | undefined;
  readonly paint: Paint;
}

/**
 * The lines of a table. On a terminal each is one line of it at most, and a last line names the columns that had no room;
 * elsewhere nothing is shortened.
 *
 * @internal
 */
export function drawTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  canvas: Canvas,
): readonly string[] {
  const cells = rows.map((row) => columns.map(({ cell }) => cellText(cell(row))));
  const filled = columns.map((column, index) => {
    const widths = cells.map((row) => textWidth(row[index] ?? ""));
    // A column that has nothing to say needs no room.
    const widest = widths.reduce((a, b) => Math.max(a, b), 0);
    return { ...column, natural: widest === 0 ? 0 : Math.max(widest, column.heading.length) };
  });
  const widths = fitColumns(filled, canvas.columns);
  const line = (texts: readonly string[], paintCell: (text: string, index: number) => string) =>
    texts
      .map((text, index) => ({ text: padded(text, widths[index] ?? 0), index }))
      .filter(({ index }) => (widths[index] ?? 0) > 0)
      .map(({ text, index }) => paintCell(canvas.columns === undefined ? text : isolated(text), index))
      .join(" ".repeat(gap))
      .trimEnd();
  const heading = line(
    columns.map((column) => column.heading),
    (text) => canvas.paint("bold", text),
  );
  const body = rows.map((row, rowIndex) =>
    line(cells[rowIndex] ?? [], (text, index) => {
      const colour = columns[index]?.colour?.(row);
      return colour === undefined ? text : canvas.paint(colour, text);
    }),
  );
  const leftOut = filled.filter(({ natural }, index) => natural > 0 && widths[index] === 0);
  return [heading, ...body, ...leftOutLine(leftOut, canvas)];
}

function leftOutLine(
  leftOut: readonly { readonly heading: string }[],
  { paint, columns = 80 }: Canvas,
): readonly string[] {
  if (leftOut.length === 0) return [];
  const names = leftOut.map(({ heading }) => heading).join(", ");
  return [paint("dim", padded(`No room for ${names}: see --format csv`, columns - 1).trimEnd())];
}
