import { type Content, type Markup, markup } from "./markup";

/** A heading of a level that depends on where it stands. @internal */
export function heading(level: number, content: Content): Markup {
  return markup`<h${level}>${content}</h${level}>`;
}

/** A landmark under its heading. @internal */
export function section(id: string, level: number, title: Content, content: Content): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h${level} id="${id}-title">${title}</h${level}>
${content}</section>
`;
}
