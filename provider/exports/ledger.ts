import { MailboxExportsError, type RequestFailureReason } from "../errors";
import type { MailboxExportJob } from "../model";
import { endWeight, hasEnded } from "./jobState";
import { joinSightings } from "./joinSightings";

/**
 * The ledger with what is seen now. A job once seen is never lost; of each job the later knowledge stands, but an end
 * is never taken back, and what is not told any more stays as it was told. Neither the order of `seen` matters nor how
 * often a job stands in it, and the same sight twice changes nothing.
 *
 * @throws MailboxExportsError when a job is seen to be of another mailbox than remembered: one of two would be lost.
 * @internal
 */
export function rememberJobs(
  ledger: readonly MailboxExportJob[],
  seen: readonly MailboxExportJob[],
): readonly MailboxExportJob[] {
  const byId = joinSightings(ledger);
  for (const job of joinSightings(seen).values()) {
    const known = byId.get(job.jobId);
    byId.set(job.jobId, known === undefined ? inSight(job) : withLaterKnowledge(inSight(known), inSight(job)));
  }
  return [...byId.values()];
}

/** A ledger with what a newer one of the same organization knows, and what that one has lost from sight. @internal */
export function mergeLedgers(
  older: readonly MailboxExportJob[],
  newer: readonly MailboxExportJob[],
): readonly MailboxExportJob[] {
  const lost = newer.flatMap(({ jobId, lostFromSight }) =>
    lostFromSight === undefined ? [] : [[jobId, lostFromSight] as const],
  );
  return markLost(rememberJobs(older, newer), new Map(lost));
}

/** The jobs of the ledger that had not ended and are not among `listed`: what became of them must be asked. @internal */
export function jobsOutOfSight(
  ledger: readonly MailboxExportJob[],
  listed: readonly MailboxExportJob[],
): readonly MailboxExportJob[] {
  const inSight = new Set(listed.map(({ jobId }) => jobId));
  return ledger.filter((job) => !hasEnded(job) && !inSight.has(job.jobId));
}

/** The ledger with those marked whose fate could not be learnt, each by its id with the reason. @internal */
export function markLost(
  ledger: readonly MailboxExportJob[],
  lost: ReadonlyMap<string, RequestFailureReason>,
): readonly MailboxExportJob[] {
  if (lost.size === 0) return ledger;
  return ledger.map((job) => {
    const lostFromSight = lost.get(job.jobId);
    return lostFromSight === undefined || hasEnded(job) ? job : { ...job, lostFromSight };
  });
}

function withLaterKnowledge(known: MailboxExportJob, seen: MailboxExportJob): MailboxExportJob {
  requireSameMailbox(known, seen);
  return endWeight(known) > endWeight(seen) ? { ...seen, ...known } : { ...known, ...seen };
}

/** The mark says that nobody can tell what became of the job; now somebody does. */
function inSight(job: MailboxExportJob): MailboxExportJob {
  if (job.lostFromSight === undefined) return job;
  const { lostFromSight, ...seen } = job;
  return seen;
}

function requireSameMailbox(known: MailboxExportJob, seen: MailboxExportJob): void {
  if (known.entityId === undefined || seen.entityId === undefined || known.entityId === seen.entityId) return;
  throw new MailboxExportsError(
    `The job ${known.jobId} is remembered as an export of ${known.entityId}, and WorkMail now says it is one of ` +
      `${seen.entityId}. Nothing is changed, because one of the two would be lost.\n` +
      "See with `aws workmail describe-mailbox-export-job` which is right, and whether the endpoint is the one it was.",
  );
}
