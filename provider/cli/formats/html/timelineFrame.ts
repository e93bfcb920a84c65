import { type Markup, markup } from "./markup";
import { dayInWords, dayMs, percent, type TimeScale, ticks } from "./timeScale";
import { minuteInWords } from "./timestamp";

/** How many days WorkMail lists a job after it was started. */
const listedDays = 7;

/** The room above the jobs, for the words of the frame, and below them, for the days. @internal */
export const roomAbove = 52;
/** @internal */
export const roomBelow = 28;

/** The moments that a timeline shows besides its jobs. @internal */
export interface Moments {
  readonly readAt: number;
  readonly cutover: number | undefined;
}

/** From when on WorkMail listed jobs when it was read. @internal */
export function listedFrom(readAt: number): number {
  return readAt - listedDays * dayMs;
}

/** What lies behind the jobs: the days, the band of the seven that WorkMail lists, and when it was read. @internal */
export function background(scale: TimeScale, { readAt }: Moments, height: number): readonly Markup[] {
  const start = scale.at(listedFrom(readAt));
  const bottom = roomAbove + height;
  return [
    markup`<rect class="window" x="${percent(start)}" width="${percent(scale.at(readAt) - start)}" y="${roomAbove - 6}" height="${
      height + 6
    }"/>`,
    ...ticks(scale).map((day) => tick(day, scale, bottom)),
    markup`<line class="axis" x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/>`,
    upright("read", scale.at(readAt), roomAbove - 6, bottom),
  ];
}

/** What goes over the jobs: the cutover, and the words. @internal */
export function foreground(scale: TimeScale, { readAt, cutover }: Moments, height: number): readonly Markup[] {
  const [start, end] = [scale.at(listedFrom(readAt)), scale.at(readAt)];
  const listed = words("The seven days that WorkMail listed when it was read", start, end, roomAbove - 13);
  if (cutover === undefined) return [listed];
  const at = scale.at(cutover);
  return [
    upright("cutover", at, 6, roomAbove + height),
    listed,
    words(`Cutover ${minuteInWords(cutover)}`, at, at, 14),
  ];
}

function tick(day: number, scale: TimeScale, bottom: number): Markup {
  const x = percent(scale.at(day));
  return markup`<line class="tick" x1="${x}" x2="${x}" y1="${roomAbove}" y2="${bottom + 5}"/><text class="day" x="${x}" y="${
    bottom + 19
  }" dx="3">${dayInWords(day, scale)}</text>`;
}

function upright(name: string, at: number, top: number, bottom: number): Markup {
  const x = percent(at);
  return markup`<line class="${name}" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/>`;
}

/** Words at a line; on the right half of the picture they end there, so that they do not leave it. */
function words(text: string, left: number, right: number, y: number): Markup {
  return left <= 55
    ? markup`<text class="words" x="${percent(left)}" y="${y}" dx="6">${text}</text>`
    : markup`<text class="words end" x="${percent(right)}" y="${y}" dx="-6">${text}</text>`;
}
