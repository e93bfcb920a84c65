import type { ArchiveProof } from "./archiveModel";
import type { RequestFailureReason } from "./errors";

/**
 * The states that AWS documents for a mailbox export job.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_MailboxExportJob.html
 * @public
 */
export const mailboxExportJobStates = ["RUNNING", "COMPLETED", "FAILED", "CANCELLED"] as const;

/** One of the four documented states. @public */
export type KnownMailboxExportJobState = (typeof mailboxExportJobStates)[number];

/**
 * The state of a mailbox export job: one of the four documented ones, or any string that the service adds later.
 * It is passed on as it came, so a `switch` over it needs a `default`.
 *
 * @public
 */
export type MailboxExportJobState = KnownMailboxExportJobState | (string & Record<never, never>);

/**
 * One mailbox export job, as ListMailboxExportJobs shows it. The service promises no member, so all but `jobId` are
 * optional here; a record without a job id is an error of the whole read, never skipped.
 *
 * Times are RFC 3339 strings in UTC, for example `2026-11-20T10:00:00.000Z`.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_MailboxExportJob.html
 * @public
 */
export interface MailboxExportJob {
  /** The identifier of the job. */
  readonly jobId: string;
  /** The identifier of the user or resource whose mailbox is exported. */
  readonly entityId?: string;
  /** The description given when the job was started. */
  readonly description?: string;
  /** The name of the bucket that the archive is written to. */
  readonly s3BucketName?: string;
  /** Where in S3 the archive is. AWS does not document its form: take it as opaque. */
  readonly s3Path?: string;
  /** How far the job is, in percent: 0 to 100. */
  readonly estimatedProgress?: number;
  /** The state of the job. */
  readonly state?: MailboxExportJobState;
  /** When the job started. */
  readonly startTime?: string;
  /** When the job ended; absent while it runs. */
  readonly endTime?: string;
  /** Why the job failed. Only with `includeDetails`. */
  readonly errorInfo?: string;
  /** The role that the service writes to the bucket with. Only with `includeDetails`. */
  readonly roleArn?: string;
  /** The KMS key that encrypts the archive; without this key the archive is lost. Only with `includeDetails`. */
  readonly kmsKeyArn?: string;
  /** The prefix in the bucket that the job was started with. Only with `includeDetails`. */
  readonly s3Prefix?: string;
  /**
   * Only on a remembered job: it had not ended when the service last showed it, the list no longer has it, and asking
   * for it failed for this reason. What became of it is not known.
   */
  readonly lostFromSight?: RequestFailureReason;
  /** What S3 showed of the archive when the job was read. Only with `prove`, and only of a completed job. */
  readonly proof?: ArchiveProof;
}

/** A job as state holds it, under its job id. @public */
export type RememberedJob = Omit<MailboxExportJob, "jobId">;

/**
 * How many jobs there are, in total and by state. `total` is the sum of the other five.
 *
 * @public
 */
export interface MailboxExportJobCounts {
  readonly total: number;
  readonly running: number;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Jobs without a state, or in one that AWS does not document. */
  readonly other: number;
}

/**
 * Which jobs to return. All filters are applied here, after every page was read: the service has none.
 * A job must pass all that are given. A job that lacks the member a filter looks at does not pass it.
 *
 * @public
 */
export interface MailboxExportJobFilters {
  /** Jobs in one of these states, for example `["COMPLETED"]`. At least one. */
  readonly states?: readonly MailboxExportJobState[] | undefined;
  /** Jobs of one of these users or resources, by entity id. At least one. */
  readonly entityIds?: readonly string[] | undefined;
  /** Jobs that write to this bucket. */
  readonly s3BucketName?: string | undefined;
  /** Jobs whose `s3Path` starts with this text. */
  readonly s3PathPrefix?: string | undefined;
  /** Jobs started at this time or later: RFC 3339, for example `2026-11-20T00:00:00Z`. */
  readonly startedAfter?: string | undefined;
  /** Jobs started before this time: RFC 3339. Must be later than `startedAfter`. */
  readonly startedBefore?: string | undefined;
}

/**
 * A role to assume before WorkMail is asked. The identity that assumes it needs `sts:AssumeRole`.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * @public
 */
export interface AssumeRole {
  /** The ARN of the role: `arn:aws:iam::123456789012:role/name`. */
  readonly roleArn: string;
  /** The name of the session: 2 to 64 letters, digits or any of `_+=,.@-`. Default: `pulumi-workmail-exports`. */
  readonly sessionName?: string | undefined;
  /** The external id that the role's trust policy asks for: 2 to 1224 letters, digits or any of `_+=,.@:/-`. It is kept in state. */
  readonly externalId?: string | undefined;
  /** How long the session lasts, in seconds: 900 to 43200. Default: 3600. */
  readonly durationSeconds?: number | undefined;
}

