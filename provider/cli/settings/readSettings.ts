import { checkArguments } from "../../arguments/checkArguments";
import { filterRules } from "../../arguments/filterRules";
import type { ArgumentFailure } from "../../errors";
import { withoutUndefined } from "../../withoutUndefined";
import type { Host } from "../host";
import { type Config, noConfig, type OrganizationEntry, readConfig } from "./configFile";
import { contradictions } from "./contradictions";
import { readExcludeFile } from "./excludeFile";
import { fromOptions, type Options } from "./fromOptions";
import { fromEnvironment, fromQuery, type SaidInTexts } from "./fromTexts";
import { readQuery } from "./query";
import { firstSaid, type SaidBy } from "./said";
import { type SettingValues, settingRules } from "./settingRules";
import { type ReadingCommand, settingsOf } from "./settingTable";
import { wrongSettings } from "./wrongSettings";

/** The settings of one run, checked, and what the configuration file says of single organizations. @internal */
export interface Settings extends SettingValues {
  readonly organizations: Config["organizations"];
}

/**
 * The settings of a command: the command line goes before Terraform's query, that before the environment, and that
 * before the configuration file. All that is wrong is told at once, before anything is sent.
 *
 * @throws CliError, InvalidArgumentsError
 * @internal
 */
export async function readSettings(command: ReadingCommand, options: Options, host: Host): Promise<Settings> {
  const flags = fromOptions(command, options);
  const environment = fromEnvironment(command, host.environment);
  const query = await queryOf(command, firstSaid([flags, environment.said]), host);
  const said = firstSaid([flags, query.said, environment.said]);
  const file = said.get("config")?.value;
  const config = typeof file === "string" && file !== "" ? await readConfig(file) : noConfig;
  // What the file says is checked already, as it stands there.
  const failures = [...query.failures, ...environment.failures, ...config.failures, ...checkSaid(said)];
  const all = ofCommand(command, firstSaid([said, config.said]));
  const values = Object.fromEntries([...all].map(([name, { value }]) => [name, value]));
  requireSettings(command, values, [...failures, ...checkInterval(values)]);
  const contrary = contradictions({ command, values, flags, config, said });
  if (contrary.length > 0) throw wrongSettings(command, contrary);
  const organizations = config.organizations.map((entry) => withoutSaid(entry, said));
  return { ...values, ...(await excluded(values)), organizations };
}

/** The command line and the environment go before the file, also before what it says of one organization. */
function withoutSaid(entry: OrganizationEntry, said: SaidBy): OrganizationEntry {
  const { organizationId, exclude } = entry;
  const rest = { ...entry };
  for (const name of said.keys()) Reflect.deleteProperty(rest, name);
  if (said.has("assumeRoleArn")) Reflect.deleteProperty(rest, "assumeRole");
  // What is excluded for all is excluded beside what is excluded for one.
  return { ...rest, organizationId, ...withoutUndefined({ exclude }) };
}

/** A configuration file may be for several commands. */
function ofCommand(command: ReadingCommand, said: SaidBy): SaidBy {
  return new Map([...said].filter(([name]) => settingsOf[command].includes(name)));
}

/** Terraform hands its query to stdin, and the format is its own. */
async function queryOf(command: ReadingCommand, said: SaidBy, host: Host): Promise<SaidInTexts> {
  return said.get("format")?.value === "terraform" ? fromQuery(command, await readQuery(host)) : nothing;
}

const nothing: SaidInTexts = { said: new Map(), failures: [] };

function checkSaid(said: SaidBy): readonly ArgumentFailure[] {
  const entries = [...said];
  return checkArguments(
    Object.fromEntries(entries.map(([, { place, value }]) => [place, value])),
    Object.fromEntries(entries.map(([name, { place }]) => [place, settingRules[name]])),
  );
}

/** The one rule that is of two settings; the others were held to each where it was said. */
function checkInterval({ startedAfter, startedBefore }: Readonly<Record<string, unknown>>): readonly ArgumentFailure[] {
  const interval = withoutUndefined({ startedAfter, startedBefore });
  const failures = checkArguments(interval, filterRules);
  return Object.keys(interval).length === 2 ? failures.filter(({ reason }) => reason.includes("earlier")) : [];
}

function requireSettings(
  command: ReadingCommand,
  _values: Readonly<Record<string, unknown>>,
  failures: readonly ArgumentFailure[],
): asserts _values is Record<string, unknown> & SettingValues {
  if (failures.length > 0) throw wrongSettings(command, failures);
}

/** What the file excludes, and what is excluded beside it. */
async function excluded({ exclude, excludeFile }: SettingValues): Promise<Pick<SettingValues, "exclude">> {
  if (excludeFile === undefined) return {};
  return { exclude: { ...(await readExcludeFile(excludeFile)), ...exclude } };
}
