import { CliError, EXIT } from "../../provider/cli/exit";
import type { RecordedRequest } from "../../provider/emulator";

// A demonstration that shows something else than what happened would be worse than none.

/** @throws CliError if Pulumi shows something else than there is. */
export function requireSame(what: string, shown: unknown, real: unknown): void {
  const [left, right] = [String(shown), String(real)];
  if (left !== right) throw new CliError(`${what}: Pulumi shows ${left}, and it is ${right}`, EXIT.failure);
}

/** @throws CliError if one of the requests could have changed something. */
export function requireOnlyReads(requests: readonly RecordedRequest[]): void {
  const other = requests.find(({ operation }) => !/^(List|Describe)[A-Z]/.test(operation));
  if (other) throw new CliError(`Pulumi asked WorkMail for ${other.operation}`, EXIT.failure);
}
