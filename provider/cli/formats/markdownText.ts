import { plainLine } from "../../exports/plainText";

/**
 * What others wrote, as it can stand anywhere in a line or a table of ours: as code, where nobody is mentioned, no issue is
 * linked and no emoji is made, and with each character that Markdown, HTML or an autolink could be made with as an entity.
 * A span of backticks would not do: within a table it cannot hold every text.
 *
 * @internal
 */
export function code(text: string): string {
  const line = plainLine(text);
  return line === "" ? "" : `<code>${entities(line)}</code>`;
}

function entities(line: string): string {
  return line
    .replace(/[&<>|`*_~[\]\\#@!$:{}^"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?<=www)\./gi, "&#46;");
}

/** A table with cells that are Markdown already. @internal */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
