import { type Figure, type Result, resultOf } from "./figure";

const HEADINGS = ["what", "ours", "other", "ours against other", "limit", ""];

/** The figures as a table for people, one line each. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map((figure) => rowOf(figure, resultOf(figure)))];
  const widths = HEADINGS.map((_heading, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rowOf({ what, unit, limit, pairs }: Figure, result: Result): string[] {
  const { ours, other, compared, least, most, ok } = result;
  const show = "atMostTimes" in limit ? (value: number) => value.toFixed(2) : (value: number) => value.toFixed(1);
  const suffix = "atMostTimes" in limit ? "x" : ` ${unit} more`;
  const allowed = "atMostTimes" in limit ? limit.atMostTimes.toFixed(2) : String(limit.atMostMore);
  return [
    what,
    `${ours.toFixed(0)} ${unit}`,
    `${other.toFixed(0)} ${unit}`,
    `${show(compared)}${suffix} (${show(least)}..${show(most)}, ${pairs.length} pairs)`,
    `${allowed}${suffix}`,
    ok ? "ok" : "over",
  ];
}
