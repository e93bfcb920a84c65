import { visibleText } from "../exports/plainText";

/**
 * Lines of ours, with what others wrote in them, as they can stand on a terminal and in the log of a pipeline: without
 * what moves the cursor, and none that a pipeline takes for a command, as GitHub does with what begins with `::`.
 *
 * @internal
 */
export function safeLines(text: string): string {
  return text
    .split("\n")
    .map((line) => `${/^ */.exec(line)?.[0] ?? ""}${visibleText(line)}`)
    .map((line) => line.replaceAll("##[", "## [").replace(/^(\s*)::/, "$1: :"))
    .join("\n");
}
