import { type Markup, markup } from "./markup";
import { inDigits, share } from "./numbers";
import { fillOf } from "./patterns";
import { swatch } from "./swatch";
import type { Sign } from "./tones";

/** One part of a whole. @internal */
export interface Part {
  readonly sign: Sign;
  readonly count: number;
  /** What it means, for the legend. */
  readonly meaning?: string;
}

/** A whole in its parts: a bar, and a legend that says the same in words. @internal */
export function shareBar(parts: readonly Part[], whole: string): Markup {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return markup`<p class="nothing">Nothing to count.</p>`;
  const inWords = shown.map(({ sign, count }) => `${sign.title} ${inDigits(count)}`).join(", ");
  return markup`<figure class="share"><svg class="bar" role="img" aria-label="Of ${whole}: ${inWords}" width="100%" height="28">${segments(
    shown,
    total,
  )}</svg><ul class="legend">${shown.map((part) => entry(part, total))}</ul></figure>`;
}

/** Where one part is a sliver, it is still drawn: a single mailbox that is missing among thousands must be seen. */
const leastPercent = 0.4;

function segments(parts: readonly Part[], total: number): readonly Markup[] {
  const weights = parts.map(({ count }) => Math.max((count / total) * 100, leastPercent));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let start = 0;
  return parts.map(({ sign }, index) => {
    const width = ((weights[index] ?? 0) / all) * 100;
    const segment = markup`<rect x="${percent(start)}" width="${percent(width)}" height="28" fill="${fillOf(sign.tone)}"/>`;
    const edge =
      start === 0 ? undefined : markup`<line class="edge" x1="${percent(start)}" x2="${percent(start)}" y2="28"/>`;
    start += width;
    return markup`${segment}${edge}`;
  });
}

function percent(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}

function entry({ sign, count, meaning }: Part, total: number): Markup {
  const { tone, mark, title } = sign;
  const more = meaning === undefined ? share(count, total) : `${share(count, total)}, ${meaning}`;
  return markup`<li>${swatch(tone)}<span class="number">${inDigits(count)}</span><span class="term"><span class="${tone}"><span aria-hidden="true">${mark}</span> ${title}</span> <span class="muted">${more}</span></span></li>`;
}
