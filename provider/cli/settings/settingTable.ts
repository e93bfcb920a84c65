/** How the text of a setting becomes its value. @internal */
export type SettingKind = "text" | "flag" | "number" | "texts" | "files" | "reasons";

/** What one setting is, wherever it is said: on the command line, in the environment, in a file. @internal */
export interface Setting {
  /** The option, without its dashes. */
  readonly option: string;
  readonly kind: SettingKind;
  /** What stands for the value in help; a flag has none. */
  readonly value?: string;
  readonly help: string;
  /** Where in a configuration file it is, if not under its own name. */
  readonly inFile?: { readonly assumeRole: string } | "nowhere";
}

/** What is asked, where, as whom, and how patiently: named as the arguments of the functions are. */
const where = {
  organizationId: {
    option: "organization-id",
    kind: "texts",
    value: "<id>",
    help: "an organization: m-…, or REGION/m-… (may be repeated)",
  },
  allOrganizations: {
    option: "all-organizations",
    kind: "flag",
    help: "every organization of the account, as ListOrganizations shows them, in each --region (default: all three)",
  },
  region: {
    option: "region",
    kind: "texts",
    value: "<name>",
    help: "the AWS region (may be repeated with --all-organizations)",
  },
  profile: { option: "profile", kind: "text", value: "<name>", help: "a profile of the shared AWS configuration" },
  assumeRoleArn: {
    option: "assume-role-arn",
    kind: "text",
    value: "<arn>",
    help: "a role to assume",
    inFile: { assumeRole: "roleArn" },
  },
  assumeRoleSessionName: {
    option: "assume-role-session-name",
    kind: "text",
    value: "<name>",
    help: "the name of that role's session",
    inFile: { assumeRole: "sessionName" },
  },
  assumeRoleExternalId: {
    option: "assume-role-external-id",
    kind: "text",
    value: "<id>",
    help: "the external id that its trust policy asks for",
    inFile: { assumeRole: "externalId" },
  },
  assumeRoleDurationSeconds: {
    option: "assume-role-duration-seconds",
    kind: "number",
    value: "<n>",
    help: "how long that session lasts",
    inFile: { assumeRole: "durationSeconds" },
  },
  endpoint: { option: "endpoint", kind: "text", value: "<url>", help: "another WorkMail, such as the emulator's" },
  pageSize: {
    option: "page-size",
    kind: "number",
    value: "<n>",
    help: "how many to ask for in one page (default: 100)",
  },
  maxAttempts: { option: "max-attempts", kind: "number", value: "<n>", help: "tries of one request (default: 5)" },
  requestTimeoutSeconds: {
    option: "request-timeout-seconds",
    kind: "number",
    value: "<n>",
    help: "how long one try may be silent (default: 30)",
  },
  timeoutSeconds: {
    option: "timeout-seconds",
    kind: "number",
    value: "<n>",
    help: "how long the read of one organization may take (default: 300)",
  },
  organizationConcurrency: {
    option: "organization-concurrency",
    kind: "number",
    value: "<n>",
    help: "how many organizations of a region are read at a time (default: 8)",
  },
} as const satisfies Record<string, Setting>;

const look = {
  includeDetails: {
    option: "include-details",
    kind: "flag",
    help: "ask for the details of each job: errorInfo, roleArn, kmsKeyArn, s3Prefix",
  },
  detailsConcurrency: {
    option: "details-concurrency",
    kind: "number",
    value: "<n>",
    help: "how many of these at a time (default: 8)",
  },
  prove: { option: "prove", kind: "flag", help: "look for the archive of each completed job in S3" },
  proveConcurrency: {
    option: "prove-concurrency",
    kind: "number",
    value: "<n>",
    help: "how many of these at a time (default: 16)",
  },
  s3Endpoint: { option: "s3-endpoint", kind: "text", value: "<url>", help: "another S3, for --prove" },
} as const satisfies Record<string, Setting>;

const filters = {
  states: {
    option: "state",
    kind: "texts",
    value: "<state>",
    help: "jobs in this state: RUNNING, COMPLETED, FAILED or CANCELLED (may be repeated)",
  },
  entityIds: {
    option: "entity-id",
    kind: "texts",
    value: "<id>",
    help: "jobs of this user or resource (may be repeated)",
  },
  s3BucketName: { option: "s3-bucket-name", kind: "text", value: "<name>", help: "jobs that write to this bucket" },
  s3PathPrefix: { option: "s3-path-prefix", kind: "text", value: "<text>", help: "jobs whose s3Path starts so" },
  startedAfter: {
    option: "started-after",
    kind: "text",
    value: "<time>",
    help: "jobs started at this time or later (RFC 3339)",
  },
  startedBefore: { option: "started-before", kind: "text", value: "<time>", help: "jobs started before this time" },
} as const satisfies Record<string, Setting>;

