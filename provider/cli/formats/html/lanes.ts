import { type Markup, markup } from "./markup";
import type { TimelineJob } from "./timelineJob";
import { percent, type TimeScale } from "./timeScale";
import { minuteInWords } from "./timestamp";
import { jobSigns } from "./tones";

/** A drawing, and how high it is, in pixels. @internal */
export interface Drawing {
  readonly height: number;
  readonly drawn: readonly Markup[];
}

/** How much of the width a job takes besides its time, in percent: the round ends of its line, and its mark. */
const around = 4.5;
const laneHeight = 20;

/** Each job as a line from start to end, in as few lanes as they need. @internal */
export function drawLanes(lanes: readonly (readonly TimelineJob[])[], scale: TimeScale, top: number): Drawing {
  const drawn = lanes.flatMap((lane, index) => lane.map((job) => line(job, scale, top + (index + 0.5) * laneHeight)));
  return { height: lanes.length * laneHeight, drawn };
}

/** Jobs, earliest first, in lanes: each in the first one that is free by then. @internal */
export function inLanes(jobs: readonly TimelineJob[], scale: TimeScale): readonly (readonly TimelineJob[])[] {
  const lanes: { free: number; readonly jobs: TimelineJob[] }[] = [];
  for (const job of jobs) {
    const start = scale.at(job.from);
    const free = scale.at(job.to) + around;
    const lane = lanes.find((each) => each.free <= start);
    if (lane === undefined) lanes.push({ free, jobs: [job] });
    else {
      lane.free = free;
      lane.jobs.push(job);
    }
  }
  return lanes.map((lane) => lane.jobs);
}

function line({ label, jobId, state, from, to }: TimelineJob, scale: TimeScale, y: number): Markup {
  const { tone, mark, title } = jobSigns[state];
  const x = percent(scale.at(to));
  const when = from === to ? minuteInWords(from) : `${minuteInWords(from)} to ${minuteInWords(to)}`;
  return markup`<g class="job ${tone}"><title>${title}: ${label}, job ${jobId}, ${when}</title><line x1="${percent(
    scale.at(from),
  )}" x2="${x}" y1="${y}" y2="${y}"/><text x="${x}" y="${y}" dx="9" dy="4.5">${mark}</text></g>`;
}
