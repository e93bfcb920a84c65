import { type Markup, markup } from "./markup";
import { gravestFirst, type Tone } from "./tones";

/** What is drawn over a colour, so that areas differ without colours too; `M…` are lines in a tile of 8 by 8. */
const lines: Readonly<Record<Tone, string | undefined>> = {
  exported: undefined,
  failed: "M-2,2 2,-2M0,8 8,0M6,10 10,6",
  cancelled: "M-2,6 2,10M0,0 8,8M6,-2 10,2",
  unproven: "M2,0V8M6,0V8",
  stale: "M0,2H8M0,6H8",
  running: "M1.5,2h2M5.5,6h2",
  unknown: "M0,0 8,8M0,8 8,0",
  excluded: "M3,4h2",
  missing: "M0,4H8M4,0V8",
};

/** The patterns of all tones, once in a page. An area takes one as {@link fillOf} says. @internal */
export function patterns(): Markup {
  return markup`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>${gravestFirst.map(
    pattern,
  )}</defs></svg>`;
}

/** @internal */
export function fillOf(tone: Tone): string {
  return `url(#tone-${tone})`;
}

function pattern(tone: Tone): Markup {
  const path = lines[tone];
  const over = path === undefined ? undefined : markup`<path class="over" d="${path}"/>`;
  return markup`<pattern id="tone-${tone}" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="${tone}" width="8" height="8"/>${over}</pattern>`;
}
