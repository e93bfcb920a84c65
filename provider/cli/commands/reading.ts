import type { Command, Option } from "commander";
import type { ExitCode } from "../exit";
import type { Host } from "../host";
import type { Options } from "../settings/fromOptions";
import type { ReadingCommand, Setting, SettingName } from "../settings/settingTable";

/** The commands that read WorkMail, in the order in which help shows them, and what each is for. */
const descriptions = {
  list: "The mailbox export jobs: every page, or an error.",
  coverage: "Mailbox by mailbox: is it exported? Exits with the verdict.",
  gate: "The verdict, and why: may the tear-down go on? Exits with it.",
  report: "Files of the coverage, or of the list: HTML, JUnit, CSV, … Exits with the verdict.",
} as const satisfies Record<ReadingCommand, string>;

const exitCodes = `
Exit codes:
  0   complete: every mailbox is exported (of a list: every page was read)
  1   incomplete: a mailbox is known not to be exported
  2   unknown: it cannot be told
  64  usage: the command line, a file or a variable is wrong; nothing was read
  70  failure: something could not be read or written

Each setting can also be said in the environment, as WORKMAIL_EXPORTS_ and its name in capitals, for example
WORKMAIL_EXPORTS_ORGANIZATION_ID, or in the JSON file of --config, as organizationId.`;

/** The words of the command line. */
type Asked = readonly string[];

// Loaded on use: --help of the whole does without it.
const table = (): typeof import("../settings/settingTable") => require("../settings/settingTable");

/** `workmail-exports list`, and its like. @internal */
export function addReading(program: Command, host: Host, end: (exitCode: ExitCode) => void, asked: Asked): void {
  for (const [name, description] of Object.entries(descriptions)) {
    const command = program.command(name).description(description);
    // Thirty options each: only those of the command that is run, or whose help is asked for.
    if (asked.includes(name)) addSettings(command.addHelpText("after", exitCodes), name, host, end);
  }
}

function addSettings(command: Command, name: string, host: Host, end: (exitCode: ExitCode) => void): void {
  const { isReadingCommand, settingsOf } = table();
  if (!isReadingCommand(name)) return;
  for (const setting of settingsOf[name]) command.addOption(optionOf(command, setting));
  command.action(async (options: Options) => {
    // Loaded here and not above: help does without it, and so do the other commands.
    const { ask }: typeof import("./ask") = require("./ask");
    end(await ask(name, options, host));
  });
}

function optionOf(command: Command, name: SettingName): Option {
  const { option, value, help, kind }: Setting = table().settings[name];
  const made = command.createOption(value === undefined ? `--${option}` : `--${option} ${value}`, help);
  // Commander names what it read after the option; here it is the setting's name.
  made.attributeName = () => name;
  if (kind === "flag") return made;
  return kind === "text" || kind === "number" ? made.argParser(once) : made.argParser(collect);
}

/** Of two values one would be lost: the organizations of another state, or a stricter cutover. */
function once(text: string, before: string | undefined): string {
  if (before === undefined) return text;
  const { InvalidArgumentError }: typeof import("commander") = require("commander");
  throw new InvalidArgumentError("It may be given once.");
}

function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}
