import fc from "fast-check";
import { showHidden } from "../../../../provider/cli/formats/html/showHidden";

test.each([
  ["plain text, 名前, משה, é", "plain text, 名前, משה, é"],
  ["turned \u202eround", "turned [U+202E]round"],
  ["\u001b[31mred", "[U+001B][31mred"],
  ["zero\u200bwidth", "zero[U+200B]width"],
  ["one\r\ntwo\u2028three\tfour", "one\ntwo\nthree four"],
  ["half \ud800 a pair", "half [U+D800] a pair"],
  ["joiner\u200dof Latin letters", "joiner[U+200D]of Latin letters"],
  ["می\u200cخواهم", "می\u200cخواهم"],
  ["👩\u200d💻 ❤\ufe0f", "👩\u200d💻 ❤\ufe0f"],
])("%j is shown as %j", (text, shown) => {
  expect(showHidden(text)).toBe(shown);
});

test("what is shown is shown the same a second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(showHidden(showHidden(text))).toBe(showHidden(text));
    }),
  );
});
