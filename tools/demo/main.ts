import { CliError, EXIT, messageOf } from "../../provider/cli/exit";
import { parseOptions } from "./parseOptions";
import { runDemo } from "./runDemo";
import { createScreen } from "./screen";
import { Stopped, stopOnSignals } from "./stop";

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseOptions(args);
  if ("exitCode" in parsed) return parsed.exitCode;
  const stop = stopOnSignals();
  try {
    await runDemo(parsed.options, createScreen(process.stdout), stop);
    return EXIT.complete;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Stopped ? "" : "error: "}${messageOf(error)}\n`);
    return error instanceof Stopped || error instanceof CliError ? error.exitCode : EXIT.failure;
  }
}

void main(process.argv.slice(2)).then((exitCode) => {
  // At once: whatever still waits, such as a request of a search for the engine, is of no use to anybody.
  process.exit(exitCode);
});
