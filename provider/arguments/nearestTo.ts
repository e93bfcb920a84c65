import { closest, distance } from "fastest-levenshtein";

/** The word that was probably meant; undefined when none is near: with half of the letters wrong it was no slip. @internal */
export function nearestTo(word: string, words: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const nearest = closest(
    lower,
    words.map((candidate) => candidate.toLowerCase()),
  );
  return distance(lower, nearest) <= nearest.length / 2
    ? words.find((candidate) => candidate.toLowerCase() === nearest)
    : undefined;
}
