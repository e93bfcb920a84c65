import type { MailboxCoverage, MailboxExportCounts, MailboxExportStatus } from "../coverageModel";

/** How many mailboxes there are, in total, by status, and excluded. @internal */
export function countMailboxes(mailboxes: readonly MailboxCoverage[]): MailboxExportCounts {
  const counts: Record<MailboxExportStatus | "excluded", number> = {
    exported: 0,
    running: 0,
    failed: 0,
    cancelled: 0,
    stale: 0,
    unproven: 0,
    missing: 0,
    unknown: 0,
    excluded: 0,
  };
  for (const { status, excluded } of mailboxes) {
    counts[excluded !== undefined && status !== "exported" ? "excluded" : status] += 1;
  }
  return { total: mailboxes.length, ...counts };
}
