import type {
  ArchiveDoubt,
  MailboxCoverage,
  MailboxExportFinding,
  MailboxExportLack,
  MailboxName,
} from "../coverageModel";
import type { MailboxExportJob } from "../model";
import { isArchiveDoubt } from "./archiveDoubts";
import { type Coverage, mailboxName } from "./coverage";

/** All there is to say of a coverage, mailbox by mailbox. @internal */
export function findingsOf(coverage: Coverage): readonly MailboxExportFinding[] {
  const { mailboxes, withoutMailbox, jobsWithoutMailbox, unusedExclusions } = coverage;
  // Every organization has users: a list without any is as doubtful as no mailbox at all.
  const someUser = [...mailboxes, ...withoutMailbox].some(({ kind }) => kind === "user");
  return [
    ...(mailboxes.length === 0 || !someUser ? [{ kind: "noMailboxes" } as const] : []),
    ...mailboxes.flatMap(findingOf),
    ...jobsWithoutMailbox.map(({ jobId, entityId }) => ({
      kind: "jobWithoutMailbox" as const,
      jobId,
      ...(entityId !== undefined && { entityId }),
    })),
    ...unusedExclusions,
  ];
}

const kindOf = {
  running: "mailboxRunning",
  failed: "mailboxFailed",
  cancelled: "mailboxCancelled",
  stale: "mailboxStale",
} as const;

function findingOf(covered: MailboxCoverage): readonly MailboxExportFinding[] {
  const mailbox = mailboxName(covered);
  if (covered.status === "exported") return [];
  if (covered.excluded !== undefined) return [{ kind: "mailboxExcluded", mailbox, reason: covered.excluded }];
  if (covered.status === "missing") return [{ kind: "mailboxMissing", mailbox }];
  if (covered.status === "unproven") return [archiveFinding(covered.lack, mailbox, covered.job)];
  if (covered.status !== "unknown") return [{ kind: kindOf[covered.status], mailbox, jobId: covered.job.jobId }];
  const { job, doubt } = covered;
  if (job !== undefined && isArchiveDoubt(doubt)) return [archiveFinding(doubt, mailbox, job)];
  return [{ kind: "mailboxUnknown", mailbox, doubt, ...(job !== undefined && { jobId: job.jobId }) }];
}

function archiveFinding(
  kind: MailboxExportLack | ArchiveDoubt,
  mailbox: MailboxName,
  { jobId, proof }: MailboxExportJob,
): MailboxExportFinding {
  return { kind, mailbox, jobId, ...(proof !== undefined && { proof }) };
}
