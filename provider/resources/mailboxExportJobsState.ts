import type { LedgerLimits } from "../exports/boundLedger";
import type { JobsById } from "../exports/jobsById";
import type { OnUnavailable, ReadMailboxExportJobsArgs } from "../model";

/** What the resource is given: what to read, and what of it to keep. @internal */
export interface MailboxExportJobsInputs extends ReadMailboxExportJobsArgs, LedgerLimits {
  readonly trackProgress?: boolean | undefined;
  readonly onUnavailable?: OnUnavailable | undefined;
}

/** What the resource holds: its arguments, the region that was asked, and the jobs by job id. @internal */
export interface MailboxExportJobsState extends MailboxExportJobsInputs {
  readonly region: string;
  readonly jobsById: JobsById;
  /** Whether the jobs were just read; false for a ledger that was kept because nobody answered. */
  readonly live: boolean;
}
