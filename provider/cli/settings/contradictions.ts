import type { ArgumentFailure } from "../../errors";
import type { Config } from "./configFile";
import type { SaidBy } from "./said";
import type { SettingValues } from "./settingRules";
import type { ReadingCommand, SettingName } from "./settingTable";

/** All that was said, and where. @internal */
export interface AllSaid {
  readonly command: ReadingCommand;
  readonly values: SettingValues;
  readonly flags: SaidBy;
  readonly config: Config;
  /** What the command line, Terraform's query and the environment say. */
  readonly said: SaidBy;
}

interface Contradiction {
  readonly property: string;
  readonly reason: string;
  readonly holds: (all: AllSaid) => boolean;
}

const filters: readonly SettingName[] = [
  "states",
  "entityIds",
  "s3BucketName",
  "s3PathPrefix",
  "startedAfter",
  "startedBefore",
];
const coverageRules: readonly SettingName[] = ["cutover", "exclude", "excludeFile"];

const bareIds = ({ organizationId = [] }: SettingValues) => organizationId.filter((id) => !id.includes("/"));

function readsStdin({ stackState, stackOutputs, format }: SettingValues): number {
  const isQuery = format === "terraform" && (stackState === "-" || stackOutputs === "-");
  return [stackState === "-", stackOutputs === "-", isQuery].filter(Boolean).length;
}

/** Settings that are in order, each for itself, and do not go together. */
const table: readonly Contradiction[] = [
  {
    property: "--all-organizations",
    reason: "--all-organizations and --organization-id do not go together: give one of them",
    holds: ({ values: { allOrganizations, organizationId } }) =>
      allOrganizations === true && organizationId !== undefined,
  },
  {
    property: "organizations",
    reason: "a configuration file has organizationId or organizations, not both: put all of them into organizations",
    holds: ({ config }) => config.organizations.length > 0 && config.said.has("organizationId"),
  },
  {
    property: "--region",
    reason:
      "of several regions it cannot be told in which one an organization is: give --organization-id REGION/m-…, " +
      "or --all-organizations",
    holds: ({ values, config }) =>
      (values.region ?? []).length > 1 &&
      !values.allOrganizations &&
      (bareIds(values).length > 0 ||
        (values.organizationId === undefined && config.organizations.some(({ region }) => region === undefined))),
  },
  {
    property: "--region",
    reason: "--region says nothing where each organization is named with its own: leave one of the two out",
    holds: ({ values, said }) =>
      said.has("region") && values.organizationId !== undefined && bareIds(values).length === 0,
  },
  {
    property: "--region",
    reason: "--region and the region of an entry in organizations do not go together: leave one of the two out",
    holds: ({ values, config, said }) =>
      said.has("region") &&
      values.organizationId === undefined &&
      !values.allOrganizations &&
      config.organizations.some(({ region }) => region !== undefined),
  },
  {
    property: "--assume-role-arn",
    reason: "--assume-role-arn is required with any other --assume-role-…",
    holds: ({ values }) =>
      values.assumeRoleArn === undefined &&
      [values.assumeRoleSessionName, values.assumeRoleExternalId, values.assumeRoleDurationSeconds].some(
        (value) => value !== undefined,
      ),
  },
  {
    property: "--stack-state",
    reason:
      "stdin can be read once: give a file to all but one of --stack-state, --stack-outputs and Terraform's query",
    holds: ({ values }) => readsStdin(values) > 1,
  },
  {
    property: "--wait",
    reason: "--poll and --timeout say how to wait: give --wait with them",
    holds: ({ values, flags }) => !values.wait && (flags.has("poll") || flags.has("timeout")),
  },
  {
    property: "--output",
    reason: "--output is required: the name of a file, such as report.html, or FORMAT=FILE",
    holds: ({ command, values }) => command === "report" && values.output === undefined,
  },
  {
    property: "--of",
    reason: "the filters are those of a list: give --of list with them",
    holds: ({ command, values, flags }) =>
      command === "report" && values.of !== "list" && filters.some((name) => flags.has(name)),
  },
  {
    property: "--of",
    reason: "--cutover and --exclude are of the coverage: leave them out with --of list",
    holds: ({ command, values, flags }) =>
      command === "report" && values.of === "list" && coverageRules.some((name) => flags.has(name)),
  },
];

/** What does not go together, all of it. @internal */
export function contradictions(all: AllSaid): readonly ArgumentFailure[] {
  return table.filter(({ holds }) => holds(all)).map(({ property, reason }) => ({ property, reason }));
}
