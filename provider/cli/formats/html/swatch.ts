import { type Markup, markup } from "./markup";
import { fillOf } from "./patterns";
import type { Tone } from "./tones";

/** A small square with the colour and the pattern of a tone, for legends. @internal */
export function swatch(tone: Tone): Markup {
  return markup`<svg class="swatch" width="16" height="16" aria-hidden="true"><rect width="16" height="16" rx="3" fill="${fillOf(tone)}"/></svg>`;
}
