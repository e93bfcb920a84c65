import type { OutputNode } from "./parseOutput";

/** Above are the outputs and properties themselves; from this column on there are entries of one of them. */
const ENTRIES_COLUMN = 8;

/** A record is shown whole up to so many plain values; of a longer one the first few. */
const MOST_VALUES = 6;
const FIRST_VALUES = 3;

/** The node, with the first entries of each long record in it, and how many more there are. */
export function withFirstEntries(node: OutputNode): OutputNode {
  const tooMany = new Set([...laterBlocks(node), ...laterValues(node)]);
  const kept = node.children.filter((child) => !tooMany.has(child)).map(withFirstEntries);
  const [first] = tooMany;
  return { ...node, children: first ? [...kept, moreOf(first, tooMany.size)] : kept };
}

/** Of records in a record the first of each kind says enough, and two where all are of one. */
function laterBlocks({ children }: OutputNode): readonly OutputNode[] {
  const blocks = children.filter(({ column, close }) => column >= ENTRIES_COLUMN && close !== undefined);
  const kinds = Map.groupBy(blocks, kindOf);
  const shown = kinds.size > 1 ? [...kinds.values()].flatMap(([first]) => first ?? []) : blocks.slice(0, 2);
  return blocks.filter((block) => !shown.includes(block));
}

/** What happens to a job: it comes, or its state changes so. */
function kindOf({ marker, children }: OutputNode): string {
  const state = children.find((child) => child.marker !== "" && child.text.startsWith("state"));
  return `${marker} ${state?.text ?? ""}`;
}

function laterValues({ children }: OutputNode): readonly OutputNode[] {
  const values = children.filter(({ column, close }) => column === ENTRIES_COLUMN && close === undefined);
  return values.length > MOST_VALUES ? values.slice(FIRST_VALUES) : [];
}

function moreOf({ column }: OutputNode, count: number): OutputNode {
  const text = `… ${count} more`;
  return { line: " ".repeat(column) + text, column, marker: "", text, children: [] };
}
