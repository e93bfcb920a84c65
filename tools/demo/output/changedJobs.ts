import { type OutputNode, parseOutput } from "./parseOutput";

/** The ids of the jobs that the engine's `--diff` names as changed, in order. */
export function changedJobs(output: string): readonly string[] {
  const lines = output.split("\n").filter((line) => !/^\s*(\[(urn|id|provider)=|$)/.test(line));
  const names = all(parseOutput(lines))
    .filter(({ text }) => text.startsWith("jobsById"))
    .flatMap(({ children }) => children.filter(({ marker }) => marker !== ""))
    .map(({ text }) => text.replace(/\s*:.*$/, ""));
  // The resource that read them has them, and the guard that was given them.
  return [...new Set(names)].sort();
}

function all(nodes: readonly OutputNode[]): readonly OutputNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}
