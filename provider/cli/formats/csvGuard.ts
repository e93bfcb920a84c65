/** What a spreadsheet takes for the begin of a formula, also in the forms that it may first turn into these. */
const formula = String.raw`=＝﹦⁼₌+＋﹢⁺₊\-－﹣⁻₋−@＠﹫`;
/** What a spreadsheet may leave out before it looks for a formula, and the apostrophes of the guard itself. */
const skipped = String.raw`['"\x60\s\p{Cc}\p{Cf}]*`;
/** Where a spreadsheet that separates by semicolons or tabs would begin a cell in the middle of ours. */
const inside = String.raw`(?<=[;\t\r\n])(?=${skipped}[${formula}])`;
const atStart = String.raw`(?<=^)(?=${skipped}[\t\r\n${formula}])`;

const toGuard = new RegExp(`${atStart}|${inside}`, "gu");
const guards = new RegExp(
  `(?<=^)'(?=${skipped}[\\t\\r\\n${formula}])|(?<=[;\\t\\r\\n])'(?=${skipped}[${formula}])`,
  "gu",
);

/**
 * A text as it can stand in a cell: an apostrophe goes in front of what a spreadsheet would compute, or send somewhere,
 * instead of showing it.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 * @internal
 */
export function guarded(text: string): string {
  return text.replace(toGuard, "'");
}

/** The text that was guarded, to the letter. @internal */
export function unguarded(cell: string): string {
  return cell.replace(guards, "");
}
