/** A line of the engine's output, with the lines that are indented beneath it. */
export interface OutputNode {
  readonly line: string;
  /** Where the text begins, behind a marker: the engine indents a changed line two columns less. */
  readonly column: number;
  /** `+`, `~`, `-` (or two of them) for what changes; empty for what stays. */
  readonly marker: string;
  readonly text: string;
  readonly children: readonly OutputNode[];
  /** The brace that closes it. */
  readonly close?: string;
}

interface Growing extends OutputNode {
  readonly children: Growing[];
  close?: string;
}

/** Reads the engine's output as the tree that its indentation draws. */
export function parseOutput(lines: readonly string[]): readonly OutputNode[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const line of lines) {
    const node = nodeOf(line);
    while ((open.at(-1)?.column ?? -1) > node.column) open.pop();
    const last = open.at(-1);
    const isSibling = last?.column === node.column;
    if (isSibling && /^[}\]]/.test(node.text)) {
      last.close = line;
      continue;
    }
    if (isSibling) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

function nodeOf(line: string): Growing {
  const [prefix = "", marker = ""] = /^\s*(?:([~+-]{1,2})\s+)?/.exec(line) ?? [];
  return { line, column: prefix.length, marker, text: line.slice(prefix.length), children: [] };
}

/** The lines of a tree again. */
export function linesOf(nodes: readonly OutputNode[]): readonly string[] {
  return nodes.flatMap(({ line, children, close }) => [
    line,
    ...linesOf(children),
    ...(close === undefined ? [] : [close]),
  ]);
}
