import { type IBufferCell, Terminal } from "@xterm/headless";

/** A line as it stands on the screen. */
export interface ScreenLine {
  /** What stands in it, without the blanks at its end. */
  readonly text: string;
  /** Whether it is the rest of the line above, for which there was no room there. */
  readonly isWrapped: boolean;
  /** What stands from one column of the screen to another, counted from 0, the second one not among them. */
  readonly between: (from: number, to?: number) => string;
  /** The number of the colour that a column is written in, of the sixteen; undefined where it is the terminal's own. */
  readonly colourAt: (column: number) => number | undefined;
  readonly isBoldAt: (column: number) => boolean;
}

/** What a terminal of so many columns shows after an output: everything from its first line on, scrolled away or not. */
export async function screenOf(output: string, columns: number): Promise<readonly ScreenLine[]> {
  const terminal = new Terminal({ cols: columns, rows: 50, scrollback: 5000, allowProposedApi: true });
  await new Promise<void>((settle) => terminal.write(output, settle));
  const { active } = terminal.buffer;
  const lines = Array.from({ length: active.length }, (_each, row) => lineOf(terminal, row));
  terminal.dispose();
  return lines.slice(0, lines.findLastIndex(({ text }) => text !== "") + 1);
}

/** Reads the line at once: the terminal is gone when somebody looks at it. */
function lineOf(terminal: Terminal, row: number): ScreenLine {
  const line = terminal.buffer.active.getLine(row);
  if (line === undefined) throw new Error(`the screen has no line ${row}`);
  const cells = Array.from({ length: line.length }, (_each, column) => cellOf(line.getCell(column)));
  const at = (column: number) => cells[column] ?? blank;
  const between = (from: number, to?: number) =>
    cells
      .slice(from, to)
      .map(({ text }) => text)
      .join("");
  return {
    text: between(0).trimEnd(),
    isWrapped: line.isWrapped,
    between,
    colourAt: (column) => at(column).colour,
    isBoldAt: (column) => at(column).isBold,
  };
}

interface Cell {
  readonly text: string;
  readonly colour: number | undefined;
  readonly isBold: boolean;
}

const blank: Cell = { text: " ", colour: undefined, isBold: false };

function cellOf(cell: IBufferCell | undefined): Cell {
  if (cell === undefined) return blank;
  // The marks that keep a text from right to left in its cell fill no column; xterm gives them to the cell before. And the
  // second half of a wide character has a width of 0 and no text; a cell that nobody wrote to has no text either.
  const text = cell.getChars().replaceAll("\u200e", "") || (cell.getWidth() === 0 ? "" : " ");
  return { text, colour: cell.isFgPalette() ? cell.getFgColor() : undefined, isBold: cell.isBold() !== 0 };
}
