import { eastAsianWidth } from "eastasianwidth";

// Made on first use: it takes longer than all the rest of a short run, and most need none.
let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character, and how many columns of a terminal it fills. @internal */
export interface Grapheme {
  readonly text: string;
  readonly width: number;
}

/** @internal */
export function graphemesOf(text: string): readonly Grapheme[] {
  // Most texts are of letters that fill one column each, and telling that is much cheaper.
  if (/^[\x20-\x7e]*$/.test(text)) return Array.from(text, (letter) => ({ text: letter, width: 1 }));
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, width: widthOf(segment) }));
}

/** How many columns of a terminal a text fills. @internal */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return graphemesOf(text).reduce((total, { width }) => total + width, 0);
}

function widthOf(grapheme: string): number {
  // The tables of East Asian widths that we have are older than most emoji.
  if (/\p{Emoji_Presentation}|.\uFE0F/u.test(grapheme)) return 2;
  // Terminals count letter by letter: a vowel sign that stands beside its letter has a column of its own.
  return Array.from(grapheme, letterWidth).reduce((total, width) => total + width, 0);
}

/** Marks above and below a letter fill no column, nor do the vowels and ends of a Korean syllable in parts. */
const withoutColumn = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff]/u;

function letterWidth(letter: string): number {
  if (withoutColumn.test(letter)) return 0;
  return ["F", "W"].includes(eastAsianWidth(letter)) ? 2 : 1;
}
