import { plainLine } from "../../exports/plainText";
import type { Answer, UnreadOrganization } from "../answer";
import type { ExitCode } from "../exit";
import type { Look, Render } from "../formats/format";
import { type FormatName, formats } from "../formats/formats";
import { countsInWords } from "../formats/terminal/summaryLines";
import { annotation } from "../github/annotation";
import { annotationsOf } from "../github/annotationsOf";
import { tellGitHub } from "../github/tellGitHub";
import type { Host } from "../host";
import type { Settings } from "../settings/readSettings";
import type { ReadingCommand } from "../settings/settingTable";
import type { Destination } from "./destinations";
import { writeWhole } from "./writeWhole";

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
  for (const { file, format: own } of destinations) await writeWhole(file, renderer(own)(answer, plain));
  await tellGitHub(answer, exitCode, plain, host);
  tellUnread(answer.kind === "coverage" ? answer.unread : [], host);
  for (const { organizationId, region, state } of answer.leftOut) {
    host.stderr(`note: ${region}/${organizationId} is left out, since it is ${plainLine(state)}\n`);
  }
  if (host.environment["GITHUB_ACTIONS"] === "true") host.stderr(annotationsOf(answer).join(""));
  if (command === "report") host.stdout(destinations.map(({ file }) => `${file}\n`).join(""));
  // By Terraform's protocol a program that fails says so on stderr, and nothing on stdout.
  else if (format !== "terraform" || exitCode === 0) host.stdout(renderer(format)(answer, lookOf(host, show)));
  else if (answer.kind === "coverage")
    host.stderr(`error: the exports are ${answer.verdict}: ${countsInWords(answer.counts, "mailbox")}\n`);
}

/** Says what could not be read, each with what to do. @internal */
export function tellUnread(unread: readonly UnreadOrganization[], host: Host): void {
  const inActions = host.environment["GITHUB_ACTIONS"] === "true";
  for (const { message } of unread) {
    host.stderr(inActions ? annotation("error", "Not read", message) : `error: ${inLines(message)}\n`);
  }
}

/** Our errors are of several lines, and may quote a service. */
function inLines(message: string): string {
  return message
    .split("\n")
    .map((line) => plainLine(line))
    .join("\n");
}

function renderer(format: FormatName): Render {
  return formats[format].load();
}

function lookOf({ stdoutTerminal, environment }: Host, show: Look["show"]): Look {
  // https://no-color.org: any value but the empty one.
  const colour = stdoutTerminal !== undefined && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
  return { columns: stdoutTerminal?.columns, colour, show };
}
