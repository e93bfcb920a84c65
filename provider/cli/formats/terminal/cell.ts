import { visibleText } from "../../../exports/plainText";
import { graphemesOf, textWidth } from "./textWidth";

/**
 * A text that fills so many columns: shortened with an ellipsis, or filled up with blanks.
 *
 * @internal
 */
export function padded(text: string, width: number): string {
  const short = shortened(text, width);
  return short + " ".repeat(Math.max(0, width - textWidth(short)));
}

/** @internal */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let room = width - 1;
  const kept = graphemesOf(text).filter((grapheme) => {
    room -= grapheme.width;
    // Once there is no room nothing more fits: a narrow character must not slip in behind a wide one.
    if (room < 0) room = Number.NEGATIVE_INFINITY;
    return room >= 0;
  });
  return width < 1 ? "" : `${kept.map((grapheme) => grapheme.text).join("")}…`;
}

/** A foreign text as it can stand in a cell: in one line, without what would move the cursor. @internal */
export function cellText(text: string): string {
  // The older form of GitHub's workflow commands is taken anywhere in a line.
  return visibleText(text).replaceAll("##[", "## [");
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRightMark = "\u200e";

/**
 * Keeps a text that is written from right to left within its own cell: without the marks, a terminal that orders
 * what it shows would take the cells beside it for a part of the same run. They fill no column.
 *
 * @internal
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `${leftToRightMark}${text}${leftToRightMark}` : text;
}
