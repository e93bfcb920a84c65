import { connectionRules } from "../../arguments/connectionRules";
import { coverageRules } from "../../arguments/coverageRules";
import { filterRules } from "../../arguments/filterRules";
import { readRules } from "../../arguments/readRules";
import { flag, isText, listOf, oneOf, type Rule, type RulesOf, text, wholeNumber } from "../../arguments/rule";
import type { CoverageRules } from "../../coverageModel";
import type { AssumeRole, MailboxExportJobFilters, ReadMailboxExportJobsArgs } from "../../model";
import { regionName } from "../../regionName";
import { type FormatName, formats } from "../formats/formats";

/** What the settings hold once they are checked; each may be missing. @internal */
export interface SettingValues
  extends Omit<ReadMailboxExportJobsArgs, "organizationId" | "region" | "assumeRole">,
    MailboxExportJobFilters,
    CoverageRules {
  readonly organizationId?: readonly string[] | undefined;
  readonly allOrganizations?: boolean | undefined;
  readonly region?: readonly string[] | undefined;
  readonly assumeRoleArn?: AssumeRole["roleArn"] | undefined;
  readonly assumeRoleSessionName?: AssumeRole["sessionName"];
  readonly assumeRoleExternalId?: AssumeRole["externalId"];
  readonly assumeRoleDurationSeconds?: AssumeRole["durationSeconds"];
  readonly organizationConcurrency?: number | undefined;
  readonly excludeFile?: string | undefined;
  readonly stackState?: string | undefined;
  readonly stackOutputs?: string | undefined;
  readonly config?: string | undefined;
  readonly format?: FormatName | undefined;
  readonly output?: readonly string[] | undefined;
  readonly debug?: boolean | undefined;
  readonly exitZero?: boolean | undefined;
  readonly wait?: boolean | undefined;
  readonly poll?: number | undefined;
  readonly timeout?: number | undefined;
  readonly of?: "coverage" | "list" | undefined;
}

const { roleArn, sessionName, externalId, durationSeconds } = connectionRules.assumeRole.members;
const { organizationId, assumeRole, ...others } = readRules;
const file = text("the name of a file");

/** `m-…`, with its region before it where that is another one than that of the rest. */
const isOrganization = (value: unknown): value is string =>
  typeof value === "string" && /^([a-z0-9-]+\/)?m-[0-9a-f]{32}$/.test(value);

const minutes: Rule = {
  rule: "a number of minutes above 0, at most 10080 (a week)",
  accepts: (value) => typeof value === "number" && value > 0 && value <= 10_080,
};

/** What each setting must be. @internal */
export const settingRules = {
  ...others,
  ...filterRules,
  cutover: coverageRules.cutover,
  exclude: {
    rule: 'MAILBOX=REASON; in a file an object of reasons, for example { "fax@example.com": "empty" }',
    accepts: coverageRules.exclude.accepts,
  },
  organizationId: listOf(
    isOrganization,
    "an organization id, m- and 32 hexadecimal digits in lower case, or REGION/m-…",
  ),
  allOrganizations: flag,
  region: listOf(
    (value) => typeof value === "string" && regionName.test(value),
    "the name of an AWS region, for example us-east-1",
  ),
  assumeRoleArn: { rule: roleArn.rule, accepts: roleArn.accepts },
  assumeRoleSessionName: sessionName,
  assumeRoleExternalId: externalId,
  assumeRoleDurationSeconds: durationSeconds,
  organizationConcurrency: wholeNumber(1, 64),
  excludeFile: file,
  stackState: file,
  stackOutputs: file,
  config: file,
  format: oneOf(Object.keys(formats)),
  output: listOf(isText, "the name of a file, or FORMAT=FILE"),
  debug: flag,
  exitZero: flag,
  wait: flag,
  poll: wholeNumber(1, 3600),
  timeout: minutes,
  of: oneOf(["coverage", "list"]),
} satisfies RulesOf<SettingValues>;
