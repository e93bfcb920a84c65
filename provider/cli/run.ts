import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { addEmulator } from "./commands/emulator";
import { addReading } from "./commands/reading";
import { CliError, EXIT, type ExitCode, messageOf } from "./exit";
import type { Host } from "./host";

/** The subcommands, in the order in which help shows them. One loads what it needs when it runs, and not before. */
const subcommands = [addReading, addEmulator];

/** Runs one command line (without node and the script) to its end. @internal */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const program = new Command("workmail-exports")
    .description("Amazon WorkMail mailbox export jobs on the command line.")
    .version(packageVersion())
    .exitOverride()
    .configureOutput(outputOf(host))
    .configureHelp({ subcommandTerm })
    .showHelpAfterError("(add --help for what there is)");
  let exitCode: ExitCode = EXIT.complete;
  for (const add of subcommands) {
    const end = (code: ExitCode) => {
      exitCode = code;
    };
    add(program, host, end, args);
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, host);
  }
}

/** All that Commander would ask the process itself for. It paints nothing. */
function outputOf(host: Host) {
  return {
    writeOut: host.stdout,
    writeErr: (text: string) => tell(text, host),
    getOutHelpWidth: () => host.stdoutTerminal?.columns ?? 80,
    getErrHelpWidth: () => host.stderrTerminal?.columns ?? 80,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
}

/** Said here, since a command gets its options only when it is asked for, and Commander would take it for one without. */
function subcommandTerm(command: Command): string {
  return `${command.name()} ${command.name() === "help" ? "[command]" : "[options]"}`;
}

function exitCodeOf(error: unknown, host: Host): ExitCode {
  // Commander has said already what it had to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.usage;
  tell(`error: ${messageOf(error)}\n`, host);
  if (error instanceof CliError) return error.exitCode;
  // By name, since what it is a class of is loaded only by the commands that throw it.
  return error instanceof Error && error.name === "InvalidArgumentsError" ? EXIT.usage : EXIT.failure;
}

/** What was said may be in it, and come from anywhere. */
function tell(text: string, host: Host): void {
  const { safeLines }: typeof import("./safeLines") = require("./safeLines");
  host.stderr(safeLines(text));
}

function packageVersion(): string {
  // As far away from the sources as from what is built of them.
  const { version }: { version: string } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8"));
  return version;
}
