/** @internal */
export const dayMs = 24 * 3_600_000;

/** A stretch of time, and where in it a moment is drawn. @internal */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  /** In percent of the width. Not in pixels: letters stay as large as they are, however wide the page is. */
  readonly at: (ms: number) => number;
}

/** A scale of whole days in UTC that holds all of these moments. @internal */
export function timeScale(moments: readonly number[]): TimeScale {
  // Not Math.min(...): thousands of arguments are too many for some engines.
  const first = moments.reduce((least, each) => Math.min(least, each));
  const last = moments.reduce((most, each) => Math.max(most, each));
  const from = Math.floor(first / dayMs) * dayMs;
  const to = (Math.floor(last / dayMs) + 1) * dayMs;
  return { from, to, at: (ms) => ((ms - from) / (to - from)) * 100 };
}

/** `12.345%` @internal */
export function percent(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}

/** The days to write below the scale: so few that there is room for each. @internal */
export function ticks({ from, to }: TimeScale): readonly number[] {
  const step = Math.ceil((to - from) / dayMs / mostTicks) * dayMs;
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}

const mostTicks = 10;

/** `21 Nov`; over long stretches, with the year. @internal */
export function dayInWords(ms: number, { from, to }: TimeScale): string {
  const [year = "", month = "", day = ""] = new Date(ms).toISOString().slice(0, 10).split("-");
  const short = `${Number(day)} ${months[Number(month) - 1]}`;
  return to - from > 180 * dayMs ? `${short} ${year}` : short;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
