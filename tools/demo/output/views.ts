import { withFirstEntries } from "./firstEntries";
import { linesOf, type OutputNode, parseOutput } from "./parseOutput";

/** What is shown of one run of the engine. */
export interface Shown {
  readonly lines: readonly string[];
  /** How many lines were left out that say something: neither empty nor a progress bar. */
  readonly leftOut: number;
}

/** Makes a long output worth reading. */
export type View = (output: string) => Shown;

/** All but what only tells that something goes on; of long lists the first entries. */
export const summary: View = viewOf((node) => [node]);

/** Of the stack's outputs only those of these names. */
export function summaryWithOutputs(...names: readonly string[]): View {
  return viewOf((node) => withOutputs(node, names));
}

/** What has become of the resources together, and of the stack's outputs those of these names: without the rows. */
export function outcome(...names: readonly string[]): View {
  return viewOf((node) => (isRow(node.line) ? [] : withOutputs(node, names)));
}

/** Only what changes, and of a job that changes also whose it is. */
export const changes: View = viewOf(changedParts);

/** {@link changes} without the rows. */
export const changedOutputs: View = viewOf((node) => (isRow(node.line) ? [] : changedParts(node)));

/** What the engine says of a failure: all of its diagnostics, or all there is. */
export const failure: View = (output) => {
  const lines = output.trimEnd().split("\n");
  const begin = Math.max(0, lines.indexOf("Diagnostics:"));
  return { lines: lines.slice(begin), leftOut: begin };
};

function viewOf(partsOf: (node: OutputNode) => readonly OutputNode[]): View {
  return (output) => {
    const lines = output
      .split("\n")
      .map((line) => line.trimEnd())
      .filter((line) => line !== "" && !line.startsWith("@"));
    const parts = parseOutput(lines.filter(saysSomething)).flatMap(partsOf);
    const shown = linesOf(parts.map(withFirstEntries));
    return { lines: shown, leftOut: lines.length - shown.filter((line) => lines.includes(line)).length };
  };
}

const noise = [
  /^(Previewing|Updating|Refreshing|Destroying|Duration|View Live)/,
  /^\s*\[(urn|id|provider)=/,
  / (creating|updating|deleting|refreshing) \(\d+s\)/,
  /(^| (running|create) )Reading .*: \d+ so far, from \d+ pages$/,
  /^The resources in the stack have been deleted/,
  /^If you want to remove the stack completely/,
  /^\s*--outputs:--$/,
  /^ {2}pulumi:pulumi:Stack: \(same\)$/,
  // A resource that is as it was.
  /^ {4}\S+:\S+:\S+ \S+( running)?$/,
];

function saysSomething(line: string, index: number, lines: readonly string[]): boolean {
  // The engine prints the row of the stack twice, when it begins and when it ends.
  return !noise.some((pattern) => pattern.test(line)) && !(isRow(line) && lines.indexOf(line, index + 1) >= 0);
}

function isRow(line: string): boolean {
  return /^ . {2}\S+:\S+:\S+ /.test(line);
}

function withOutputs(node: OutputNode, names: readonly string[]): readonly OutputNode[] {
  if (node.text !== "Outputs:") return [node];
  const children = node.children.filter(({ text }) => names.includes(text.replace(/\s*:.*$/, "")));
  return children.length === 0 ? [] : [{ ...node, children }];
}

function changedParts(node: OutputNode): readonly OutputNode[] {
  if (node.text === "Resources:" || isRow(node.line)) return [node];
  // The guard is given the jobs that were shown already.
  const children = node.text.includes(":MailboxExportGuard") ? [] : node.children.flatMap(changedParts);
  if (node.marker !== "" || children.length > 0) return isSingleValue(node) ? children : [ofJob(node, children)];
  return [];
}

/** The engine indents a resource deeper than the outputs before it, which are no parents of it. */
function isSingleValue({ marker, close, text }: OutputNode): boolean {
  return marker === "" && close === undefined && /^\w+\s+: /.test(text);
}

/** Of a job: whose it is, and when and how it began and ended. */
function ofJob(node: OutputNode, changed: readonly OutputNode[]): OutputNode {
  if (!changed.some(({ text }) => text.startsWith("state"))) return { ...node, children: changed };
  const owner = node.children.filter(({ text, marker }) => marker === "" && text.startsWith("entityId"));
  const told = changed.filter(({ text }) => /^(entityId|startTime|endTime|state)\s*:/.test(text));
  return { ...node, children: [...owner, ...told] };
}
