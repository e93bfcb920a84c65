import type { Answer } from "../answer";
import { EXIT, type ExitCode } from "../exit";
import type { SettingValues } from "../settings/settingRules";
import type { ReadingCommand } from "../settings/settingTable";

/**
 * What a command exits with that has its answer: the verdict, wherever there is one, so that `coverage && destroy` is no
 * trap. Terraform takes any other status than 0 for a program that failed, so `coverage` hands the verdict over as data
 * there; a gate is one for Terraform too.
 *
 * @internal
 */
export function exitCodeOf(
  command: ReadingCommand,
  { format, exitZero = false }: Pick<SettingValues, "format" | "exitZero">,
  answer: Answer,
): ExitCode {
  if (answer.kind === "list") return EXIT.complete;
  if (answer.unread.length > 0) return EXIT.failure;
  if (exitZero || (command === "coverage" && format === "terraform")) return EXIT.complete;
  return EXIT[answer.verdict];
}
