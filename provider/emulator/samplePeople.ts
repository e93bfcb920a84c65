const FIRST = `alice bruno carla dmitri elena farid greta hugo ines jonas keiko liam
  maria nadia omar petra quentin rosa stefan tamara umar vera wendy yusuf`.split(/\s+/);
const LAST = `abbott bauer costa duval eriksen fischer garcia hansen ivanov jensen kowalski lopez moreau
  novak okafor petrov quinn rossi schmidt tanaka ueda vargas weber young zhang`.split(/\s+/);

const ROOMS = ["atlas", "borealis", "cedar", "delta", "ember"];
const EQUIPMENT = ["projector", "camera", "printer", "van"];

/** @internal */
export const SAMPLE_DOMAIN = "example.com";

/** The name of person number `index`; six hundred have one of their own, the rest a number behind it. @internal */
export function personName(index: number): string {
  const turn = Math.floor(index / FIRST.length);
  const first = index % FIRST.length;
  // Six and the number of last names have no common divisor, so that no pair comes twice before all have come.
  const last = (first + 6 * turn) % LAST.length;
  const round = Math.floor(turn / LAST.length);
  return `${FIRST[first]}.${LAST[last]}${round === 0 ? "" : round + 1}`;
}

/** `alice.abbott` as people write it. @internal */
export function displayName(name: string): string {
  return name
    .split(".")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}

/** @internal */
export function resourceName(index: number, type: "ROOM" | "EQUIPMENT"): string {
  const names = type === "ROOM" ? ROOMS : EQUIPMENT;
  return `${type === "ROOM" ? "room-" : ""}${names[index % names.length]}-${Math.floor(index / names.length) + 1}`;
}
