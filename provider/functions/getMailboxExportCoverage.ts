import { checkArguments } from "../arguments/checkArguments";
import { checkJobs, getCoverageRules, knownMembers, utcText } from "../arguments/coverageRules";
import type { GetMailboxExportCoverageArgs, GetMailboxExportCoverageResult } from "../coverageModel";
import { InvalidArgumentsError } from "../errors";
import type { MailboxExportJob } from "../model";
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
  return readCoverage(args, (args.jobs ?? []).map(asWorkMailTellsIt), context);
}

/** A member that is undefined would empty what is known of the job, and times are compared as texts. */
function asWorkMailTellsIt(job: MailboxExportJob): MailboxExportJob {
  const { jobId, startTime, endTime, ...others } = knownMembers(job);
  const times = { startTime: utcText(startTime), endTime: utcText(endTime) };
  return { jobId, ...withoutUndefined(others), ...withoutUndefined(times) };
}

/** @throws InvalidArgumentsError @internal */
export function requireGetMailboxExportCoverageArgs(args: unknown): asserts args is GetMailboxExportCoverageArgs {
  const failures = [...checkArguments(args, getCoverageRules), ...checkJobs(jobsOf(args))];
  if (failures.length > 0) throw new InvalidArgumentsError("getMailboxExportCoverage", failures);
}

/** None where there is no list of them: that is a failure of its own. */
function jobsOf(args: unknown): readonly unknown[] {
  const jobs: unknown = typeof args === "object" && args !== null ? Reflect.get(args, "jobs") : undefined;
  return Array.isArray(jobs) ? jobs : [];
}
