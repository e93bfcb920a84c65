import * as pulumi from "@pulumi/pulumi";
import type { GetMailboxExportCoverageArgs, GetMailboxExportCoverageResult } from "../coverageModel";
import type { DependsOn } from "./dependsOn";
import { askDirectly, askOnceKnown, type Question } from "./functionForms";
import type { GetMailboxExportCoverageOutputArgs } from "./inputs";
import { showProgress } from "./showProgress";

/** The options of {@link getMailboxExportCoverage}. @public */
export interface GetMailboxExportCoverageOptions extends Pick<pulumi.InvokeOptions, "parent" | "provider"> {
  /** Ends the read early, with a WorkMailRequestError whose reason is `aborted`. */
  readonly signal?: AbortSignal;
}

/** The options of {@link getMailboxExportCoverageOutput}. @public */
export interface GetMailboxExportCoverageOutputOptions extends GetMailboxExportCoverageOptions {
  /** Resources that must be there before WorkMail is asked; while one is still to be created the result is unknown. */
  readonly dependsOn?: DependsOn;
}

/**
 * Whether every mailbox of a WorkMail organization is exported: each user and resource (every page of ListUsers and
 * ListResources) against the jobs (every page of ListMailboxExportJobs, and those of `jobs`), with a verdict and what
 * stands against `complete`. It is read anew with each call.
 *
 * The service lists jobs of the last seven days only. Give `jobs` of a {@link MailboxExportJobs} that was there from the
 * beginning, or mailboxes whose exports are older come out as `missing`.
 *
 * ```ts
 * const { verdict, counts, findings } = await getMailboxExportCoverage({
 *   organizationId: "m-0123456789abcdef0123456789abcdef",
 *   cutover: "2027-01-15T00:00:00Z",
 *   exclude: { "fax@example.com": "never received anything" },
 * });
 * ```
 *
 * @param opts `provider` takes an `aws.Provider`, for its region and profile; so does the one of `parent`.
 * @throws InvalidArgumentsError before anything is sent: all wrong arguments at once, or an Output among them.
 * @throws WorkMailRequestError when a request fails for good; IncompleteListError when a list cannot be read whole. No
 * verdict is given then.
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListUsers.html
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListResources.html
 * @public
 */
export async function getMailboxExportCoverage(
  args: GetMailboxExportCoverageArgs,
  opts: GetMailboxExportCoverageOptions = {},
): Promise<GetMailboxExportCoverageResult> {
  return askDirectly(coverageQuestion, args, opts);
}

/**
 * {@link getMailboxExportCoverage} for arguments that are outputs, such as the jobs of a resource. With an argument
 * unknown nothing is sent and the result is unknown; with one secret the result is secret.
 *
 * ```ts
 * const exportJobs = new MailboxExportJobs("exports", { organizationId });
 * const coverage = getMailboxExportCoverageOutput({ organizationId, jobs: exportJobs.jobs });
 * export const verdict = coverage.verdict;
 * ```
 *
 * @param opts as of {@link getMailboxExportCoverage}, and `dependsOn`.
 * @throws the errors of {@link getMailboxExportCoverage}, as the failure of the output.
 * @public
 */
export function getMailboxExportCoverageOutput(
  args: GetMailboxExportCoverageOutputArgs,
  opts: GetMailboxExportCoverageOutputOptions = {},
): pulumi.Output<GetMailboxExportCoverageResult> {
  return askOnceKnown(coverageQuestion, args, opts);
}

// Loaded with the first question: what reads is most of the package, and many programs import it and do not read.
const core = (): typeof import("../functions/getMailboxExportCoverage") =>
  require("../functions/getMailboxExportCoverage");

/** How both forms, and the hook, ask for the coverage. @internal */
export const coverageQuestion: Question<GetMailboxExportCoverageResult, GetMailboxExportCoverageOutputOptions> = {
  name: "getMailboxExportCoverage",
  requireArguments: (args) => core().requireGetMailboxExportCoverageArgs(args),
  answer: (args, { signal }) =>
    core().getMailboxExportCoverage(args, {
      environment: process.env,
      warn: (message) => void pulumi.log.warn(message),
      onPage: showProgress("users, resources and mailbox export jobs"),
      now: () => new Date(),
      signal,
    }),
};
