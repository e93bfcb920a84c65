import * as pulumi from "@pulumi/pulumi";
import type { GetMailboxExportJobsArgs, GetMailboxExportJobsResult } from "../model";
import type { DependsOn } from "./dependsOn";
import { askDirectly, askOnceKnown, type Question } from "./functionForms";
import type { GetMailboxExportJobsOutputArgs } from "./inputs";
import { rememberingRead } from "./rememberingRead";
import { showProgress } from "./showProgress";

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
  return askDirectly(question, args, opts);
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
  return askOnceKnown(question, args, opts);
}

// Loaded with the first question: what reads is most of the package, and many programs import it and do not read.
const core = (): typeof import("../functions/getMailboxExportJobs") => require("../functions/getMailboxExportJobs");

const question: Question<GetMailboxExportJobsResult, GetMailboxExportJobsOutputOptions> = {
  name: "getMailboxExportJobs",
  requireArguments: (args) => core().requireGetMailboxExportJobsArgs(args),
  answer: (args, { cache, signal }, comesAfterResources) => {
    const context = {
      environment: process.env,
      warn: (message: string) => void pulumi.log.warn(message),
      onPage: showProgress("mailbox export jobs"),
      now: () => new Date(),
      signal,
    };
    // One caller's signal must not end the read of another.
    const mayRemember = signal === undefined && (cache ?? !comesAfterResources);
    return core().getMailboxExportJobs(args, context, mayRemember ? rememberingRead : undefined);
  },
};
