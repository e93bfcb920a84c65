import { InvalidArgumentsError } from "../errors";
import { checkArguments } from "./checkArguments";
import type { Rules } from "./rule";

/** Throws all that is wrong with `args` at once; `subject` is what was called. @internal */
export function requireArguments(subject: string, args: unknown, rules: Rules): void {
  const failures = checkArguments(args, rules);
  if (failures.length > 0) throw new InvalidArgumentsError(subject, failures);
}
