import { parseRfc3339 } from "../arguments/rfc3339";
import type { MailboxExportAnswer, MailboxExportDoubt, MailboxExportStatus } from "../coverageModel";
import type { MailboxExportJob } from "../model";
import { compareJobs } from "./sortJobs";

/** What one job means for its mailbox. */
type Meaning = Exclude<MailboxExportDoubt, "perhapsNoMailbox"> | Exclude<MailboxExportStatus, "missing" | "unknown">;

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
  failed: 0,
  cancelled: 0,
  stale: 0,
} as const satisfies Record<Meaning, number>;

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
  const { job, meaning } = best;
  return isDoubt(meaning) ? { status: "unknown", doubt: meaning, job } : { status: meaning, job };
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

function completed({ startTime }: MailboxExportJob, cutover: number | undefined): Meaning {
  if (cutover === undefined) return "exported";
  // Not Date.parse: it takes a text without an offset for a time of this machine's zone.
  const start = parseRfc3339(startTime);
  if (start === undefined) return "noStartTime";
  return start >= cutover ? "exported" : "stale";
}

const doubts: readonly Meaning[] = ["lostFromSight", "undocumentedState", "noStartTime"];

function isDoubt(meaning: Meaning): meaning is Extract<Meaning, MailboxExportDoubt> {
  return doubts.includes(meaning);
}
