import { InvalidArgumentsError } from "../errors";
import type { ConnectionArgs } from "../model";
import { checkArguments } from "./checkArguments";
import { connectionRules } from "./connectionRules";

/** The variables that stand in for an argument that is not given: the first that is not empty. */
const variables = {
  region: ["AWS_REGION", "AWS_DEFAULT_REGION"],
  endpoint: ["AWS_ENDPOINT_URL_WORKMAIL", "AWS_ENDPOINT_URL"],
} as const;

/**
 * Holds what the environment says to the rules of the arguments it stands in for: the SDK would take a host without
 * `http://` for a URL of another kind, and fail without a word.
 *
 * @throws InvalidArgumentsError
 * @internal
 */
export function requireEnvironment(
  args: ConnectionArgs,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const failures = (["region", "endpoint"] as const).flatMap((option) => {
    const variable = variables[option].find((name) => environment[name]);
    if (args[option] !== undefined || variable === undefined) return [];
    return checkArguments({ [variable]: environment[variable] }, { [variable]: connectionRules[option] });
  });
  if (failures.length > 0) throw new InvalidArgumentsError("the environment", failures);
}
