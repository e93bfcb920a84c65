import type { RosterMember } from "../model";
import { withoutUndefined } from "../withoutUndefined";

/**
 * Each member once, by entity id. A record can come twice, when it moved while the pages were read, and a resource can
 * stand in both lists, as a user of the role RESOURCE too. Which record is later cannot be told, so the result does not
 * depend on the order in which they come: member by member, the heavier or greater
 * value stays, and one that only one record has.
 *
 * @internal
 */
export function joinMembers(members: readonly RosterMember[]): readonly RosterMember[] {
  const byId = new Map<string, RosterMember>();
  for (const member of members) {
    const seen = byId.get(member.entityId);
    byId.set(member.entityId, seen === undefined ? member : joined(seen, member));
  }
  return [...byId.values()].sort((a, b) => (a.entityId < b.entityId ? -1 : 1));
}

function joined(a: RosterMember, b: RosterMember): RosterMember {
  return {
    entityId: a.entityId,
    kind: a.kind === "resource" ? a.kind : b.kind,
    ...withoutUndefined({
      name: greater(a.name, b.name),
      displayName: greater(a.displayName, b.displayName),
      email: greater(a.email, b.email),
      state: heavier(weightOfState, a.state, b.state),
      userRole: heavier(weightOfRole, a.userRole, b.userRole),
      enabledDate: greater(a.enabledDate, b.enabledDate),
      disabledDate: greater(a.disabledDate, b.disabledDate),
    }),
  };
}

function greater(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

/** How a value weighs against another: of two, believe the one that asks for more care of the mailbox. */
const weightOfState: Weights = new Map([
  ["ENABLED", 2],
  ["DISABLED", 1],
  ["DELETED", -1],
]);
const weightOfRole: Weights = new Map([
  ["USER", 2],
  ["RESOURCE", 1],
  ["SYSTEM_USER", -1],
  ["REMOTE_USER", -1],
]);

type Weights = ReadonlyMap<string, number>;

function heavier(weights: Weights, a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const difference = (weights.get(a) ?? 0) - (weights.get(b) ?? 0);
  if (difference === 0) return greater(a, b);
  return difference > 0 ? a : b;
}
