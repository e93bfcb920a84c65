import type { Drawing } from "./lanes";
import { type Markup, markup } from "./markup";
import { count, inDigits } from "./numbers";
import { fillOf } from "./patterns";
import type { TimelineJob } from "./timelineJob";
import { dayInWords, dayMs, percent, type TimeScale } from "./timeScale";
import { type JobCountedAs, jobSigns, jobsGravestFirst } from "./tones";

/** How many jobs started in a stretch of whole days, by state. @internal */
export interface Bin {
  readonly from: number;
  readonly days: number;
  readonly counts: Readonly<Record<JobCountedAs, number>>;
  readonly total: number;
}

/** More columns than this would be too thin to see. */
const mostBins = 92;

/** The days of a scale with the jobs that started in each; of a long one, several days together. @internal */
export function binsOf(jobs: readonly TimelineJob[], { from, to }: TimeScale): readonly Bin[] {
  const days = Math.ceil((to - from) / dayMs / mostBins);
  const length = Math.ceil((to - from) / (days * dayMs));
  const byBin = Map.groupBy(jobs, (job) => Math.floor((job.from - from) / (days * dayMs)));
  return Array.from({ length }, (_, index) => {
    const started = byBin.get(index) ?? [];
    return { from: from + index * days * dayMs, days, counts: countStates(started), total: started.length };
  });
}

function countStates(jobs: readonly TimelineJob[]): Record<JobCountedAs, number> {
  const counts = { failed: 0, cancelled: 0, other: 0, running: 0, completed: 0 };
  for (const { state } of jobs) counts[state] += 1;
  return counts;
}

/** Columns of this height, and above them room for their number. */
const columnHeight = 150;
const numberHeight = 18;

/** One column a day, of as many jobs as started then, by state. @internal */
export function drawHistogram(bins: readonly Bin[], scale: TimeScale, top: number): Drawing {
  const most = bins.reduce((highest, { total }) => Math.max(highest, total), 1);
  const bottom = top + numberHeight + columnHeight;
  const drawn = bins.filter(({ total }) => total > 0).map((bin) => column(bin, scale, bottom, columnHeight / most));
  return { height: numberHeight + columnHeight, drawn };
}

/** How much of its time a column fills: the rest is the gap to the next. */
const filled = 0.84;

function column(bin: Bin, scale: TimeScale, bottom: number, heightOfOne: number): Markup {
  const whole = scale.at(bin.from + bin.days * dayMs) - scale.at(bin.from);
  const x = scale.at(bin.from) + (whole * (1 - filled)) / 2;
  let y = bottom;
  const segments = jobsGravestFirst.toReversed().map((state) => {
    const height = bin.counts[state] * heightOfOne;
    if (height === 0) return undefined;
    y -= height;
    return segment(bin, state, scale, { x, y, width: whole * filled, height });
  });
  // Above thin columns the numbers would run into each other; the table below the picture has them all.
  const number =
    whole < 2.6
      ? undefined
      : markup`<text class="number" x="${percent(x + (whole * filled) / 2)}" y="${rounded(y - 5)}">${inDigits(bin.total)}</text>`;
  return markup`${segments}${number}`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function segment(bin: Bin, state: JobCountedAs, scale: TimeScale, { x, y, width, height }: Box): Markup {
  const { tone, title } = jobSigns[state];
  const words = `${binInWords(bin, scale)}: ${count(bin.counts[state], "job", "jobs")} started, ${title.toLowerCase()}`;
  return markup`<rect class="segment" x="${percent(x)}" y="${rounded(y)}" width="${percent(width)}" height="${rounded(
    height,
  )}" fill="${fillOf(tone)}"><title>${words}</title></rect>`;
}

/** The day of a column, or from when to when it goes. @internal */
export function binInWords({ from, days }: Bin, scale: TimeScale): string {
  const first = dayInWords(from, scale);
  // The last one may reach beyond the scale, where there are no jobs.
  const last = Math.min(from + days * dayMs, scale.to) - 1;
  return days === 1 ? first : `${first} to ${dayInWords(last, scale)}`;
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
