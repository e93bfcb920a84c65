import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { mailboxOf } from "../../provider/exports/mailboxRule";
import type { RosterMember } from "../../provider/model";

const page = readFileSync(resolve(__dirname, "../../docs/mailboxes.md"), "utf8");
const source = readFileSync(resolve(__dirname, "../../provider/exports/mailboxRule.ts"), "utf8");

/** Rule, answer and words of each row. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| rule"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, , has = "", because = ""]) => ({ has, because }));

test("the page has the rules that the source has, in their order, with answer and words", () => {
  const rules = [...source.matchAll(/has: "(\w+)",\s+because: "([^"]+)"/g)];
  expect(rules.length).toBeGreaterThanOrEqual(8);
  expect(rows).toEqual(rules.map(([, has, because]) => ({ has, because })));
});

const now = new Date("2026-11-24T12:00:00Z");
const user = (partial: Partial<RosterMember>): RosterMember => ({ entityId: "x", kind: "user", ...partial });

test.each<[RosterMember, number]>([
  [user({ userRole: "SYSTEM_USER", state: "ENABLED" }), 0],
  [user({ userRole: "REMOTE_USER", state: "ENABLED", email: "x@example.com" }), 1],
  [user({ state: "DELETED", email: "x@example.com" }), 2],
  [user({ state: "ENABLED" }), 3],
  [user({ state: "ENABLED", kind: "resource" }), 3],
  [user({ state: "DISABLED", disabledDate: "2026-11-20T00:00:00Z" }), 4],
  [user({ state: "DISABLED", disabledDate: "2026-10-20T00:00:00Z" }), 5],
  [user({ state: "DISABLED" }), 6],
  [user({ userRole: "SYSTEM_USER", state: "ENABLED", email: "x@example.com" }), 7],
  [user({ kind: "resource", userRole: "REMOTE_USER", state: "ENABLED" }), 7],
  [user({ state: "DISABLED", disabledDate: "2026-01-01T00:00:00Z", enabledDate: "2026-11-01T00:00:00Z" }), 7],
  [user({ state: "DISABLED", email: "x@example.com" }), 7],
  [user({ state: "FROZEN" }), 7],
])("%j is the page's row %i", (member, row) => {
  expect(mailboxOf(member, now)).toMatchObject(rows[row] ?? {});
});
