/**
 * The order of two texts by their characters' numbers: below 0 when `a` comes first. Not localeCompare: the order must
 * not depend on the machine's language.
 *
 * @internal
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
