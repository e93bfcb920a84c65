import type { RosterMember } from "../model";

/** Finds the members of a roster that a text names. @internal */
export type NameIndex = (text: string) => readonly RosterMember[];

/**
 * Members by id, else by email, else by name; emails and names in any case. More than one can have the same name, and
 * then all of them are given: which is meant is not ours to guess.
 *
 * @internal
 */
export function nameIndex(roster: readonly RosterMember[]): NameIndex {
  const byId = groupedBy(roster, ({ entityId }) => entityId);
  const byEmail = groupedBy(roster, ({ email }) => email?.toLowerCase());
  const byName = groupedBy(roster, ({ name }) => name?.toLowerCase());
  return (text) => byId.get(text) ?? byEmail.get(text.toLowerCase()) ?? byName.get(text.toLowerCase()) ?? [];
}

function groupedBy(roster: readonly RosterMember[], keyOf: (member: RosterMember) => string | undefined) {
  const groups = new Map<string, RosterMember[]>();
  for (const member of roster) {
    const key = keyOf(member);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}
