import { styleText } from "node:util";

/** The colours that tables have. @internal */
export type Colour = "green" | "red" | "yellow" | "cyan" | "dim" | "bold";

/** Colours a text, on a terminal that has colours. @internal */
export type Paint = (colour: Colour, text: string) => string;

/** @internal */
export function painter(colour: boolean): Paint {
  // Whether there are colours is known already: Node would ask its own stdout.
  return colour ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
}
