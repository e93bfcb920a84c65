import escapeHtml from "escape-html";
import { showHidden } from "./showHidden";

/** A piece of HTML that is safe to stand in the page. Only this file makes it. @internal */
export class Markup {
  /** Makes the class nominal: an object with a text is no markup. */
  readonly #safe = true;

  private constructor(readonly text: string) {}

  static isSafe(value: object): value is Markup {
    return #safe in value;
  }

  /** Text that stands in our source, such as the style. Never anything that was read. */
  static ofSource(text: string): Markup {
    return new Markup(text);
  }
}

/** What can be put into markup: markup as it is, anything else escaped, and nothing for what is not there. @internal */
export type Content = Markup | string | number | undefined | readonly Content[];

/**
 * The only way to HTML: a template whose texts are escaped, for elements and for quoted attributes alike.
 *
 * @internal
 */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const [first = "", ...rest] = strings;
  return Markup.ofSource(first + rest.map((string, index) => safeText(contents[index]) + string).join(""));
}

function safeText(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escapeHtml(showHidden(content));
  if (typeof content === "number") return String(content);
  if (isMarkup(content)) return content.text;
  return content.map(safeText).join("");
}

function isMarkup(content: Markup | readonly Content[]): content is Markup {
  return Markup.isSafe(content);
}
