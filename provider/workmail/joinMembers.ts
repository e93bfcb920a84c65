import type { RosterMember } from "../model";
import { withoutUndefined } from "../withoutUndefined";

/**
 * Each member once, by entity id. A record can come twice, when it moved while the pages were read, and a resource can
 * stand in both lists, as a user of the role RESOURCE too. Which record is later cannot be told, so the result does not
 * depend on the order in which they come: member by member, the greater value stays, and one that only one record has.
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
      state: likelier(a.state, b.state),
      userRole: greater(a.userRole, b.userRole),
      enabledDate: greater(a.enabledDate, b.enabledDate),
      disabledDate: greater(a.disabledDate, b.disabledDate),
    }),
  };
}

function greater(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

/** How a state weighs against another: of two, believe the one that asks for more care of the mailbox. */
const weights: ReadonlyMap<string | undefined, number> = new Map([
  ["ENABLED", 2],
  ["DISABLED", 1],
]);

function likelier(a: string | undefined, b: string | undefined): string | undefined {
  const difference = (weights.get(a) ?? 0) - (weights.get(b) ?? 0);
  if (difference === 0) return greater(a, b);
  return difference > 0 ? a : b;
}
