import fc from "fast-check";
import { renderTerraform } from "../../../provider/cli/formats/terraform";
import { coverageAnswer, listAnswer, organizationCoverage } from "../../support/answers";
import { hostileCoverage, hostileList, look } from "./hostile";

const read = (text: string): Record<string, unknown> => JSON.parse(text);

test("a coverage is one flat object of strings", () => {
  const unread = [{ organizationId: "m-1", reason: "accessDenied", message: "no" }] as const;
  const organizations = [organizationCoverage({ id: "m-a" }), organizationCoverage({ id: "m-b", roster: [] })];
  const answer = coverageAnswer({ organizations, unread });
  const { json, openMailboxes, ...members } = read(renderTerraform(answer, look));
  expect(members).toEqual({
    kind: "coverage",
    askedAt: answer.askedAt,
    verdict: "incomplete",
    organizationIds: "m-a,m-b",
    unread: "1",
    total: "8",
    exported: "1",
    running: "1",
    failed: "1",
    cancelled: "1",
    stale: "1",
    unproven: "0",
    missing: "1",
    unknown: "1",
    excluded: "1",
  });
  expect(JSON.parse(String(json))).toEqual(answer);
  // All but the exported one and the excluded one, in the order of their emails.
  expect(JSON.parse(String(openMailboxes))).toEqual([2, 6, 7, 5, 4, 3].map((number) => `entity-000000${number}`));
});

test("a list is one flat object of strings", () => {
  const answer = listAnswer();
  const { json, ...members } = read(renderTerraform(answer, look));
  expect(members).toEqual({
    kind: "list",
    askedAt: answer.askedAt,
    organizationIds: answer.organizations[0]?.organizationId,
    total: "8",
    running: "1",
    completed: "3",
    failed: "1",
    cancelled: "1",
    other: "2",
  });
  expect(JSON.parse(String(json))).toEqual(answer);
});

test("whatever the answer, all values are strings on one line, and the answer can be had back", () => {
  fc.assert(
    fc.property(fc.oneof(hostileCoverage, hostileList), (answer) => {
      const text = renderTerraform(answer, look);
      expect(text.indexOf("\n")).toBe(text.length - 1);
      const members = read(text);
      expect(Object.values(members).every((value) => typeof value === "string")).toBe(true);
      expect(JSON.parse(String(members["json"]))).toEqual(answer);
    }),
  );
});
