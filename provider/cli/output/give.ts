import { plainLine } from "../../exports/plainText";
import type { Answer, CoverageAnswer, UnreadOrganization } from "../answer";
import type { ExitCode } from "../exit";
import type { Look, Render } from "../formats/format";
import { type FormatName, formats } from "../formats/formats";
import type { Host } from "../host";
import type { Settings } from "../settings/readSettings";
import type { ReadingCommand } from "../settings/settingTable";
import type { Destination } from "./destinations";
import { isInActions, tell } from "./tell";

// Loaded on use: most runs write to stdout alone.
const loaded = {
  annotationsOf: (): typeof import("../github/annotationsOf") => require("../github/annotationsOf"),
  tellGitHub: (): typeof import("../github/tellGitHub") => require("../github/tellGitHub"),
  summaryLines: (): typeof import("../formats/terminal/summaryLines") => require("../formats/terminal/summaryLines"),
  writeWhole: (): typeof import("./writeWhole") => require("./writeWhole"),
};

/**
 * Hands an answer over: to stdout, to files, and, in GitHub Actions, to the run's summary, outputs and annotations.
 *
 * @throws CliError
 * @internal
 */
export async function give(
  command: ReadingCommand,
  answer: Answer,
  exitCode: ExitCode,
  { format = "table" }: Settings,
  destinations: readonly Destination[],
  host: Host,
): Promise<void> {
  const show = command === "gate" ? "findings" : "mailboxes";
  const plain: Look = { columns: undefined, colour: false, show };
  tellUnread(answer.kind === "coverage" ? answer.unread : [], host);
  for (const { organizationId, region, state } of answer.leftOut) {
    host.stderr(`note: ${region}/${organizationId} is left out, since it is ${plainLine(state)}\n`);
  }
  // Before the files: one that cannot be written must not take the answer away.
  if (command !== "report") toStdout(answer, exitCode, format, lookOf(host, show), host);
  for (const { file, format: own } of destinations) {
    await loaded.writeWhole().writeWhole(file, renderer(own)(answer, plain));
    if (command === "report") host.stdout(`${file}\n`);
  }
  await toGitHub(answer, exitCode, plain, host);
}

/** By Terraform's protocol a program that fails says so on stderr, and nothing on stdout. */
function toStdout(answer: Answer, exitCode: ExitCode, format: FormatName, look: Look, host: Host): void {
  if (format !== "terraform" || exitCode === 0) host.stdout(renderer(format)(answer, look));
  else if (answer.kind === "coverage") host.stderr(`error: ${inShort(answer)}\n`);
}

function inShort({ verdict, counts }: CoverageAnswer): string {
  return `the exports are ${verdict}: ${loaded.summaryLines().countsInWords(counts, "mailbox")}`;
}

async function toGitHub(answer: Answer, exitCode: ExitCode, look: Look, host: Host): Promise<void> {
  const { GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = host.environment;
  if (GITHUB_STEP_SUMMARY || GITHUB_OUTPUT) await loaded.tellGitHub().tellGitHub(answer, exitCode, look, host);
  if (isInActions(host)) host.stderr(loaded.annotationsOf().annotationsOf(answer).join(""));
}

/** Says what could not be read, each with what to do. @internal */
export function tellUnread(unread: readonly UnreadOrganization[], host: Host): void {
  for (const { message } of unread) tell(host, "error", message, "Not read");
}

function renderer(format: FormatName): Render {
  return formats[format].load();
}

function lookOf({ stdoutTerminal, environment }: Host, show: Look["show"]): Look {
  // https://no-color.org: any value but the empty one.
  const colour = stdoutTerminal !== undefined && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
  return { columns: stdoutTerminal?.columns, colour, show };
}
