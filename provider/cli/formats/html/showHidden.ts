/**
 * A foreign text, with all that would not be seen in it made visible: `[U+202E]`. What turns the text around, commands a
 * terminal, or makes two names look the same is neither obeyed nor lost. Lines stay.
 *
 * @internal
 */
export function showHidden(text: string): string {
  return text.replace(lineEnds, "\n").replaceAll("\t", " ").replace(hidden, codePoint);
}

const lineEnds = /\r\n?|[\u0085\p{Zl}\p{Zp}]/gu;

/** Scripts, and emoji, that are not written without joiners: in them these are seen. */
const joining = String.raw`\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Sinhala}|\p{Extended_Pictographic}|\ufe0f`;
/** The end of a line, what chooses the look of an emoji, and joiners where they belong. */
const meant = String.raw`\n|\ufe0e|\ufe0f|(?<=${joining})[\u200c\u200d]`;
/** All else that has no shape. */
const hidden = new RegExp(String.raw`(?!${meant})[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]`, "gu");

function codePoint(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `[U+${number.toString(16).toUpperCase().padStart(4, "0")}]`;
}
