import type { MailboxExportJob } from "../model";
import { endOf } from "./endOf";
import { hasEnded } from "./jobState";
import { latestByEntity } from "./latestByEntity";
import { placesOf } from "./placesOf";
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
 * latest completed job of each mailbox, and the latest whose archive is proven; a completed job of nobody in particular;
 * those that wrote where one of these did; and jobs that have not ended.
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
  // NaN for a job without times, which no limit of age can drop.
  const recent = ledger.filter((job) => isKept(job) || !(Date.parse(endOf(job)) < oldest));
  const surplus = recent.length - maxJobs;
  if (surplus <= 0) return recent;
  const droppable = sortJobs(recent.filter((job) => !isKept(job)));
  const dropped = new Set(droppable.slice(Math.max(0, droppable.length - surplus)));
  return recent.filter((job) => !dropped.has(job));
}

function protectedJobs(ledger: readonly MailboxExportJob[]): (job: MailboxExportJob) => boolean {
  const completed = ledger.filter(({ state }) => state === "COMPLETED");
  const proven = completed.filter(({ proof }) => proof?.outcome === "proven");
  const latest = [...Object.values(latestByEntity(completed)), ...Object.values(latestByEntity(proven))];
  const kept = new Set([...latest, ...completed.filter(({ entityId }) => entityId === undefined)]);
  // Of several that wrote to one key the last one has the archive. Were it forgotten, the archive would pass for another's.
  const places = new Set([...kept].flatMap(placesOf));
  return (job) =>
    !hasEnded(job) || kept.has(job) || (job.state === "COMPLETED" && placesOf(job).some((place) => places.has(place)));
}
