import { checkArguments } from "../../arguments/checkArguments";
import { connectionRules } from "../../arguments/connectionRules";
import { coverageRules } from "../../arguments/coverageRules";
import { readRules } from "../../arguments/readRules";
import type { Rule, RulesOf } from "../../arguments/rule";
import type { CoverageRules } from "../../coverageModel";
import type { ArgumentFailure } from "../../errors";
import type { ReadMailboxExportJobsArgs } from "../../model";
import { jsonFile } from "./jsonFile";
import type { Said, SaidBy } from "./said";
import { sameOrganization } from "./sameOrganization";
import { settingRules } from "./settingRules";
import { isSettingName, type Setting, type SettingName, settings } from "./settingTable";

/** What a configuration file says of one organization alone. @internal */
export type OrganizationEntry = ReadMailboxExportJobsArgs & CoverageRules;

/** What a configuration file says. @internal */
export interface Config {
  readonly said: SaidBy;
  readonly organizations: readonly OrganizationEntry[];
  readonly failures: readonly ArgumentFailure[];
}

/** Without a file. @internal */
export const noConfig: Config = { said: new Map(), organizations: [], failures: [] };

const entryRules: RulesOf<OrganizationEntry> = { ...readRules, ...coverageRules };

const listOfOrganizations: Rule = {
  rule: 'a list of objects, one for each organization: [{ "organizationId": "m-…" }]',
  accepts: Array.isArray,
  sensitive: true,
};

/** The settings by their names, but for those that stand inside another one. */
const fileRules = {
  ...Object.fromEntries(
    Object.entries(settingRules).filter(([name]) => isSettingName(name) && !("inFile" in settings[name])),
  ),
  assumeRole: connectionRules.assumeRole,
  organizations: listOfOrganizations,
};

/** Reads a configuration file. What is wrong with its members is among its failures. @throws CliError @internal */
export async function readConfig(file: string): Promise<Config> {
  const content = withLists(await jsonFile("the configuration file", file));
  const given: unknown = content["organizations"];
  const entries: readonly unknown[] = Array.isArray(given) ? given : [];
  const failures = [
    ...checkArguments(content, fileRules),
    ...entries.flatMap((entry, index) =>
      checkArguments({ [`organizations[${index}]`]: entry }, { [`organizations[${index}]`]: entryRule }),
    ),
  ];
  const organizations = entries.filter(isEntry);
  return {
    said: saidIn(file, content),
    organizations,
    failures: [...failures, ...twice(organizations)].map(({ property, reason }) => ({
      property,
      reason: `${file}: ${reason}`,
    })),
  };
}

const entryRule: Rule = {
  rule: "an object with organizationId",
  sensitive: true,
  accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  members: entryRules,
};

/** Two that can be of the same organization: one of them would not count. */
function twice(entries: readonly OrganizationEntry[]): readonly ArgumentFailure[] {
  const again = entries.filter((entry, index) => entries.slice(0, index).some((one) => sameOrganization(one, entry)));
  return again.map(({ organizationId }) => ({
    property: "organizations",
    reason: `organizations has ${organizationId} twice: put what is said of it into one entry`,
  }));
}

function isEntry(entry: unknown): entry is OrganizationEntry {
  return checkArguments(entry, entryRules).length === 0;
}

/** Where several can be said, one alone need not be a list. */
function withLists(content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, isSettingName(name) ? asList(name, value) : value]),
  );
}

function asList(name: SettingName, value: unknown): unknown {
  const { kind }: Setting = settings[name];
  return (kind === "texts" || kind === "files") && typeof value === "string" ? [value] : value;
}

function saidIn(file: string, content: Readonly<Record<string, unknown>>): SaidBy {
  const role: unknown = content["assumeRole"];
  const ofRole = new Map(typeof role === "object" && role !== null ? Object.entries(role) : []);
  const said = Object.entries(settings).flatMap(([name, { inFile }]: [string, Setting]): [SettingName, Said][] => {
    if (!isSettingName(name) || inFile === "nowhere") return [];
    const value: unknown = inFile === undefined ? content[name] : ofRole.get(inFile.assumeRole);
    return value === undefined ? [] : [[name, { place: `${file}: ${name}`, value }]];
  });
  return new Map(said);
}
