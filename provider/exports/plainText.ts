import { stripVTControlCharacters } from "node:util";

/** How long a name may get in a message; they are other people's choice. */
const longestName = 80;
/** Long enough for an ARN in every advice of ours. */
const longestLine = 2000;

/** A foreign name as it can stand in a line of ours. @internal */
export function plain(text: string): string {
  return shortened(visibleText(text), longestName);
}

/** A line with foreign names in it. @internal */
export function plainLine(text: string): string {
  return shortened(visibleText(text), longestLine);
}

/** What would move the cursor, colour the terminal, turn the text around or not be seen, is left out. @internal */
export function visibleText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cf}\p{Cs}]/gu, "")
    .trim();
}

function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}
