import { InvalidArgumentsError } from "../errors";
import { checkArguments } from "./checkArguments";
import type { RulesOf } from "./rule";

/** Throws all that is wrong with `args` at once; `subject` is what was called. @internal */
export function requireArguments<Args>(subject: string, args: unknown, rules: RulesOf<Args>): asserts args is Args {
  const failures = checkArguments(args, rules);
  if (failures.length > 0) throw new InvalidArgumentsError(subject, failures);
}
