import type { Render } from "./format";

interface Format {
  /** How the name of a file ends that is written in this format. */
  readonly extension: string;
  /** Loaded on use: each command needs one or two of them. */
  readonly load: () => Render;
}

/** Every format, by the name that `--format` takes. @internal */
export const formats = {
  table: { extension: ".txt", load: () => table().renderTable },
  json: { extension: ".json", load: () => json().renderJson },
  ndjson: { extension: ".ndjson", load: () => ndjson().renderNdjson },
  csv: { extension: ".csv", load: () => csv().renderCsv },
  markdown: { extension: ".md", load: () => markdown().renderMarkdown },
  junit: { extension: ".xml", load: () => junit().renderJunit },
  html: { extension: ".html", load: () => html().renderHtml },
  terraform: { extension: ".tf.json", load: () => terraform().renderTerraform },
} as const satisfies Record<string, Format>;

/** @internal */
export type FormatName = keyof typeof formats;

const table = (): typeof import("./table") => require("./table");
const json = (): typeof import("./json") => require("./json");
const ndjson = (): typeof import("./ndjson") => require("./ndjson");
const csv = (): typeof import("./csv") => require("./csv");
const markdown = (): typeof import("./markdown") => require("./markdown");
const junit = (): typeof import("./junit") => require("./junit");
const html = (): typeof import("./html/html") => require("./html/html");
const terraform = (): typeof import("./terraform") => require("./terraform");
