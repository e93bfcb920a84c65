import type { ArchiveProof } from "./archiveModel";
import type { MailboxExportJob, ReadMailboxExportJobsArgs, RosterMember } from "./model";

/**
 * How it stands with the export of one mailbox:
 *
 * - `exported`: a job completed that started at the cutover or later;
 * - `running`: a job runs;
 * - `failed`, `cancelled`: the newest job ended so, and none counts as exported;
 * - `stale`: the newest job completed, but it started before the cutover;
 * - `unproven`: the newest job completed, but its archive is not in S3 as it should be, see `lack`;
 * - `missing`: no job is known;
 * - `unknown`: it cannot be told, see `doubt`.
 *
 * @public
 */
export type MailboxExportStatus =
  | "exported"
  | "running"
  | "failed"
  | "cancelled"
  | "stale"
  | "unproven"
  | "missing"
  | "unknown";

/**
 * Why a status is `unknown`:
 *
 * - `lostFromSight`: a job had not ended when WorkMail last listed it, and asking for it failed;
 * - `undocumentedState`: a job is in a state that AWS does not document, or in none;
 * - `noStartTime`: a job completed, but not when it started is known, and there is a cutover;
 * - `perhapsNoMailbox`: WorkMail does not tell enough to say whether there is a mailbox, and no export of it is known;
 * - `archiveDenied`, `archiveUnreachable`, `archiveUnlocated`: a job completed, and whether its archive is in S3 could not
 *   be seen, see `job.proof`.
 *
 * @public
 */
export type MailboxExportDoubt =
  | "lostFromSight"
  | "undocumentedState"
  | "noStartTime"
  | "perhapsNoMailbox"
  | ArchiveDoubt;

/** Why it could not be seen whether an archive is in S3. @public */
export type ArchiveDoubt = "archiveDenied" | "archiveUnreachable" | "archiveUnlocated";

/** Why a status is `unproven`: the archive is gone, is empty, or is encrypted with another key than the job's. @public */
export type MailboxExportLack = "archiveGone" | "archiveEmpty" | "archiveWrongKey";

/** Whose mailbox it is. @public */
export interface MailboxName {
  /** The identifier of the user or resource. */
  readonly entityId: string;
  readonly name?: string;
  readonly email?: string;
}

/** How it stands with one export: the status, and the job that decides it. @public */
export type MailboxExportAnswer =
  | {
      readonly status: Exclude<MailboxExportStatus, "unproven" | "missing" | "unknown">;
      readonly job: MailboxExportJob;
      readonly lack?: never;
      readonly doubt?: never;
    }
  | {
      readonly status: "unproven";
      readonly job: MailboxExportJob;
      readonly lack: MailboxExportLack;
      readonly doubt?: never;
    }
  | { readonly status: "missing"; readonly job?: never; readonly lack?: never; readonly doubt?: never }
  | {
      readonly status: "unknown";
      readonly job?: MailboxExportJob;
      readonly lack?: never;
      readonly doubt: MailboxExportDoubt;
    };

/** One mailbox of the organization, and how it stands with its export. @public */
export type MailboxCoverage = MailboxExportAnswer &
  MailboxName & {
    readonly kind: RosterMember["kind"];
    readonly displayName?: string;
    /** Why it need not be exported, as `exclude` says. */
    readonly excluded?: string;
  };

/** A user or resource that has no mailbox, so that there is nothing to export. @public */
export interface MemberWithoutMailbox extends RosterMember {
  /** Why there is none. */
  readonly reason: string;
}

/** How many mailboxes there are, in total and by status. `total` is the sum of the others. @public */
export interface MailboxExportCounts extends Readonly<Record<MailboxExportStatus, number>> {
  readonly total: number;
  /** Those that `exclude` names and that are not exported; they stand under no status. */
  readonly excluded: number;
}

/** What counts as exported. @public */
export interface CoverageRules {
  /**
   * The time from which on an export counts, by its start: RFC 3339. An export is no snapshot, and mail that arrives
   * after it is not in it, so this is the time from which on no more mail arrives. Default: every completed export counts.
   */
  readonly cutover?: string | undefined;
  /** Mailboxes that need no export, by id, email or name, each with the reason: `{ "fax@example.com": "empty" }`. */
  readonly exclude?: Readonly<Record<string, string>> | undefined;
}

/** The arguments of {@link getMailboxExportCoverage}. @public */
export interface GetMailboxExportCoverageArgs extends ReadMailboxExportJobsArgs, CoverageRules {
  /**
   * Jobs that are remembered, such as `jobs` of a {@link MailboxExportJobs}: the service lists seven days only. What it
   * lists now is read in any case, and added. Where one has a `proof` that is not `proven`, it does not count as exported;
   * with `prove` all are looked for anew. Default: none.
   */
  readonly jobs?: readonly MailboxExportJob[] | undefined;
}

/**
 * Whether every mailbox is out:
 *
 * - `complete`: each is exported, or excluded with a reason;
 * - `incomplete`: at least one is not;
 * - `unknown`: of none it is known that it is not, but of at least one it cannot be told.
 *
 * @public
 */
export type MailboxExportVerdict = "complete" | "incomplete" | "unknown";

/**
 * One thing that stands between the organization and `complete`, or is worth a note. What each kind means, and what to do
 * about it, stands in {@link findingKinds}.
 *
 * @public
 */
export type MailboxExportFinding =
  | {
      readonly kind: "mailboxRunning" | "mailboxFailed" | "mailboxCancelled" | "mailboxStale";
      readonly mailbox: MailboxName;
      /** The job that decides. */
      readonly jobId: string;
    }
  | { readonly kind: "mailboxMissing"; readonly mailbox: MailboxName }
  | {
      readonly kind: "mailboxUnknown";
      readonly mailbox: MailboxName;
      readonly doubt: MailboxExportDoubt;
      readonly jobId?: string;
    }
  | {
      readonly kind: MailboxExportLack | ArchiveDoubt;
      readonly mailbox: MailboxName;
      /** The job that decides. */
      readonly jobId: string;
      /** What S3 showed. */
      readonly proof?: ArchiveProof;
    }
  | { readonly kind: "noMailboxes" }
  | { readonly kind: "mailboxExcluded"; readonly mailbox: MailboxName; readonly reason: string }
  | { readonly kind: "jobWithoutMailbox"; readonly jobId: string; readonly entityId?: string }
  | {
      readonly kind: "exclusionUnused";
      /** The key of `exclude`. */
      readonly exclusion: string;
      /** Nobody has this id, email or name, or more than one has it. */
      readonly because: "nobody" | "severalMailboxes";
    };

/** The kinds of findings. @public */
export type MailboxExportFindingKind = MailboxExportFinding["kind"];

/** The result of {@link getMailboxExportCoverage}. @public */
export interface GetMailboxExportCoverageResult extends CoverageRules {
  /** `REGION/ORGANIZATION`. */
  readonly id: string;
  readonly organizationId: string;
  /** The region that was asked. */
  readonly region: string;
  readonly verdict: MailboxExportVerdict;
  /** Why it is not `complete`, and what else is worth a note: the graver first. */
  readonly findings: MailboxExportFinding[];
  readonly counts: MailboxExportCounts;
  /** Every mailbox, by email, name and id. */
  readonly mailboxes: MailboxCoverage[];
  /** The users and resources that have none. */
  readonly withoutMailbox: MemberWithoutMailbox[];
  /** Jobs of nobody on the roster, and those that still run of a member without a mailbox: newest first. */
  readonly jobsWithoutMailbox: MailboxExportJob[];
}
