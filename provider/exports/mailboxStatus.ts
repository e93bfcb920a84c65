import type { ArchiveProofOutcome } from "../archiveModel";
import { parseRfc3339 } from "../arguments/rfc3339";
import type { MailboxExportAnswer, MailboxExportDoubt, MailboxExportLack, MailboxExportStatus } from "../coverageModel";
import type { MailboxExportJob } from "../model";
import { archiveDoubts } from "./archiveDoubts";
import { compareJobs } from "./sortJobs";

/** What one job means for its mailbox. */
type Meaning = keyof typeof weightOf;

/**
 * How much a meaning decides, against those of the other jobs of a mailbox; of equal ones the newest job decides. One
 * export that counts is enough, whatever else was tried. Else what runs may still become one; else a doubt goes before
 * what is known to be none, since the job in doubt may be the export that is looked for.
 */
const weightOf = {
  exported: 3,
  running: 2,
  lostFromSight: 1,
  undocumentedState: 1,
  noStartTime: 1,
  archiveDenied: 1,
  archiveUnreachable: 1,
  archiveUnlocated: 1,
  failed: 0,
  cancelled: 0,
  stale: 0,
  archiveGone: 0,
  archiveEmpty: 0,
  archiveWrongKey: 0,
} as const satisfies Record<SaidOfJob, number>;

type SaidOfJob =
  | Exclude<MailboxExportStatus, "unproven" | "missing" | "unknown">
  | MailboxExportLack
  | Exclude<MailboxExportDoubt, "perhapsNoMailbox">;

/** How it stands with one mailbox: `jobs` are its jobs in any order, `cutover` is in milliseconds. @internal */
export function mailboxStatus(jobs: readonly MailboxExportJob[], cutover: number | undefined): MailboxExportAnswer {
  let best: { job: MailboxExportJob; meaning: Meaning } | undefined;
  for (const job of jobs) {
    const meaning = meaningOf(job, cutover);
    const difference = best === undefined ? 1 : weightOf[meaning] - weightOf[best.meaning];
    if (best === undefined || difference > 0 || (difference === 0 && compareJobs(job, best.job) < 0)) {
      best = { job, meaning };
    }
  }
  if (best === undefined) return { status: "missing" };
  return answerOf(best.job, best.meaning);
}

function meaningOf(job: MailboxExportJob, cutover: number | undefined): Meaning {
  if (job.lostFromSight !== undefined) return "lostFromSight";
  const { state = "" } = job;
  return state === "COMPLETED" ? completed(job, cutover) : (meaningOfState.get(state) ?? "undocumentedState");
}

const meaningOfState: ReadonlyMap<string, Meaning> = new Map([
  ["RUNNING", "running"],
  ["FAILED", "failed"],
  ["CANCELLED", "cancelled"],
]);

/** What is known against a job goes before what is not known of it. */
function completed(job: MailboxExportJob, cutover: number | undefined): Meaning {
  const byStart = meaningOfStart(job, cutover);
  const byProof = job.proof === undefined ? "exported" : meaningOfProof[job.proof.outcome];
  if (byStart === "stale" || byProof === "exported") return byStart;
  return byProof;
}

/** Without a proof nobody looked; that is for the reader to decide. */
const meaningOfProof = {
  proven: "exported",
  gone: "archiveGone",
  empty: "archiveEmpty",
  wrongKey: "archiveWrongKey",
  denied: "archiveDenied",
  unreachable: "archiveUnreachable",
  unlocated: "archiveUnlocated",
} as const satisfies Record<ArchiveProofOutcome, Meaning>;

function meaningOfStart(
  { startTime }: MailboxExportJob,
  cutover: number | undefined,
): "exported" | "stale" | "noStartTime" {
  if (cutover === undefined) return "exported";
  // Not Date.parse: it takes a text without an offset for a time of this machine's zone.
  const start = parseRfc3339(startTime);
  if (start === undefined) return "noStartTime";
  return start >= cutover ? "exported" : "stale";
}

function answerOf(job: MailboxExportJob, meaning: Meaning): MailboxExportAnswer {
  if (isOneOf(lacks, meaning)) return { status: "unproven", lack: meaning, job };
  return isOneOf(doubts, meaning) ? { status: "unknown", doubt: meaning, job } : { status: meaning, job };
}

const lacks = ["archiveGone", "archiveEmpty", "archiveWrongKey"] as const satisfies readonly MailboxExportLack[];

const doubts = [
  "lostFromSight",
  "undocumentedState",
  "noStartTime",
  ...archiveDoubts,
] as const satisfies readonly MailboxExportDoubt[];

function isOneOf<Known extends Meaning>(known: readonly Known[], meaning: Meaning): meaning is Known {
  return known.some((each) => each === meaning);
}
