/**
 * The first index from `from` on that `holds`, where it holds for all that follow as well; `to` where it holds for none.
 *
 * @internal
 */
export function firstIndex(from: number, to: number, holds: (index: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
