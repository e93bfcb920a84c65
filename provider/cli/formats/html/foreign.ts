import { type Markup, markup } from "./markup";

/** A text that others wrote. It stands for itself: its direction does not turn what is around it. @internal */
export function foreign(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}

/** As {@link foreign}, nothing where there is none. @internal */
export function foreignIfAny(text: string | undefined): Markup | undefined {
  return text === undefined || text.trim() === "" ? undefined : foreign(text);
}
