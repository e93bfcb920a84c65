import { type Figure, type Limit, type Result, resultOf } from "./figure";

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
  return [
    what,
    `${ours.toFixed(0)} ${unit}`,
    `${other.toFixed(0)} ${unit}`,
    `${show(compared)}${suffix} (${show(least)}..${show(most)}, ${pairs.length} pairs)`,
    ...verdictOf(limit, suffix, ok),
  ];
}

function verdictOf(limit: Limit, suffix: string, ok: boolean): [limit: string, verdict: string] {
  if ("atMostMore" in limit) return [`${limit.atMostMore}${suffix}`, ok ? "ok" : "over"];
  return Number.isFinite(limit.atMostTimes)
    ? [`${limit.atMostTimes.toFixed(2)}${suffix}`, ok ? "ok" : "over"]
    : ["none", ""];
}
