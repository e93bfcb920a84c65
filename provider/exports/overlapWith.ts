import { compareText } from "./compareText";
import { firstIndex } from "./firstIndex";

/**
 * Says of a text whether it and one of `texts` overlap: whether one of the two begins with the other.
 *
 * @internal
 */
export function overlapWith(texts: readonly string[]): (text: string) => boolean {
  const starts = shortestStarts(texts);
  return (text) => {
    // In sorted texts those that begin with a text follow it at once. Of what it begins with itself only the one right
    // before can be left, since none of the starts begins with another.
    const next = firstIndex(0, starts.length, (index) => (starts[index] ?? "") >= text);
    const before = starts[next - 1];
    return starts[next]?.startsWith(text) === true || (before !== undefined && text.startsWith(before));
  };
}

/** Sorted, and without those that begin with another: what overlaps one of them overlaps the other too. */
function shortestStarts(texts: readonly string[]): readonly string[] {
  const starts: string[] = [];
  for (const text of texts.toSorted(compareText)) {
    const last = starts.at(-1);
    if (last === undefined || !text.startsWith(last)) starts.push(text);
  }
  return starts;
}
