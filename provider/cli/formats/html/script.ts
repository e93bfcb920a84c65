/**
 * What the browser runs: it makes sort buttons of the column titles and shows the filters. It only moves and hides the
 * rows that are there, and sets text; it makes no markup, so nothing that was read can become some. It stands in the page
 * as it is here: no `<` followed by a letter or `/`, and no character that a page would change.
 *
 * @internal
 */
export const script = `"use strict";
(() => {
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const digits = new Intl.NumberFormat("en");
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  const keyOf = {
    rank: (cell) => Number(cell.dataset.rank),
    // What is no time stands as text: before every time, but not among the empty ones.
    time: (cell) => (cell.firstChild === null ? "" : Date.parse(cell.querySelector("time")?.dateTime) || 0),
    first: (cell) => (cell.querySelector("bdi") ?? cell).textContent.trim(),
    text: (cell) => cell.textContent.trim(),
  };

  const compareKeys = (a, b, kind) => (kind === "rank" || kind === "time" ? a - b : collator.compare(a, b));

  // Every cell is read once, and the body is out of the page while rows move: one layout a click.
  const enhance = (section) => {
    const table = section.querySelector("table");
    const [body] = table.tBodies;
    const heads = [...table.tHead.rows[0].cells];
    const entries = Array.from(body.rows, (row, index) => ({ row, index, keys: [], text: undefined }));
    const shown = section.querySelector(".shown");
    const printed = section.querySelector(".printed");
    const fields = [...section.querySelectorAll("[data-filter]")];

    const change = (work) => {
      body.remove();
      work();
      table.append(body);
    };

    const keyAt = (entry, column, kind) => (entry.keys[column] ??= keyOf[kind](entry.row.cells[column]));
    const textOf = (entry) => (entry.text ??= fold(Array.from(entry.row.cells, (cell) => cell.textContent).join("\\n")));

    const sortBy = (column) => {
      const head = heads[column];
      const { key: kind } = head.dataset;
      const down = head.getAttribute("aria-sort") === "ascending";
      const sorted = entries.toSorted((one, other) => {
        const a = keyAt(one, column, kind);
        const b = keyAt(other, column, kind);
        if (a === "" || b === "") return (a === "") - (b === "") || one.index - other.index;
        return (down ? compareKeys(b, a, kind) : compareKeys(a, b, kind)) || one.index - other.index;
      });
      for (const each of heads) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      change(() => body.append(...sorted.map(({ row }) => row)));
    };

    const fits = (entry, wanted) =>
      wanted.every(({ name, value }) =>
        name === "text"
          ? fold(value).split(/\\s+/).every((word) => textOf(entry).includes(word))
          : entry.row.dataset[name].split(" ").includes(value),
      );

    const say = (found, wanted) => {
      const total = entries.length;
      const noun = total === 1 ? section.dataset.one : section.dataset.several;
      const of = digits.format(found) + " of " + digits.format(total) + " " + noun + " shown";
      shown.textContent = found === 0 ? of + ": none fits the filter" : of;
      printed.textContent =
        wanted.length === 0
          ? ""
          : "On the screen a filter was on (" +
            wanted.map(({ title, words }) => title + ": " + words).join("; ") +
            "), and " + of + ". Printed are all.";
    };

    const filter = () => {
      const wanted = fields.flatMap((field) => {
        const value = field.value.trim();
        const words = field.selectedOptions ? field.selectedOptions[0].textContent : value;
        return value === "" ? [] : [{ name: field.dataset.filter, value, title: field.labels[0].textContent, words }];
      });
      let found = 0;
      change(() => {
        for (const entry of entries) {
          const fit = fits(entry, wanted);
          if (fit) found += 1;
          if (entry.row.hidden === fit) entry.row.hidden = !fit;
        }
      });
      say(found, wanted);
    };

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(column));
      head.append(button);
    });
    for (const field of fields) field.addEventListener("input", filter);
    section.querySelector("[data-reset]").addEventListener("click", () => {
      for (const field of fields) field.value = "";
      filter();
      fields[0].focus();
    });
    section.querySelector(".filters").hidden = false;
    filter();
  };

  for (const section of document.querySelectorAll(".data")) enhance(section);
})();
`;
