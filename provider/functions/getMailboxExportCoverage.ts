import { getCoverageRules } from "../arguments/coverageRules";
import { requireArguments } from "../arguments/requireArguments";
import type { GetMailboxExportCoverageArgs, GetMailboxExportCoverageResult } from "../coverageModel";
import { withoutUndefined } from "../withoutUndefined";
import { type CoverageContext, readCoverage } from "./readCoverage";

/**
 * Is every mailbox of this organization exported? The arguments are checked, roster and jobs are read whole, and each
 * mailbox is held against the jobs.
 *
 * @throws InvalidArgumentsError, WorkMailRequestError, IncompleteListError
 * @internal
 */
export async function getMailboxExportCoverage(
  args: unknown,
  context: CoverageContext,
): Promise<GetMailboxExportCoverageResult> {
  requireGetMailboxExportCoverageArgs(args);
  // A member that is undefined would empty what is known of the job.
  const jobs = (args.jobs ?? []).map((job) => ({ ...withoutUndefined(job), jobId: job.jobId }));
  return readCoverage(args, jobs, context);
}

/** @throws InvalidArgumentsError @internal */
export function requireGetMailboxExportCoverageArgs(args: unknown): asserts args is GetMailboxExportCoverageArgs {
  requireArguments("getMailboxExportCoverage", args, getCoverageRules);
}
