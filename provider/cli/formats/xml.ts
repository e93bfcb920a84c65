import { create } from "xmlbuilder2";

/** An element, with what others wrote as it came. @internal */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements, or a text. */
  readonly content?: readonly XmlElement[] | string;
}

/**
 * An XML 1.0 document that is well-formed whatever the texts are: a character that XML cannot hold becomes U+FFFD, and the
 * end of a line in an attribute, which would be read as a space, is one.
 *
 * @internal
 */
export function xmlDocument(root: XmlElement): string {
  const document = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\ufffd" });
  add(document, root);
  return `${document.end({ prettyPrint: true })}\n`;
}

function add(parent: ReturnType<typeof create>, { name, attributes, content = [] }: XmlElement): void {
  const element = parent.ele(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.att(attribute, withAmpersands(value.replace(/[\t\r\n]+/g, " ")));
  }
  // A carriage return is read as a line feed; here it is one already.
  if (typeof content === "string") element.txt(withAmpersands(content.replace(/\r\n?/g, "\n")));
  else for (const each of content) add(element, each);
}

/**
 * xmlbuilder2 takes `&` for the begin of a reference where it looks like one, and leaves it as it is: `&#0;` in the name of
 * a mailbox would break the document, and `&lt;` would come back as `<`. It leaves `&amp;` as it is too. Given as an object,
 * it would even resolve such references beforehand, so elements are added one by one.
 */
function withAmpersands(text: string): string {
  return text.replaceAll("&", "&amp;");
}
