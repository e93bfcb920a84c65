import type { SettingName } from "./settingTable";

/** A value of a setting, and where it was said: `--cutover`, `WORKMAIL_EXPORTS_CUTOVER`, `ci.json: cutover`. @internal */
export interface Said {
  readonly place: string;
  readonly value: unknown;
}

/** What one source says. @internal */
export type SaidBy = ReadonlyMap<SettingName, Said>;

/** Of these one says what the other would: whoever says one of them first has said both. */
const alternatives: Partial<Record<SettingName, SettingName>> = {
  organizationId: "allOrganizations",
  allOrganizations: "organizationId",
};

/** What is said, by whoever says it first. @internal */
export function firstSaid(sources: readonly SaidBy[]): SaidBy {
  const said = new Map<SettingName, Said>();
  for (const source of sources) {
    const before = new Set(said.keys());
    for (const [name, value] of source) {
      const other = value.value === false ? undefined : alternatives[name];
      const isSaidOtherwise = other !== undefined && before.has(other) && said.get(other)?.value !== false;
      if (!before.has(name) && !isSaidOtherwise) said.set(name, value);
    }
  }
  return said;
}
