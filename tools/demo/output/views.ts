import { linesOf, type OutputNode, parseOutput } from "./parseOutput";

/** What is shown of one run of the engine. */
export interface Shown {
  readonly lines: readonly string[];
  /** How many lines were left out that say something: neither empty nor a progress bar. */
  readonly leftOut: number;
}

/** Makes a long output worth reading. */
export type View = (output: string) => Shown;

/** Above are the outputs and properties themselves; from this column on there are entries of one of them. */
const ENTRIES_COLUMN = 8;

/** All but what only tells that something goes on; of long lists the first entries. */
export const summary: View = viewOf((node) => [node], 2);

/** Of the stack's outputs only those of these names. */
export function summaryWithOutputs(...names: readonly string[]): View {
  const wanted = new RegExp(`^(${names.join("|")})\\s*:`);
  const part = (node: OutputNode) =>
    node.text === "Outputs:" ? { ...node, children: node.children.filter(({ text }) => wanted.test(text)) } : node;
  return viewOf((node) => [part(node)], 2);
}

/** Only what changes, and of a job that changes also whose it is. */
export const changes: View = viewOf(changedParts, 6);

/** What the engine says of a failure: all of its diagnostics, or all there is. */
export const failure: View = (output) => {
  const lines = output.trimEnd().split("\n");
  const begin = Math.max(0, lines.indexOf("Diagnostics:"));
  return { lines: lines.slice(begin), leftOut: begin };
};

function viewOf(partsOf: (node: OutputNode) => readonly OutputNode[], mostEntries: number): View {
  return (output) => {
    const lines = output
      .split("\n")
      .map((line) => line.trimEnd())
      .filter((line) => line !== "" && !line.startsWith("@"));
    const parts = parseOutput(lines.filter(saysSomething)).flatMap(partsOf);
    const shown = linesOf(parts.map((node) => withFirstEntries(node, mostEntries)));
    return { lines: shown, leftOut: lines.length - shown.filter((line) => lines.includes(line)).length };
  };
}

const noise = [
  /^(Previewing|Updating|Refreshing|Destroying|Duration|View Live)/,
  /^\s*\[(urn|id|provider)=/,
  / (creating|updating|deleting|refreshing) \(\d+s\)/,
  /(^| running )Reading mailbox export jobs: /,
  /^The resources in the stack have been deleted/,
  /^If you want to remove the stack completely/,
  /^\s*--outputs:--$/,
  /^ {4}pulumi:pulumi:Stack \S+$/,
];

function saysSomething(line: string, index: number, lines: readonly string[]): boolean {
  // The engine prints the row of the stack twice, when it begins and when it ends.
  return !noise.some((pattern) => pattern.test(line)) && !(isRow(line) && lines.indexOf(line, index + 1) >= 0);
}

function isRow(line: string): boolean {
  return /^ . {2}\S+:\S+:\S+ /.test(line);
}

function changedParts(node: OutputNode): readonly OutputNode[] {
  if (node.text === "Resources:" || isRow(node.line)) return [node];
  const children = node.children.flatMap(changedParts);
  if (node.marker !== "" || children.length > 0) return isSingleValue(node) ? children : [withOwner(node, children)];
  return [];
}

/** The engine indents a resource deeper than the outputs before it, which are no parents of it. */
function isSingleValue({ marker, close, text }: OutputNode): boolean {
  return marker === "" && close === undefined && /^\w+\s+: /.test(text);
}

function withOwner(node: OutputNode, changed: readonly OutputNode[]): OutputNode {
  const isOfJob = changed.some(({ text }) => text.startsWith("state"));
  const owner = isOfJob ? node.children.filter(({ text, marker }) => marker === "" && text.startsWith("entityId")) : [];
  return { ...node, children: [...owner, ...changed] };
}

function withFirstEntries(node: OutputNode, most: number): OutputNode {
  const entries = node.children.filter(({ column, close }) => column >= ENTRIES_COLUMN && close !== undefined);
  const tooMany = new Set(entries.slice(most));
  const kept = node.children.filter((child) => !tooMany.has(child)).map((child) => withFirstEntries(child, most));
  const [first] = tooMany;
  return { ...node, children: first ? [...kept, moreOf(first, tooMany.size)] : kept };
}

function moreOf({ column }: OutputNode, count: number): OutputNode {
  const text = `… ${count} more`;
  return { line: " ".repeat(column) + text, column, marker: "", text, children: [] };
}
