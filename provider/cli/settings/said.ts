import type { SettingName } from "./settingTable";

/** A value of a setting, and where it was said: `--cutover`, `WORKMAIL_EXPORTS_CUTOVER`, `ci.json: cutover`. @internal */
export interface Said {
  readonly place: string;
  readonly value: unknown;
}

/** What one source says. @internal */
export type SaidBy = ReadonlyMap<SettingName, Said>;

/** What is said, by whoever says it first. @internal */
export function firstSaid(sources: readonly SaidBy[]): SaidBy {
  return new Map(sources.toReversed().flatMap((source) => [...source]));
}
