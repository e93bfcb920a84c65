import type { ArgumentFailure } from "../../errors";
import type { SaidBy } from "./said";
import type { SettingValues } from "./settingRules";
import type { ReadingCommand } from "./settingTable";

interface Contradiction {
  readonly property: string;
  readonly reason: string;
  readonly holds: (values: SettingValues, command: ReadingCommand, flags: SaidBy) => boolean;
}

const bareIds = ({ organizationId = [] }: SettingValues) => organizationId.filter((id) => !id.includes("/"));
const readsStdin = ({ stackState, stackOutputs, format }: SettingValues) =>
  [
    stackState === "-",
    stackOutputs === "-",
    format === "terraform" && (stackState === "-" || stackOutputs === "-"),
  ].filter(Boolean).length;

/** Settings that are in order, each for itself, and do not go together. */
const table: readonly Contradiction[] = [
  {
    property: "--all-organizations",
    reason: "--all-organizations and --organization-id do not go together: give one of them",
    holds: ({ allOrganizations, organizationId }) => allOrganizations === true && organizationId !== undefined,
  },
  {
    property: "--region",
    reason:
      "of several regions it cannot be told in which one an organization is: give --organization-id REGION/m-…, " +
      "or --all-organizations",
    holds: (values) => (values.region ?? []).length > 1 && !values.allOrganizations && bareIds(values).length > 0,
  },
  {
    property: "--assume-role-arn",
    reason: "--assume-role-arn is required with any other --assume-role-…",
    holds: ({ assumeRoleArn, assumeRoleSessionName, assumeRoleExternalId, assumeRoleDurationSeconds }) =>
      assumeRoleArn === undefined &&
      [assumeRoleSessionName, assumeRoleExternalId, assumeRoleDurationSeconds].some((value) => value !== undefined),
  },
  {
    property: "--stack-state",
    reason:
      "stdin can be read once: give a file to all but one of --stack-state, --stack-outputs and Terraform's query",
    holds: (values) => readsStdin(values) > 1,
  },
  {
    property: "--wait",
    reason: "--poll and --timeout say how to wait: give --wait with them",
    holds: ({ wait }, _command, flags) => !wait && (flags.has("poll") || flags.has("timeout")),
  },
  {
    property: "--output",
    reason: "--output is required: the name of a file, such as report.html, or FORMAT=FILE",
    holds: ({ output }, command) => command === "report" && output === undefined,
  },
];

/** What does not go together, all of it. @internal */
export function contradictions(
  command: ReadingCommand,
  values: SettingValues,
  flags: SaidBy,
): readonly ArgumentFailure[] {
  return table
    .filter(({ holds }) => holds(values, command, flags))
    .map(({ property, reason }) => ({ property, reason }));
}
