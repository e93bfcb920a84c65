import { foreign } from "./foreign";
import { type Markup, markup } from "./markup";

/** A time, for people and for programs. What is no time is shown as it came. @internal */
export function timestamp(text: string): Markup {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return foreign(text);
  return markup`<time datetime="${new Date(ms).toISOString().replace(".000Z", "Z")}">${minuteInWords(ms)}</time>`;
}

/** As {@link timestamp}, nothing where there is none. @internal */
export function timestampIfAny(text: string | undefined): Markup | undefined {
  return text === undefined ? undefined : timestamp(text);
}

/** `2026-11-21 08:00 UTC` @internal */
export function minuteInWords(ms: number): string {
  return `${new Date(ms)
    .toISOString()
    .replace("T", " ")
    .replace(/:\d\d\.\d+Z$/, "")} UTC`;
}
