import { type Bin, binInWords, binsOf, drawHistogram } from "./histogram";
import { type Drawing, drawLanes, inLanes } from "./lanes";
import { type Markup, markup } from "./markup";
import { count, inDigits, isOrAre } from "./numbers";
import { swatch } from "./swatch";
import { background, foreground, listedFrom, type Moments, roomAbove, roomBelow } from "./timelineFrame";
import { type LabelledJob, type TimelineJob, timelineJobs } from "./timelineJob";
import { type TimeScale, timeScale } from "./timeScale";
import { minuteInWords } from "./timestamp";
import { jobSigns, jobsGravestFirst } from "./tones";

/** What a timeline is drawn of. @internal */
export interface Timeline {
  readonly jobs: readonly LabelledJob[];
  /** RFC 3339. */
  readonly readAt: string;
  readonly cutover?: string | undefined;
}

/** More jobs than this, or more at the same time, and days are counted instead. */
const mostLines = 60;
const mostLanes = 24;

/** When the jobs ran: a picture, what it shows in a sentence, and the days in numbers. @internal */
export function timeline({ jobs, readAt, cutover }: Timeline): Markup {
  const moments: Moments = { readAt: Date.parse(readAt), cutover: momentIfAny(cutover) };
  const timed = timelineJobs(jobs, moments.readAt);
  if (timed.length === 0) return markup`<p class="nothing">${nothingDrawn(jobs.length)}</p>`;
  const scale = timeScale([
    listedFrom(moments.readAt),
    moments.readAt,
    ...(moments.cutover === undefined ? [] : [moments.cutover]),
    ...timed.flatMap(({ from, to }) => [from, to]),
  ]);
  const bins = binsOf(timed, scale);
  const sentence = inWords(timed, jobs.length - timed.length, moments);
  return markup`<figure class="timeline"><figcaption>${sentence}</figcaption>${picture(timed, bins, scale, moments)}${legend(
    timed,
  )}${daysTable(bins, scale)}</figure>`;
}

function momentIfAny(text: string | undefined): number | undefined {
  const ms = Date.parse(text ?? "");
  return Number.isNaN(ms) ? undefined : ms;
}

function nothingDrawn(jobs: number): string {
  return jobs === 0 ? "No job is known." : `${count(jobs, "job does", "jobs do")} not tell when it started.`;
}

function picture(timed: readonly TimelineJob[], bins: readonly Bin[], scale: TimeScale, moments: Moments): Markup {
  const { height, drawn } = jobsDrawn(timed, bins, scale);
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Timeline; its days in numbers stand below"><svg role="img" aria-label="Export jobs over the days" width="100%" height="${
    roomAbove + height + roomBelow
  }">${background(scale, moments, height)}${drawn}${foreground(scale, moments, height)}</svg></div>`;
}

function jobsDrawn(timed: readonly TimelineJob[], bins: readonly Bin[], scale: TimeScale): Drawing {
  if (timed.length <= mostLines) {
    const lanes = inLanes(timed, scale);
    if (lanes.length <= mostLanes) return drawLanes(lanes, scale, roomAbove);
  }
  return drawHistogram(bins, scale, roomAbove);
}

function inWords(timed: readonly TimelineJob[], untimed: number, { readAt, cutover }: Moments): string {
  const first = timed.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const last = timed.reduce((most, { from }) => Math.max(most, from), Number.NEGATIVE_INFINITY);
  const between =
    first === last
      ? `started at ${minuteInWords(first)}`
      : `started between ${minuteInWords(first)} and ${minuteInWords(last)}`;
  const early = timed.filter(({ from }) => cutover !== undefined && from < cutover).length;
  const old = timed.filter(({ from }) => from < listedFrom(readAt)).length;
  return [
    `${count(timed.length, "job", "jobs")} ${between}.`,
    early > 0 ? `${inDigits(early)} of them started before the cutover.` : "",
    old > 0 ? `${inDigits(old)} of them started before the seven days that WorkMail lists.` : "",
    untimed > 0 ? `${count(untimed, "more job", "more jobs")} ${isOrAre(untimed)} not drawn: no start is told.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function legend(timed: readonly TimelineJob[]): Markup {
  const states = jobsGravestFirst.toReversed().filter((state) => timed.some((job) => job.state === state));
  return markup`<ul class="keys">${states.map((state) => {
    const { tone, mark, title } = jobSigns[state];
    return markup`<li class="${tone}">${swatch(tone)}<span aria-hidden="true">${mark}</span> ${title}</li>`;
  })}</ul>`;
}

function daysTable(bins: readonly Bin[], scale: TimeScale): Markup {
  const states = jobsGravestFirst.toReversed();
  const rows = bins
    .filter(({ total }) => total > 0)
    .map(
      (bin) =>
        markup`<tr><th scope="row">${binInWords(bin, scale)}</th>${states.map(
          (state) => markup`<td>${inDigits(bin.counts[state])}</td>`,
        )}<td>${inDigits(bin.total)}</td></tr>`,
    );
  return markup`<details><summary>The days in numbers</summary><div class="scroll" tabindex="0" role="group" aria-label="Jobs by the day they started"><table class="plain numbers"><caption class="unseen">Jobs by the day they started</caption><thead><tr><th scope="col">Started</th>${states.map(
    (state) => markup`<th scope="col">${jobSigns[state].title}</th>`,
  )}<th scope="col">All</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
