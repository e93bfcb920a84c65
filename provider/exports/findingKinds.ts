import type { MailboxExportFindingKind } from "../coverageModel";

/** What a finding does to the verdict; a note does nothing. @public */
export type FindingSeverity = "incomplete" | "unknown" | "note";

/** What a kind of finding means. @public */
export interface FindingKind {
  readonly title: string;
  readonly severity: FindingSeverity;
  /** What to do about it. */
  readonly advice: string;
  /** The page about it, relative to the root of the repository. */
  readonly page: string;
}

/**
 * What each kind of finding means, and what to do about it.
 *
 * ```ts
 * for (const { kind } of coverage.findings) console.log(findingKinds[kind].title, findingKinds[kind].advice);
 * ```
 *
 * @public
 */
export const findingKinds = {
  mailboxMissing: {
    title: "No export of the mailbox is known",
    severity: "incomplete",
    advice:
      "Start one (aws workmail start-mailbox-export-job). One that started more than seven days ago the service does not " +
      "list any more: give its job in jobs, or see that the archive is in S3 and exclude the mailbox with that as the reason.",
    page: "docs/findings/mailboxMissing.md",
  },
  mailboxFailed: {
    title: "The export of the mailbox failed",
    severity: "incomplete",
    advice: "See why (errorInfo, with includeDetails), mend it, and start another: one in 24 hours is allowed.",
    page: "docs/findings/mailboxFailed.md",
  },
  mailboxCancelled: {
    title: "The export of the mailbox was cancelled",
    severity: "incomplete",
    advice: "Start another: one in 24 hours is allowed.",
    page: "docs/findings/mailboxCancelled.md",
  },
  mailboxStale: {
    title: "The export of the mailbox started before the cutover",
    severity: "incomplete",
    advice: "Mail that came after its start is not in it. Start another.",
    page: "docs/findings/mailboxStale.md",
  },
  mailboxRunning: {
    title: "The export of the mailbox still runs",
    severity: "incomplete",
    advice: "Wait until it has ended, and read again.",
    page: "docs/findings/mailboxRunning.md",
  },
  archiveGone: {
    title: "The archive of the export is not in S3",
    severity: "incomplete",
    advice:
      "Start another export, with a prefix of its own. An older version of the object, where its bucket keeps them, may be the " +
      "archive: see the page before you touch it.",
    page: "docs/findings/archiveGone.md",
  },
  archiveEmpty: {
    title: "The archive of the export is an empty object",
    severity: "incomplete",
    advice: "Start another export: one in 24 hours is allowed.",
    page: "docs/findings/archiveEmpty.md",
  },
  archiveWrongKey: {
    title: "The archive of the export is not encrypted with the key of its job",
    severity: "incomplete",
    advice: "See who wrote this object, and whether it is the archive; else start another export.",
    page: "docs/findings/archiveWrongKey.md",
  },
  archiveDenied: {
    title: "S3 does not let the archive of the export be seen",
    severity: "unknown",
    advice: "Allow s3:GetObject on the archive and s3:ListBucket on its bucket, and read again.",
    page: "docs/findings/archiveDenied.md",
  },
  archiveUnreachable: {
    title: "S3 did not answer when the archive of the export was looked for",
    severity: "unknown",
    advice: "See what because says of it, and read again.",
    page: "docs/findings/archiveUnreachable.md",
  },
  archiveUnlocated: {
    title: "The job of the export does not tell where its archive is",
    severity: "unknown",
    advice:
      "Look for the archive in S3, and exclude the mailbox with where it is as the reason; or start another export.",
    page: "docs/findings/archiveUnlocated.md",
  },
  mailboxUnknown: {
    title: "What became of the export of the mailbox cannot be told",
    severity: "unknown",
    advice: "See that the archive is in S3, or start another export; or exclude the mailbox with the reason.",
    page: "docs/findings/mailboxUnknown.md",
  },
  noMailboxes: {
    title: "No user or no mailbox was found",
    severity: "unknown",
    advice: "An empty list proves nothing: see whether this is the organization that is meant, and whom it lists.",
    page: "docs/findings/noMailboxes.md",
  },
  mailboxExcluded: {
    title: "The mailbox is excluded",
    severity: "note",
    advice: "See that the reason still holds: this mailbox is lost with the organization.",
    page: "docs/findings/mailboxExcluded.md",
  },
  jobWithoutMailbox: {
    title: "The job is of nobody on the roster",
    severity: "note",
    advice: "Its user or resource was deleted, perhaps; the archive is kept where it is.",
    page: "docs/findings/jobWithoutMailbox.md",
  },
  exclusionUnused: {
    title: "The exclusion names no mailbox, or more than one",
    severity: "note",
    advice: "Take it out, or name the mailbox by its id.",
    page: "docs/findings/exclusionUnused.md",
  },
} as const satisfies Record<MailboxExportFindingKind, FindingKind>;