const rules = {
  cutover: {
    option: "cutover",
    kind: "text",
    value: "<time>",
    help: "an export counts that started at this time or later (RFC 3339)",
  },
  exclude: {
    option: "exclude",
    kind: "reasons",
    value: "<mailbox=reason>",
    help: "a mailbox that needs no export, by id, email or name, and why (may be repeated)",
  },
  excludeFile: {
    option: "exclude-file",
    kind: "text",
    value: "<file>",
    help: 'a JSON file with such mailboxes: { "fax@example.com": "empty" }',
  },
} as const satisfies Record<string, Setting>;

const sources = {
  stackState: {
    option: "stack-state",
    kind: "text",
    value: "<file>",
    help: "add the jobs that a stack remembers: what `pulumi stack export` prints; - is stdin",
  },
  stackOutputs: {
    option: "stack-outputs",
    kind: "text",
    value: "<file>",
    help: "add the jobs among a stack's outputs: what `pulumi stack output --json` prints; - is stdin",
  },
  config: {
    option: "config",
    kind: "text",
    value: "<file>",
    help: "a JSON file with any of these settings, under the names of the arguments",
    inFile: "nowhere",
  },
} as const satisfies Record<string, Setting>;

const printed = {
  format: {
    option: "format",
    kind: "text",
    value: "<name>",
    help: "what is written to stdout: table, json, ndjson, csv, markdown, junit, html or terraform (default: table)",
  },
} as const satisfies Record<string, Setting>;

const output = {
  output: {
    option: "output",
    kind: "files",
    value: "<file>",
    help: "also write a file, in the format of its ending, or FORMAT=FILE (may be repeated)",
  },
  debug: { option: "debug", kind: "flag", help: "show each request on stderr, without credentials" },
} as const satisfies Record<string, Setting>;

const exitZero = {
  exitZero: {
    option: "exit-zero",
    kind: "flag",
    help: "exit with 0 whatever the verdict is, as long as everything could be read",
  },
} as const satisfies Record<string, Setting>;

const waiting = {
  wait: { option: "wait", kind: "flag", help: "read again until no export runs any more" },
  poll: { option: "poll", kind: "number", value: "<seconds>", help: "how often, with --wait (default: 60)" },
  timeout: {
    option: "timeout",
    kind: "number",
    value: "<minutes>",
    help: "how long to wait at most, in minutes (default: without end); --timeout-seconds is of one read",
  },
} as const satisfies Record<string, Setting>;

const reported = {
  of: {
    option: "of",
    kind: "text",
    value: "<what>",
    help: "what the files tell: coverage or list (default: coverage)",
  },
} as const satisfies Record<string, Setting>;

/** Every setting, by the name that it has in a file. @internal */
export const settings = {
  ...where,
  ...look,
  ...filters,
  ...rules,
  ...sources,
  ...printed,
  ...output,
  ...exitZero,
  ...waiting,
  ...reported,
} as const satisfies Record<string, Setting>;

/** @internal */
export type SettingName = keyof typeof settings;

/** @internal */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}

const namesOf = (groups: Readonly<Record<string, Setting>>): readonly SettingName[] =>
  Object.keys(groups).filter(isSettingName);

/** Which settings each command takes, in the order of its help. @internal */
export const settingsOf = {
  list: namesOf({ ...where, ...filters, ...look, ...sources, ...printed, ...output }),
  coverage: namesOf({ ...where, ...rules, ...look, ...sources, ...printed, ...output, ...exitZero }),
  gate: namesOf({ ...where, ...rules, ...look, ...sources, ...waiting, ...printed, ...output, ...exitZero }),
  report: namesOf({ ...reported, ...where, ...rules, ...filters, ...look, ...sources, ...output, ...exitZero }),
} as const;

/** The commands that read WorkMail. @internal */
export type ReadingCommand = keyof typeof settingsOf;

/** The variable of the environment that says a setting. @internal */
export function variableOf(name: SettingName): string {
  return `WORKMAIL_EXPORTS_${settings[name].option.replaceAll("-", "_").toUpperCase()}`;
}

/** @internal */
export function isReadingCommand(name: string): name is ReadingCommand {
  return Object.hasOwn(settingsOf, name);
}
