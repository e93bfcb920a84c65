import type { View } from "./views";

const NAMED = 2;

/** Why a guard refuses: of the mailboxes that it names the first. */
export const refusal: View = (output) => {
  const lines = output.trimEnd().split("\n");
  const begin = lines.findLastIndex((line) => line.startsWith("    error: Refused"));
  const end = lines.indexOf("", begin);
  const reason = lines.slice(begin, end < 0 ? undefined : end);
  const mailboxes = reason.filter((line) => / {2}- .*: /.test(line));
  const tooMany = new Set(mailboxes.slice(NAMED));
  const more = `      … ${tooMany.size} more`;
  const shown = reason.flatMap((line) => (!tooMany.has(line) ? [line] : line === mailboxes[NAMED] ? [more] : []));
  return { lines: shown, leftOut: lines.filter((line) => line !== "").length - reason.length + tooMany.size };
};
