import { styleText } from "node:util";

/** What the user sees. Colours only on a terminal, and none with NO_COLOR: `styleText` looks for both. */
export interface Screen {
  heading(text: string): void;
  /** Begins a step. */
  title(text: string): void;
  paragraph(text: string): void;
  command(text: string): void;
  /** What the engine said. */
  output(lines: readonly string[]): void;
  /** What was measured of it. */
  margin(text: string): void;
  /** What one may know, outside of the steps. */
  note(text: string): void;
}

const WIDTH = 80;
const INDENT = "  ";
const DEEPER = "    ";

type Format = Parameters<typeof styleText>[0];

export function createScreen(stream: NodeJS.WriteStream): Screen {
  const print = (format: Format, lines: readonly string[], indent = INDENT) => {
    for (const line of lines) stream.write(line === "" ? "\n" : `${indent}${styleText(format, line, { stream })}\n`);
  };
  const text = (format: Format, paragraph: string) =>
    print(
      format,
      paragraph.split("\n").flatMap((line) => wrap(line, WIDTH - INDENT.length)),
    );
  return {
    heading: (line) => print("bold", [line, ""], ""),
    title: (line) => print("bold", ["", line], ""),
    paragraph: (line) => text("reset", line),
    command: (line) => print("cyan", [`$ ${line}`]),
    output: (lines) => {
      // A file keeps the engine's lines as they are; on a terminal a cut in the middle of a word is hard to read.
      const width = stream.isTTY ? stream.columns - DEEPER.length : Number.POSITIVE_INFINITY;
      for (const line of dedented(lines)) print(formatOf(line), wrap(line, width), DEEPER);
    },
    margin: (line) => text("dim", line),
    note: (line) => text("dim", line),
  };
}

function formatOf(line: string): Format {
  const [, marker] = /^\s*([~+-]{1,2})\s/.exec(line) ?? [];
  if (/^(error|Diagnostics):/.test(line.trim())) return "red";
  if (marker === undefined) return "reset";
  return marker === "+" ? "green" : marker === "-" ? "red" : "yellow";
}

/** Without what all lines are indented by: in 80 columns every one counts. */
function dedented(lines: readonly string[]): readonly string[] {
  const common = Math.min(...lines.filter((line) => line !== "").map(indentOf));
  return lines.map((line) => line.slice(common));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Breaks a line at spaces; what follows is indented as deep as the line, and a little more. */
function wrap(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const indent = indentOf(line);
  const cut = line.lastIndexOf(" ", width);
  if (cut <= indent) return [line];
  const hanging = Number.isFinite(width) && indent > 0 ? indent + 2 : 0;
  return [line.slice(0, cut), ...wrap(" ".repeat(hanging) + line.slice(cut).trimStart(), width)];
}
