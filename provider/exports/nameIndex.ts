import type { RosterMember } from "../model";

/** Finds the members of a roster that a text names. @internal */
export type NameIndex = (text: string) => readonly RosterMember[];

/**
 * Members by id, else by email, else by name; emails and names in any case. More than one can have the same name, and
 * then all of them are given: which is meant is not ours to guess. A blank names nobody.
 *
 * @internal
 */
export function nameIndex(roster: readonly RosterMember[]): NameIndex {
  const byId = groupedBy(roster, ({ entityId }) => entityId);
  const byEmail = groupedBy(roster, ({ email }) => inOneCase(email));
  const byName = groupedBy(roster, ({ name }) => inOneCase(name));
  return (text) => byId.get(text) ?? byEmail.get(inOneCase(text)) ?? byName.get(inOneCase(text)) ?? [];
}

/** Only what WorkMail's names are made of: toLowerCase makes a k of the Kelvin sign, and two names would be one. */
function inOneCase(text = ""): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function groupedBy(roster: readonly RosterMember[], keyOf: (member: RosterMember) => string) {
  const groups = new Map<string, RosterMember[]>();
  for (const member of roster) {
    const key = keyOf(member);
    if (key.trim() === "") continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}
