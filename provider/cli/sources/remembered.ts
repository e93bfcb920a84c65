import { asWorkMailTellsIt, checkJobs } from "../../arguments/rememberedJobs";
import { InvalidArgumentsError } from "../../errors";
import type { MailboxExportJob } from "../../model";

/** Jobs that are remembered from before. @internal */
export interface Remembered {
  /** A stack, or an earlier read of the same wait. */
  readonly by: "stack" | "wait";
  /** Whose they are; undefined for a bare list among a stack's outputs. */
  readonly organizationId: string | undefined;
  readonly region: string | undefined;
  readonly jobs: readonly MailboxExportJob[];
}

/**
 * Jobs as WorkMail would tell them, of what a file says they are.
 *
 * @param place where they stand, for the error.
 * @throws InvalidArgumentsError
 * @internal
 */
export function toJobs(place: string, jobs: readonly unknown[]): readonly MailboxExportJob[] {
  requireJobs(place, jobs);
  return jobs.map(asWorkMailTellsIt);
}

function requireJobs(place: string, jobs: readonly unknown[]): asserts jobs is readonly MailboxExportJob[] {
  const failures = checkJobs(jobs);
  if (failures.length > 0) throw new InvalidArgumentsError(place, failures);
}
