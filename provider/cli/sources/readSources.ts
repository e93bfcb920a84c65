import { readFile } from "node:fs/promises";
import { CliError, EXIT, messageOf } from "../exit";
import type { Host } from "../host";
import type { SettingValues } from "../settings/settingRules";
import type { Remembered } from "./remembered";

// Loaded on use: most runs have no stack.
const loaded = {
  stackState: (): typeof import("./stackState") => require("./stackState"),
  stackOutputs: (): typeof import("./stackOutputs") => require("./stackOutputs"),
};

/** What the stacks remember whose state or outputs are given. @throws CliError, InvalidArgumentsError @internal */
export async function readSources(
  { stackState, stackOutputs }: SettingValues,
  host: Host,
  warn: (message: string) => void,
): Promise<readonly Remembered[]> {
  const inState =
    stackState === undefined ? [] : loaded.stackState().jobsInState(...(await read("--stack-state", stackState, host)));
  const inOutputs =
    stackOutputs === undefined
      ? []
      : loaded.stackOutputs().jobsInOutputs(...(await read("--stack-outputs", stackOutputs, host)), warn);
  return [...inState, ...inOutputs];
}

/** The name of the file and its text. */
async function read(option: string, file: string, host: Host): Promise<[name: string, text: string]> {
  if (file === "-") return ["on stdin", await host.stdin()];
  try {
    return [file, await readFile(file, "utf8")];
  } catch (cause) {
    throw new CliError(`cannot read the file of ${option}, ${file}: ${messageOf(cause)}`, EXIT.usage, { cause });
  }
}
