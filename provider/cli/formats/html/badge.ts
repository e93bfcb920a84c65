import { type Markup, markup } from "./markup";
import type { Sign } from "./tones";

/** A sign in a line: the word for everybody, and the mark of its tone for the eye, from style.ts. @internal */
export function badge({ tone, title }: Pick<Sign, "tone" | "title">): Markup {
  return markup`<span class="badge ${tone}">${title}</span>`;
}
