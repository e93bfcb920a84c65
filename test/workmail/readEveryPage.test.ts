import fc from "fast-check";
import { type Page, readEveryPage } from "../../provider/workmail/readEveryPage";
import { rejectionOf } from "../support/organization";

const incomplete = (reason: string, pagesRead: number) => new Error(`${reason} after ${pagesRead}`);

/** A list as a service would page it: pages by token, the first one without. */
function pagesOf(pages: readonly Page<string>[]) {
  return (token: string | undefined) => Promise.resolve(pages[token === undefined ? 0 : Number(token)] ?? fail(token));
}

function fail(token: string | undefined): never {
  throw new Error(`nobody handed out ${token}`);
}

test("gives every item once and in order, however the list is cut into pages", async () => {
  const cuts = fc.array(fc.array(fc.string(), { maxLength: 5 }), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(cuts, async (lists) => {
      const pages = lists.map((items, index) => ({
        items,
        nextToken: index + 1 < lists.length ? String(index + 1) : undefined,
      }));
      expect(await readEveryPage({ ask: pagesOf(pages), incomplete })).toEqual(lists.flat());
    }),
  );
});

test("never ends without an error in a list whose tokens lead back, wherever they lead", async () => {
  const loops = fc
    .integer({ min: 1, max: 10 })
    .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 0, max: count - 1 })));
  await fc.assert(
    fc.asyncProperty(loops, async ([count, back]) => {
      const pages = Array.from({ length: count }, (_, index) => ({
        items: [`item ${index}`],
        nextToken: String(index + 1 < count ? index + 1 : back),
      }));
      const error = await rejectionOf(readEveryPage({ ask: pagesOf(pages), incomplete }));
      expect(String(error)).toMatch(/repeatedToken after \d+/);
    }),
  );
});

test("stops a list that does not end, and says after how many pages", async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return { items: [], nextToken: `token ${asked}` };
  };
  const error = await rejectionOf(readEveryPage({ ask, incomplete, maxPages: 25 }));
  expect(String(error)).toBe("Error: pageLimit after 25");
  expect(asked).toBe(25);
});

test("an empty token ends the list, as none does", async () => {
  expect(await readEveryPage({ ask: async () => ({ items: ["a"], nextToken: "" }), incomplete })).toEqual(["a"]);
});

test("tells of each page, and asks with how many it has", async () => {
  const pages = [
    { items: ["a", "b"], nextToken: "1" },
    { items: ["c"], nextToken: undefined },
  ];
  const asked: number[] = [];
  const told: unknown[] = [];
  await readEveryPage({
    ask: (token, pagesRead) => {
      asked.push(pagesRead);
      return pagesOf(pages)(token);
    },
    incomplete,
    onPage: (progress) => told.push(progress),
  });
  expect(asked).toEqual([0, 1]);
  expect(told).toEqual([
    { pages: 1, items: 2 },
    { pages: 2, items: 3 },
  ]);
});
