import { randomFrom } from "./random";
import type { SeedResource, SeedUser } from "./rosterTypes";
import { sampleEntityId } from "./sampleIds";
import { displayName, personName, resourceName, SAMPLE_DOMAIN } from "./samplePeople";
import type { SeedOrganization } from "./seedTypes";

interface RosterOptions {
  /** The ids that the jobs use; they are the first mailboxes. */
  readonly entityIds: readonly string[];
  readonly mailboxes: number;
  readonly now: Date;
  readonly randomSeed: number;
}

/** Every tenth mailbox is a room's or a piece of equipment's. */
const RESOURCE_EVERY = 10;

/** With fewer mailboxes nobody among them is disabled. */
const ENOUGH_FOR_A_DISABLED_ONE = 10;

const DAY_MS = 86_400_000;

/** The users and resources of a sample organization, and what it says of itself. @internal */
export function sampleRoster({ entityIds, mailboxes, now, randomSeed }: RosterOptions): Partial<SeedOrganization> {
  checkMailboxes(mailboxes, entityIds.length);
  const random = randomFrom(randomSeed ^ 0x5a5a5a5a); // another one than the jobs', which do not change with the roster
  const ids = Array.from({ length: mailboxes }, (_, i) => entityIds[i] ?? sampleEntityId(i, random));
  const numbered = ids.map((id, index) => ({ id, index }));
  const people = numbered.filter(({ index }) => !isResource(index)).map(({ id, index }) => person(id, index, now));
  return {
    alias: "example",
    defaultMailDomain: SAMPLE_DOMAIN,
    users: [
      ...(mailboxes < ENOUGH_FOR_A_DISABLED_ONE ? people : lastDisabled(people, now)),
      ...withoutMailbox(mailboxes, now, random),
    ],
    resources: numbered.filter(({ index }) => isResource(index)).map(({ id, index }) => resource(id, index, now)),
  };
}

function checkMailboxes(mailboxes: number, used: number): void {
  if (Number.isInteger(mailboxes) && mailboxes >= used) return;
  throw new RangeError(
    `sampleOrganization: mailboxes must be a whole number of at least ${used}, as the jobs export ${used} of them, got ${mailboxes}`,
  );
}

function isResource(index: number): boolean {
  return index % RESOURCE_EVERY === RESOURCE_EVERY - 1;
}

function person(id: string, index: number, now: Date): SeedUser {
  const name = personName(index);
  const email = `${name}@${SAMPLE_DOMAIN}`;
  return { id, name, displayName: displayName(name), email, enabledDate: daysBefore(now, 400 + (index % 1000)) };
}

function resource(id: string, index: number, now: Date): SeedResource {
  const number = Math.floor(index / RESOURCE_EVERY);
  const type = number % 2 === 0 ? "ROOM" : "EQUIPMENT";
  const name = resourceName(Math.floor(number / 2), type);
  return { id, name, email: `${name}@${SAMPLE_DOMAIN}`, type, enabledDate: daysBefore(now, 400 + (index % 1000)) };
}

// Five days ago: the mailbox is still there.
function lastDisabled(people: readonly SeedUser[], now: Date): readonly SeedUser[] {
  return people.map((each, index) =>
    index === people.length - 1 ? { ...each, state: "DISABLED", disabledDate: daysBefore(now, 5) } : each,
  );
}

function withoutMailbox(firstIndex: number, now: Date, random: () => number): readonly SeedUser[] {
  const another = (offset: number) => person(sampleEntityId(firstIndex + offset, random), firstIndex + offset, now);
  return [
    { id: sampleEntityId(firstIndex, random), name: "system", displayName: "System", userRole: "SYSTEM_USER" },
    { ...another(1), state: "DELETED", disabledDate: daysBefore(now, 90) },
    { ...another(2), state: "DISABLED", disabledDate: daysBefore(now, 60) },
  ];
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}
