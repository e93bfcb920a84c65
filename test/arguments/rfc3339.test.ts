import fc from "fast-check";
import { parseRfc3339 } from "../../provider/arguments/rfc3339";

test("takes every instant as Date writes it", () => {
  const years = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true };
  fc.assert(fc.property(fc.date(years), (date) => expect(parseRfc3339(date.toISOString())).toBe(date.getTime())));
});

test.each([
  ["2026-11-20T10:00:00Z", "2026-11-20T10:00:00.000Z"],
  ["2026-11-20t10:00:00z", "2026-11-20T10:00:00.000Z"],
  ["2026-11-20T10:00:00.5+02:00", "2026-11-20T08:00:00.500Z"],
  ["2024-02-29T00:00:00-23:59", "2024-02-29T23:59:00.000Z"],
])("%s", (text, instant) => {
  expect(parseRfc3339(text)).toBe(Date.parse(instant));
});

test.each([
  "",
  "now",
  "2026-11-20",
  "2026-11-20T10:00Z",
  "2026-11-20T10:00:00",
  "2026-11-20 10:00:00Z",
  "2026-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-11-31T00:00:00Z",
  "2026-11-20T24:00:00Z",
  "2026-11-20T10:00:60Z",
  "2026-11-20T10:00:00+24:00",
  "Fri Nov 20 2026",
  " 2026-11-20T10:00:00Z",
  1_700_000_000,
  null,
])("%j names no instant", (value) => {
  expect(parseRfc3339(value)).toBeUndefined();
});
