import fc from "fast-check";
import type { RosterMember } from "../../provider/model";
import { joinMembers } from "../../provider/workmail/joinMembers";

const text = fc.constantFrom("a", "B", "é", "");
const member: fc.Arbitrary<RosterMember> = fc.record(
  {
    entityId: fc.constantFrom("e1", "e2", "e3"),
    kind: fc.constantFrom("user", "resource"),
    name: text,
    displayName: text,
    email: text,
    state: fc.constantFrom("ENABLED", "DISABLED", "DELETED", "SLEEPING"),
    userRole: fc.constantFrom("USER", "RESOURCE"),
    enabledDate: fc.constantFrom("2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"),
    disabledDate: fc.constantFrom("2024-06-01T00:00:00.000Z", "2025-06-01T00:00:00.000Z"),
  },
  { requiredKeys: ["entityId", "kind"] },
);
const members = fc.array(member, { maxLength: 12 });

test("the order in which the records come decides nothing", () => {
  const twice = members.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(fc.property(twice, ([all, shuffled]) => expect(joinMembers(shuffled)).toEqual(joinMembers(all))));
});

test("joining again changes nothing, nor does a record that was joined already", () => {
  fc.assert(
    fc.property(members, (all) => {
      const joined = joinMembers(all);
      expect(joinMembers(joined)).toEqual(joined);
      expect(joinMembers([...joined, ...all])).toEqual(joined);
    }),
  );
});

test("nor does joining in parts", () => {
  fc.assert(
    fc.property(members, members, (some, others) =>
      expect(joinMembers([...joinMembers(some), ...joinMembers(others)])).toEqual(joinMembers([...some, ...others])),
    ),
  );
});

test("no id is lost, none is made up, each comes once, and they come in order", () => {
  fc.assert(
    fc.property(members, (all) => {
      const ids = joinMembers(all).map(({ entityId }) => entityId);
      expect(ids).toEqual([...new Set(all.map(({ entityId }) => entityId))].sort());
    }),
  );
});

test("every value stands in one of the records, no member is lost, and none is undefined", () => {
  fc.assert(
    fc.property(members, (all) => {
      for (const joined of joinMembers(all)) {
        const records = all.filter(({ entityId }) => entityId === joined.entityId);
        const names = new Set(records.flatMap((record) => Object.keys(record)));
        expect(new Set(Object.keys(joined))).toEqual(names);
        for (const [name, value] of Object.entries(joined)) {
          expect(records.map((record) => Reflect.get(record, name))).toContain(value);
        }
      }
    }),
  );
});

test("the records stay as they are", () => {
  const records = [
    Object.freeze({ entityId: "b", kind: "user" as const }),
    Object.freeze({ entityId: "a", kind: "user" as const }),
  ];
  joinMembers(Object.freeze(records));
  expect(records.map(({ entityId }) => entityId)).toEqual(["b", "a"]);
});

const of = (partial: Partial<RosterMember>): RosterMember => ({ entityId: "e", kind: "user", ...partial });

test.each<[string, Partial<RosterMember>, Partial<RosterMember>, Partial<RosterMember>]>([
  ["enabled before disabled", { state: "ENABLED" }, { state: "DISABLED" }, { state: "ENABLED" }],
  ["disabled before deleted", { state: "DISABLED" }, { state: "DELETED" }, { state: "DISABLED" }],
  ["disabled before what nobody knows", { state: "DISABLED" }, { state: "SLEEPING" }, { state: "DISABLED" }],
  ["any state before none", { state: "DELETED" }, {}, { state: "DELETED" }],
  ["what nobody knows before deleted", { state: "DELETED" }, { state: "AWAKE" }, { state: "AWAKE" }],
  ["of others the greater", { state: "AWAKE" }, { state: "SLEEPING" }, { state: "SLEEPING" }],
  ["a role with a mailbox first", { userRole: "SYSTEM_USER" }, { userRole: "RESOURCE" }, { userRole: "RESOURCE" }],
  ["a role nobody knows before one without", { userRole: "REMOTE_USER" }, { userRole: "BOT" }, { userRole: "BOT" }],
  ["a resource before a user", { kind: "resource" }, { kind: "user" }, { kind: "resource" }],
  ["the greater text", { name: "Bob" }, { name: "bob" }, { name: "bob" }],
  ["the later time", { enabledDate: "2024" }, { enabledDate: "2025" }, { enabledDate: "2025" }],
  ["what only one has", { email: "e@example.com" }, { name: "e" }, { email: "e@example.com", name: "e" }],
])("%s", (_name, a, b, joined) => {
  expect(joinMembers([of(a), of(b)])).toEqual([of(joined)]);
  expect(joinMembers([of(b), of(a)])).toEqual([of(joined)]);
});
