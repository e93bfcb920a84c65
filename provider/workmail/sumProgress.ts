import type { ListProgress } from "./readEveryPage";

/**
 * For lists that are read side by side: each is given a listener of its own, and `onPage` is told of all their pages and
 * items together, so that what it is told only grows.
 *
 * @internal
 */
export function sumProgress(onPage: (progress: ListProgress) => void): () => (progress: ListProgress) => void {
  const lists: ListProgress[] = [];
  const sum = (member: keyof ListProgress) => lists.reduce((total, progress) => total + progress[member], 0);
  return () => {
    const index = lists.push({ pages: 0, items: 0 }) - 1;
    return (progress) => {
      lists[index] = progress;
      onPage({ pages: sum("pages"), items: sum("items") });
    };
  };
}
