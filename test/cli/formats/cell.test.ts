import { isolated, padded, shortened } from "../../../provider/cli/formats/terminal/cell";
import { drawTable } from "../../../provider/cli/formats/terminal/drawTable";
import { painter } from "../../../provider/cli/formats/terminal/paint";
import { textWidth } from "../../../provider/cli/formats/terminal/textWidth";

const mark = "\u200e";
const column = { heading: "NAME", cell: (name: string) => name, least: 4 };

test("on a terminal a name from right to left is kept within its cell; in a pipe nothing is added to it", () => {
  const paint = painter(false);
  expect(drawTable([column], ["דורה"], { columns: 80, paint })[1]).toBe(`${mark}דורה${mark}`);
  expect(drawTable([column], ["دورا"], { columns: 80, paint })[1]).toBe(`${mark}دورا${mark}`);
  expect(drawTable([column], ["Dora"], { columns: 80, paint })[1]).toBe("Dora");
  expect(drawTable([column], ["דורה"], { columns: undefined, paint })[1]).toBe("דורה");
});

test("what keeps it there fills no column", () => {
  expect(textWidth(isolated("דורה"))).toBe(4);
});

test.each([
  ["山田太郎", 5, "山田…"],
  ["山田太郎", 4, "山…"],
  ["山田太郎", 8, "山田太郎"],
  ["abcdef", 3, "ab…"],
  ["山a", 2, "…"],
])("%s in %i columns is %s", (text, width, expected) => {
  expect(shortened(text, width)).toBe(expected);
  expect(textWidth(padded(text, width))).toBe(width);
});
