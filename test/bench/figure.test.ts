import { type Figure, median, resultOf } from "../../bench/figure";
import { measurePairs } from "../../bench/pairs";
import { renderTable } from "../../bench/table";

const ratio: Figure = {
  what: "reading",
  unit: "ms",
  limit: { atMostTimes: 1.1 },
  // The last pair met a slow machine: the ratio of the medians would be 2.1.
  pairs: [
    { ours: 105, other: 100 },
    { ours: 210, other: 100 },
    { ours: 1050, other: 1000 },
  ],
};

test.each([
  { values: [3, 1, 2], expected: 2 },
  { values: [4, 1, 3, 2], expected: 2.5 },
  { values: [7], expected: 7 },
  { values: [], expected: Number.NaN },
])("the median of $values is $expected", ({ values, expected }) => {
  expect(median(values)).toBe(expected);
});

test("a ratio is the median of those within each pair", () => {
  expect(resultOf(ratio)).toEqual({ ours: 210, other: 100, compared: 1.05, least: 1.05, most: 2.1, ok: true });
});

test("a difference has its own limit, and nothing measured is over any", () => {
  const limit = { atMostMore: 20 };
  expect(resultOf({ ...ratio, limit, pairs: [{ ours: 121, other: 100 }] })).toMatchObject({ compared: 21, ok: false });
  expect(resultOf({ ...ratio, limit, pairs: [{ ours: 120, other: 100 }] })).toMatchObject({ compared: 20, ok: true });
  expect(resultOf({ ...ratio, pairs: [] }).ok).toBe(false);
});

test("a figure without a limit is shown, and never over", () => {
  const shown: Figure = { ...ratio, limit: { atMostTimes: Number.POSITIVE_INFINITY } };
  expect(resultOf(shown).ok).toBe(true);
  expect(renderTable([shown]).split("\n")[1]).toMatch(/3 pairs\) +none$/);
});

test("the table has a line for each figure", () => {
  const more: Figure = { ...ratio, what: "importing", limit: { atMostMore: 20 }, pairs: [{ ours: 121, other: 100 }] };
  expect(renderTable([ratio, more]).split("\n")).toEqual([
    "what       ours    other   ours against other                  limit",
    "reading    210 ms  100 ms  1.05x (1.05..2.10, 3 pairs)         1.10x       ok",
    "importing  121 ms  100 ms  21.0 ms more (21.0..21.0, 1 pairs)  20 ms more  over",
  ]);
});

test("pairs alternate which side begins, and the first pair only warms up", async () => {
  const order: string[] = [];
  const side = (name: string) => async () => `${name}${order.push(name)}`;
  expect(await measurePairs(2, { ours: side("a"), other: side("b") })).toEqual([
    { ours: "a4", other: "b3" },
    { ours: "a5", other: "b6" },
  ]);
  expect(order).toEqual(["a", "b", "b", "a", "a", "b"]);
});
