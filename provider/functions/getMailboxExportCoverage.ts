import { checkArguments } from "../arguments/checkArguments";
import { getCoverageRules } from "../arguments/coverageRules";
import { asWorkMailTellsIt, checkJobs } from "../arguments/rememberedJobs";
import type { GetMailboxExportCoverageArgs, GetMailboxExportCoverageResult } from "../coverageModel";
import { InvalidArgumentsError } from "../errors";
import { readCoverage } from "./readCoverage";
import type { ReadContext } from "./withConnection";

/**
 * Is every mailbox of this organization exported? The arguments are checked, roster and jobs are read whole, and each
 * mailbox is held against the jobs.
 *
 * @throws InvalidArgumentsError, WorkMailRequestError, IncompleteListError
 * @internal
 */
export async function getMailboxExportCoverage(
  args: unknown,
  context: ReadContext,
): Promise<GetMailboxExportCoverageResult> {
  requireGetMailboxExportCoverageArgs(args);
  return readCoverage(args, (args.jobs ?? []).map(asWorkMailTellsIt), context);
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
