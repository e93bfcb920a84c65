import type { MailboxExportJob } from "../model";
import { hasEnded } from "./jobState";
import { latestByEntity } from "./latestByEntity";
import { sortJobs } from "./sortJobs";

/** How much of the past a ledger keeps; without limits all of it. @internal */
export interface LedgerLimits {
  /** Drops jobs that ended longer ago, in days. */
  readonly retainDays?: number | undefined;
  /** Drops the oldest jobs above this number. */
  readonly maxJobs?: number | undefined;
}

const dayMs = 86_400_000;

/**
 * The ledger within its limits. What proves an export or is still in doubt is never dropped, whatever the limits: the
 * latest completed job of each mailbox, a completed job of nobody in particular, and jobs that have not ended.
 *
 * @internal
 */
export function boundLedger(
  ledger: readonly MailboxExportJob[],
  { retainDays = Number.POSITIVE_INFINITY, maxJobs = Number.POSITIVE_INFINITY }: LedgerLimits,
  now: Date,
): readonly MailboxExportJob[] {
  if (retainDays === Number.POSITIVE_INFINITY && ledger.length <= maxJobs) return ledger;
  const isKept = protectedJobs(ledger);
  const oldest = now.getTime() - retainDays * dayMs;
  const recent = ledger.filter((job) => isKept(job) || !(endOf(job) < oldest));
  const surplus = recent.length - maxJobs;
  if (surplus <= 0) return recent;
  const droppable = sortJobs(recent.filter((job) => !isKept(job)));
  const dropped = new Set(droppable.slice(Math.max(0, droppable.length - surplus)));
  return recent.filter((job) => !dropped.has(job));
}

function protectedJobs(ledger: readonly MailboxExportJob[]): (job: MailboxExportJob) => boolean {
  const completed = ledger.filter(({ state }) => state === "COMPLETED");
  const latest = new Set(Object.values(latestByEntity(completed)));
  return (job) => !hasEnded(job) || latest.has(job) || (job.state === "COMPLETED" && job.entityId === undefined);
}

/** NaN for a job without times, which no limit of age can drop. */
function endOf({ endTime, startTime }: MailboxExportJob): number {
  return Date.parse(endTime ?? startTime ?? "");
}
