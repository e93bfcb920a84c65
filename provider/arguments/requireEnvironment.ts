import { InvalidArgumentsError } from "../errors";
import type { ConnectionArgs, ProofArgs } from "../model";
import { checkArguments } from "./checkArguments";
import { readRules } from "./readRules";

/** The variables that stand in for an argument that is not given: the first that is not empty. */
const variables = {
  region: ["AWS_REGION", "AWS_DEFAULT_REGION"],
  endpoint: ["AWS_ENDPOINT_URL_WORKMAIL", "AWS_ENDPOINT_URL"],
  s3Endpoint: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"],
} as const;

/**
 * Holds what the environment says to the rules of the arguments it stands in for: the SDK would take a host without
 * `http://` for a URL of another kind, and fail without a word.
 *
 * @throws InvalidArgumentsError
 * @internal
 */
export function requireEnvironment(
  args: ConnectionArgs & ProofArgs,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const asked = args.prove ? (["region", "endpoint", "s3Endpoint"] as const) : (["region", "endpoint"] as const);
  const rules = asked.flatMap((option) => {
    const variable = variables[option].find((name) => environment[name]);
    return args[option] !== undefined || variable === undefined ? [] : [[variable, readRules[option]] as const];
  });
  const said = Object.fromEntries(rules.map(([variable]) => [variable, environment[variable]]));
  const failures = checkArguments(said, Object.fromEntries(rules));
  if (failures.length > 0) throw new InvalidArgumentsError("the environment", failures);
}