/** Where WorkMail is asked, as whom, and with how much patience. @public */
export interface ConnectionArgs {
  /**
   * The AWS region of the organization. Default: the region of `opts.provider`, else the stack's `aws:region`, else
   * `AWS_REGION` or `AWS_DEFAULT_REGION`, else the profile's. WorkMail exists in us-east-1, us-west-2 and eu-west-1.
   */
  readonly region?: string | undefined;
  /** The profile of the shared AWS configuration. Default: that of `opts.provider`, else the stack's `aws:profile`, else the SDK's chain. */
  readonly profile?: string | undefined;
  /** A role to assume, with the credentials found otherwise. */
  readonly assumeRole?: AssumeRole | undefined;
  /** The URL of another WorkMail, such as the emulator's. Default: `AWS_ENDPOINT_URL_WORKMAIL`, else `AWS_ENDPOINT_URL`, else the service's own. */
  readonly endpoint?: string | undefined;
  /** How often a request is tried in all, throttling and broken connections included: 1 to 100. Default: 5. */
  readonly maxAttempts?: number | undefined;
  /** How long one try of one request may be silent, in seconds: above 0, at most 3600. Default: 30. */
  readonly requestTimeoutSeconds?: number | undefined;
  /**
   * How long the whole read may take, in seconds: above 0, at most 86400. With `prove`, archives not seen by then are
   * `unreachable`, and that is no error. Default: 300.
   */
  readonly timeoutSeconds?: number | undefined;
}

/** Whether, and how, the archives of completed jobs are looked for in S3. @public */
export interface ProofArgs {
  /**
   * Whether to look for the archive of each completed job in S3, and give what is seen as its `proof`: one HeadObject a
   * job, in its bucket's own region, with the identity that asks WorkMail. It needs the package `@aws-sdk/client-s3`, and
   * `s3:GetObject` on the archives and `s3:ListBucket` on their buckets. Default: false.
   */
  readonly prove?: boolean | undefined;
  /** How many archives to look for at the same time, with `prove`: 1 to 64. Default: 16. */
  readonly proveConcurrency?: number | undefined;
  /**
   * The URL of another S3, for `prove`; its buckets are in the path. Default: `AWS_ENDPOINT_URL_S3`, else
   * `AWS_ENDPOINT_URL`, else the service's own.
   */
  readonly s3Endpoint?: string | undefined;
}

/** What is read: the mailbox export jobs of one organization. @public */
export interface ReadMailboxExportJobsArgs extends ConnectionArgs, ProofArgs {
  /** The identifier of the organization: `m-` and 32 hexadecimal digits. */
  readonly organizationId: string;
  /**
   * Whether to ask DescribeMailboxExportJob for `errorInfo`, `roleArn`, `kmsKeyArn` and `s3Prefix`: one request for each
   * job that passes the filters. Default: false.
   */
  readonly includeDetails?: boolean | undefined;
  /** How many jobs to describe at the same time, with `includeDetails`: 1 to 64. Default: 8. */
  readonly detailsConcurrency?: number | undefined;
  /** How many jobs to ask for in one page: 1 to 100. Every page is read whatever it is. Default: 100. */
  readonly pageSize?: number | undefined;
}

/** What to do when the organization, or WorkMail itself, is gone: fail, or keep what is remembered. @public */
export type OnUnavailable = "fail" | "keep";

/** The arguments of {@link getMailboxExportJobs}. @public */
export interface GetMailboxExportJobsArgs extends ReadMailboxExportJobsArgs, MailboxExportJobFilters {}

/** The result of {@link getMailboxExportJobs}. @public */
export interface GetMailboxExportJobsResult extends MailboxExportJobFilters {
  /** `REGION/ORGANIZATION`. */
  readonly id: string;
  readonly organizationId: string;
  /** The region that was asked. */
  readonly region: string;
  readonly includeDetails: boolean;
  readonly prove: boolean;
  /** The identifiers of `jobs`, in the same order. */
  readonly ids: string[];
  /** The jobs that pass the filters: newest first, jobs of the same time by `jobId`, jobs without a start time last. */
  readonly jobs: MailboxExportJob[];
  /** How many of `jobs` there are, in total and by state. */
  readonly counts: MailboxExportJobCounts;
  /** The newest of `jobs` of each user or resource, by entity id. */
  readonly latestByEntity: Record<string, MailboxExportJob>;
}

/**
 * A user or a resource of an organization, as ListUsers or ListResources shows it. The service promises no member, so
 * all but the id are optional; a record without an id is an error of the whole read.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_User.html
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_Resource.html
 * @public
 */
export interface RosterMember {
  /** The identifier of the user or resource: what a job names as its `entityId`. */
  readonly entityId: string;
  /** Which list it stands in. */
  readonly kind: "user" | "resource";
  readonly name?: string;
  /** Users only. */
  readonly displayName?: string;
  readonly email?: string;
  /** `ENABLED`, `DISABLED`, `DELETED`, or what the service adds. */
  readonly state?: string;
  /** Users only: `USER`, `RESOURCE`, `SYSTEM_USER`, `REMOTE_USER`, or what the service adds. */
  readonly userRole?: string;
  /** When it was enabled for WorkMail: RFC 3339 in UTC. */
  readonly enabledDate?: string;
  /** When it was disabled. Its mailbox is kept for 30 days from then. */
  readonly disabledDate?: string;
}

/** An organization of an account, as ListOrganizations shows it. @internal */
export interface Organization {
  readonly organizationId: string;
  readonly alias?: string;
  /** `Active`, `Deleted`, or any other text: AWS documents no list of them. */
  readonly state?: string;
}
