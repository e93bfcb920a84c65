import { InvalidArgumentsError } from "../errors";
import type { ConnectionArgs } from "../model";
import { checkArguments } from "./checkArguments";
import { connectionRules } from "./connectionRules";

/** The variables that stand in for an argument that is not given. */
const variables = [
  ["AWS_REGION", "region"],
  ["AWS_DEFAULT_REGION", "region"],
  ["AWS_ENDPOINT_URL_WORKMAIL", "endpoint"],
  ["AWS_ENDPOINT_URL", "endpoint"],
] as const;

/**
 * Holds what the environment says to the rules of the arguments it stands in for: the SDK would take a host without
 * `http://` for a URL of another kind, and fail without a word. An empty variable is as good as none.
 *
 * @throws InvalidArgumentsError
 * @internal
 */
export function requireEnvironment(
  args: ConnectionArgs,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const failures = variables
    .filter(([variable, option]) => args[option] === undefined && environment[variable])
    .flatMap(([variable, option]) =>
      checkArguments({ [variable]: environment[variable] }, { [variable]: connectionRules[option] }),
    );
  if (failures.length > 0) throw new InvalidArgumentsError("the environment", failures);
}
