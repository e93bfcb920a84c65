import { type Content, type Markup, markup } from "./markup";
import { count } from "./numbers";

/** One column of a table that can be sorted and filtered in the browser. @internal */
export interface Column<Row> {
  /** The class of its cells, by which style.ts gives them width and, on narrow screens, their name. */
  readonly name: string;
  readonly title: string;
  /** What is sorted by: the rank of a sign, a time, or the first foreign text; see script.ts. */
  readonly key: "rank" | "time" | "first" | "text";
  readonly cell: (row: Row) => Content;
  /** For `rank`. */
  readonly rank?: (row: Row) => number;
  /** Whether it names the row. */
  readonly names?: boolean;
}

/** What can be chosen in a filter. @internal */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** A filter besides that of the text: rows have its value under its name. @internal */
export interface Filter<Row> {
  readonly name: "status" | "organization";
  readonly title: string;
  readonly all: string;
  readonly choices: readonly Choice[];
  /** The values that a row goes by. */
  readonly valuesOf: (row: Row) => readonly string[];
}

/** @internal */
export interface DataTable<Row> {
  readonly id: string;
  readonly one: string;
  readonly several: string;
  readonly rows: readonly Row[];
  /** The rows are sorted by the first of them. */
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly Filter<Row>[];
}

/**
 * A table that is whole without a script. The script shows the filters and makes buttons of the titles; without it there
 * would be controls that do nothing.
 *
 * @internal
 */
export function dataTable<Row>(table: DataTable<Row>): Markup {
  const { id, one, several, rows, columns } = table;
  const head = columns.map(
    ({ name, title, key }, index) =>
      markup`<th scope="col" class="${name}" data-key="${key}"${index === 0 ? markup` aria-sort="ascending"` : undefined}>${title}</th>`,
  );
  const caption = `${several[0]?.toUpperCase()}${several.slice(1)}, sorted by ${columns[0]?.title.toLowerCase()} at first`;
  return markup`<div class="data" data-one="${one}" data-several="${several}">${filterBar(table)}
<p class="shown" role="status">${count(rows.length, one, several)}</p><p class="printed"></p>
<div class="scroll" tabindex="0" role="group" aria-label="Table of ${several}"><table id="${id}" class="rows"><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${rows.map((row) => rowOf(row, table))}</tbody></table></div></div>`;
}

function rowOf<Row>(row: Row, { columns, filters }: DataTable<Row>): Markup {
  const data = filters.map(({ name, valuesOf }) => markup` data-${name}="${valuesOf(row).join(" ")}"`);
  return markup`<tr${data}>${columns.map((column) => cellOf(row, column))}</tr>\n`;
}

function cellOf<Row>(row: Row, { name, cell, rank, names }: Column<Row>): Markup {
  const content = cell(row);
  if (names) return markup`<th scope="row" class="${name}">${content}</th>`;
  const ranked = rank === undefined ? undefined : markup` data-rank="${rank(row)}"`;
  return markup`<td class="${name}"${ranked}>${content}</td>`;
}

function filterBar<Row>({ id, several, filters }: DataTable<Row>): Markup {
  const selects = filters.map(
    ({ name, title, all, choices }) =>
      markup`<div><label for="${id}-${name}">${title}</label><select id="${id}-${name}" data-filter="${name}" autocomplete="off"><option value="">${all}</option>${choices.map(
        (choice) => markup`<option value="${choice.value}">${choice.title}</option>`,
      )}</select></div>`,
  );
  return markup`<div class="filters" role="search" aria-label="Filter the ${several}" hidden><div class="wide"><label for="${id}-text">Text in any column</label><input id="${id}-text" type="search" data-filter="text" autocomplete="off" spellcheck="false"></div>${selects}<div><button type="button" data-reset>Show all</button></div></div>`;
}
