import fc from "fast-check";
import { compareText } from "../../provider/exports/compareText";
import { firstIndex } from "../../provider/exports/firstIndex";
import { joinKeys } from "../../provider/exports/joinKeys";
import { overlapWith } from "../../provider/exports/overlapWith";
import { key } from "./lifecycleJobs";

const text = fc.stringMatching(/^[a/]{0,5}$/);

test("the first index that holds is found, or the end", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(50), (from, length, border) => {
      const to = from + length;
      expect(firstIndex(from, to, (index) => index >= border)).toBe(Math.min(to, Math.max(from, border)));
    }),
  );
});

test("texts overlap when one of the two begins with the other", () => {
  let overlapping = 0;
  fc.assert(
    fc.property(fc.array(text), text, (texts, other) => {
      const expected = texts.some((each) => each.startsWith(other) || other.startsWith(each));
      expect(overlapWith(texts)(other)).toBe(expected);
      if (expected) overlapping += 1;
    }),
    { numRuns: 2000 },
  );
  expect(overlapping).toBeGreaterThan(300);
  expect(overlapping).toBeLessThan(1700);
});

test("where nothing is free, every key stands for itself", () => {
  fc.assert(
    fc.property(fc.uniqueArray(key), (keys) => {
      const sorted = keys.toSorted(compareText);
      expect(joinKeys(sorted, () => false).prefixes).toEqual(sorted);
    }),
  );
});

test("the directories that are divided are those that are not free, from the topmost down", () => {
  const divided = (taken: readonly string[]) =>
    joinKeys(["a/b/1", "a/b/2", "a/c/1", "a/c/2", "d"], (directory) => !taken.includes(directory)).divided;
  expect(divided([])).toEqual([]);
  expect(divided(["a/"])).toEqual(["a/"]);
  expect(divided(["a/", "a/c/"])).toEqual(["a/", "a/c/"]);
});

test("keys as deep as S3 lets them be are joined", () => {
  const deep = (names: number) => `${"d/".repeat(names)}1`;
  const keys = Array.from({ length: 511 }, (_item, names) => deep(names)).sort(compareText);
  expect(joinKeys(keys, () => false).prefixes).toEqual(keys);
  expect(joinKeys(keys, (directory) => directory.length >= 500).prefixes).toHaveLength(251);
});
