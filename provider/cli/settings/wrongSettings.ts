import { type ArgumentFailure, InvalidArgumentsError } from "../../errors";
import type { ReadingCommand } from "./settingTable";

/** The error of settings that are wrong, or do not go together. @internal */
export function wrongSettings(command: ReadingCommand, failures: readonly ArgumentFailure[]): InvalidArgumentsError {
  return new InvalidArgumentsError(`workmail-exports ${command}`, failures);
}
