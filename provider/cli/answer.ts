import type { GetMailboxExportCoverageResult, MailboxExportCounts, MailboxExportVerdict } from "../coverageModel";
import type { IncompleteListReason, RequestFailureReason } from "../errors";
import type { GetMailboxExportJobsResult, MailboxExportJobCounts } from "../model";

/** How one organization was read. @internal */
export interface HowRead {
  /** When reading began: RFC 3339 in UTC. */
  readonly readAt: string;
  /** How many pages WorkMail gave: of jobs and, for a coverage, of users and resources. */
  readonly pages: number;
  /** How many jobs of it a stack's state or outputs remembered. */
  readonly rememberedJobs: number;
}

/** The jobs of one organization. @internal */
export type OrganizationJobs = GetMailboxExportJobsResult & { readonly read: HowRead };

/** The coverage of one organization. @internal */
export type OrganizationCoverage = GetMailboxExportCoverageResult & { readonly read: HowRead };

/** An organization that could not be read, or, without an id, a region whose organizations could not be listed. @internal */
export interface UnreadOrganization {
  readonly organizationId?: string;
  /** Where it was asked for, as far as that is known. */
  readonly region?: string;
  readonly reason: RequestFailureReason | IncompleteListReason | "other";
  /** What was asked, what came back, and what to do. */
  readonly message: string;
}

/** An organization that was found and not asked, since it is deleted. @internal */
export interface LeftOutOrganization {
  readonly organizationId: string;
  readonly region: string;
  readonly state: string;
  readonly alias?: string;
}

interface Common {
  /** Grows when a member goes or changes its meaning; a new member is no new version. */
  readonly schemaVersion: 1;
  /** When it was asked: RFC 3339 in UTC. */
  readonly askedAt: string;
  readonly leftOut: readonly LeftOutOrganization[];
}

/** What `list` finds: it is whole, or there is none. @internal */
export interface ListAnswer extends Common {
  readonly kind: "list";
  readonly counts: MailboxExportJobCounts;
  readonly organizations: readonly OrganizationJobs[];
}

/** What `coverage` and `gate` find. @internal */
export interface CoverageAnswer extends Common {
  readonly kind: "coverage";
  /** The worst of all organizations; one that could not be read is `unknown`, and so is none at all. */
  readonly verdict: MailboxExportVerdict;
  readonly counts: MailboxExportCounts;
  readonly organizations: readonly OrganizationCoverage[];
  /** What is missing above because it could not be read. */
  readonly unread: readonly UnreadOrganization[];
}

/** What the command answers, whatever form it is then given. @internal */
export type Answer = ListAnswer | CoverageAnswer;
