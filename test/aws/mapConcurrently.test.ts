import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { mapConcurrently } from "../../provider/aws/mapConcurrently";
import { rejectionOf } from "../support/organization";

test("gives the results in the order of the items, with never more under way than asked", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer(), { maxLength: 30 }),
      fc.integer({ min: 1, max: 10 }),
      async (items, concurrency) => {
        let underWay = 0;
        let most = 0;
        const results = await mapConcurrently(items, concurrency, async (item) => {
          underWay += 1;
          most = Math.max(most, underWay);
          for (let turn = 0; turn < Math.abs(item % 3); turn += 1) await setImmediate();
          underWay -= 1;
          return item * 2;
        });
        expect(results).toEqual(items.map((item) => item * 2));
        expect(most).toBeLessThanOrEqual(Math.min(concurrency, items.length));
      },
    ),
  );
});

test("fails with the first failure, and begins nothing after it", async () => {
  const begun: number[] = [];
  const error = await rejectionOf(
    mapConcurrently([0, 1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      if (item === 1) throw new Error("one");
      await setImmediate();
    }),
  );
  expect(String(error)).toBe("Error: one");
  await setImmediate();
  expect(begun).toEqual([0, 1]);
});
