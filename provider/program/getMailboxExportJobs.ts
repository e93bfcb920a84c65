import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportJobs as answer, requireGetMailboxExportJobsArgs } from "../functions/getMailboxExportJobs";
import { readMailboxExportJobs } from "../functions/readMailboxExportJobs";
import type { GetMailboxExportJobsArgs, GetMailboxExportJobsResult } from "../model";
import { withoutUndefined } from "../withoutUndefined";
import { awsSettings, type KnownAwsSettings, knownAwsSettings } from "./awsSettings";
import { type DependsOn, dependenciesOf } from "./dependsOn";
import type { GetMailboxExportJobsOutputArgs } from "./inputs";
import { keepAlive } from "./keepAlive";
import { comesOfResources, isKnown } from "./known";
import { rememberingRead } from "./rememberingRead";
import { requirePlain } from "./requirePlain";
import { showProgress } from "./showProgress";
import { withoutStackTrace } from "./withoutStackTrace";

/** The options of {@link getMailboxExportJobs}. @public */
export interface GetMailboxExportJobsOptions extends Pick<pulumi.InvokeOptions, "parent" | "provider"> {
  /**
   * Whether the same question asked before in this run may answer. Default: true; in the output form false with
   * `dependsOn` or with an argument that comes from a resource. With `signal` it never does.
   */
  readonly cache?: boolean;
  /** Ends the read early, with a WorkMailRequestError whose reason is `aborted`. */
  readonly signal?: AbortSignal;
}

/** The options of {@link getMailboxExportJobsOutput}. @public */
export interface GetMailboxExportJobsOutputOptions extends GetMailboxExportJobsOptions {
  /**
   * Resources that must be there before WorkMail is asked; while one is still to be created the result is unknown.
   * What was read before them does not answer, unless `cache` is true; nor does it for arguments made of resources.
   */
  readonly dependsOn?: DependsOn;
}

/**
 * The mailbox export jobs of a WorkMail organization, from every page of ListMailboxExportJobs, in preview and in
 * update. Filters are applied after the last page. The same question asked twice in one run is read once.
 *
 * The service lists jobs started in the last seven days only; an empty list is no proof that nothing was exported.
 *
 * ```ts
 * const { jobs, counts } = await getMailboxExportJobs({
 *   organizationId: "m-0123456789abcdef0123456789abcdef",
 *   states: ["COMPLETED"],
 * });
 * ```
 *
 * @param opts `provider` takes an `aws.Provider`, for its region and profile; so does the one of `parent`.
 * @throws InvalidArgumentsError before anything is sent: all wrong arguments at once, or an Output among them.
 * @throws WorkMailRequestError when a request fails for good; IncompleteListError when the list cannot be read whole.
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html
 * @public
 */
export async function getMailboxExportJobs(
  args: GetMailboxExportJobsArgs,
  opts: GetMailboxExportJobsOptions = {},
): Promise<GetMailboxExportJobsResult> {
  return keepAlive(() =>
    withoutStackTrace(async () => {
      requirePlain("getMailboxExportJobs", args);
      requireGetMailboxExportJobsArgs(args);
      const settings = await knownAwsSettings(awsSettings(args, opts));
      return ask(args, settings, opts);
    }),
  );
}

/**
 * {@link getMailboxExportJobs} for arguments that are outputs of resources: the same seven days, every page, the same
 * errors. With an argument unknown nothing is sent and the result is unknown; with one secret the result is secret.
 *
 * ```ts
 * const exportJobs = getMailboxExportJobsOutput({ organizationId: organization.id });
 * export const running = exportJobs.counts.running;
 * ```
 *
 * @param opts as of {@link getMailboxExportJobs}, and `dependsOn`.
 * @throws the errors of {@link getMailboxExportJobs}, as the failure of the output.
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html
 * @public
 */
export function getMailboxExportJobsOutput(
  args: GetMailboxExportJobsOutputArgs,
  opts: GetMailboxExportJobsOutputOptions = {},
): pulumi.Output<GetMailboxExportJobsResult> {
  const plain: pulumi.Output<unknown> = pulumi.output(args);
  const result = pulumi
    .all([plain, dependenciesOf(opts.dependsOn)])
    .apply(([known]) => askOnceKnown(known, opts.dependsOn === undefined ? comesOfResources(plain) : true, opts));
  // Its failure is the result's own, and shows there.
  keepAlive(() => isKnown(result)).catch(() => undefined);
  return result;
}

/** What was read before a resource was there is no answer to what comes after it, unless the caller says so. */
function askOnceKnown(
  args: unknown,
  comesAfterResources: boolean | Promise<boolean>,
  opts: GetMailboxExportJobsOptions,
): pulumi.Output<GetMailboxExportJobsResult> {
  const settings = awsSettings(isRecord(args) ? args : {}, opts);
  return pulumi.all([settings.region, settings.profile]).apply(([region, profile]) =>
    withoutStackTrace(async () => {
      const cache = opts.cache ?? !(await comesAfterResources);
      return ask(args, { region, profile }, { ...opts, cache });
    }),
  );
}

function ask(
  args: unknown,
  settings: KnownAwsSettings,
  { cache = true, signal }: GetMailboxExportJobsOptions,
): Promise<GetMailboxExportJobsResult> {
  const all = isRecord(args) ? { ...args, ...withoutUndefined(settings) } : args;
  const context = {
    environment: process.env,
    warn: (message: string) => void pulumi.log.warn(message),
    onPage: showProgress(),
    signal,
  };
  // One caller's signal must not end the read of another.
  return answer(all, context, cache && signal === undefined ? rememberingRead : readMailboxExportJobs);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
