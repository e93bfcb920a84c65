import type { SeedResource, SeedUser } from "./rosterTypes";

/**
 * What the emulator knows when it starts. Plain JSON, so that a seed file has this shape too.
 *
 * @example
 * const seed: Seed = {
 *   organizations: [{
 *     organizationId: "m-0123456789abcdef0123456789abcdef",
 *     users: [{ id: "S-1-1-11-1111111111-2222222222-3333333333-1001", name: "alice", email: "alice@example.com" }],
 *     jobs: [{
 *       jobId: "job-1",
 *       entityId: "S-1-1-11-1111111111-2222222222-3333333333-1001",
 *       startTime: "2026-11-20T10:00:00Z",
 *       end: { state: "COMPLETED", afterSeconds: 5400 },
 *     }],
 *   }],
 * };
 *
 * @public
 */
export interface Seed {
  readonly organizations: readonly SeedOrganization[];
}

/**
 * An organization. What is not given is no member of the answers, unless a default stands here.
 * See {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_DescribeOrganization.html}.
 * @public
 */
export interface SeedOrganization {
  /** `m-` and 32 hexadecimal digits. */
  readonly organizationId: string;
  /**
   * Default `"Active"`; in any other state only ListOrganizations and DescribeOrganization answer, and every other operation
   * is refused with OrganizationStateException.
   */
  readonly state?: string;
  /** Up to 62 letters and digits, with single hyphens between them. */
  readonly alias?: string;
  readonly defaultMailDomain?: string;
  /** What went wrong with the organization. */
  readonly errorMessage?: string;
  readonly directoryId?: string;
  readonly directoryType?: string;
  /** RFC 3339. */
  readonly completedDate?: string;
  readonly arn?: string;
  /** The id of a user. */
  readonly migrationAdmin?: string;
  readonly interoperabilityEnabled?: boolean;
  /**
   * Default none. Without users and without resources StartMailboxExportJob takes any entity for one that exists; as soon
   * as there is a list of either, be it empty, it takes those that are listed.
   */
  readonly users?: readonly SeedUser[];
  /** Default none; see `users`. */
  readonly resources?: readonly SeedResource[];
  /** Default none. */
  readonly jobs?: readonly SeedJob[];
}

/**
 * One mailbox export job and its whole life. Before `startTime` it does not exist.
 * See {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_DescribeMailboxExportJob.html}.
 * @public
 */
export interface SeedJob {
  /** Unique within the organization. */
  readonly jobId: string;
  /** Of the user or resource, 12 to 256 characters. */
  readonly entityId: string;
  /** RFC 3339. */
  readonly startTime: string;
  /** How the job ends. Default: it never does. */
  readonly end?: SeedJobEnd;
  /** Default none: the answers then have no such member. */
  readonly description?: string;
  /** Default `"workmail-exports"`. */
  readonly s3BucketName?: string;
  /** Default `"exports"`. */
  readonly s3Prefix?: string;
  /** Default `<s3Prefix>/<jobId>.zip`, which is a guess: no real value is documented anywhere. */
  readonly s3Path?: string;
  /** Default a role of account 111122223333. */
  readonly roleArn?: string;
  /** Default a key of account 111122223333. */
  readonly kmsKeyArn?: string;
}

/**
 * How a job ends, `afterSeconds` after its start. `atProgress` is the percentage (0 to 99) it had reached, default 50.
 * @public
 */
export type SeedJobEnd =
  | { readonly state: "COMPLETED"; readonly afterSeconds: number }
  | { readonly state: "CANCELLED"; readonly afterSeconds: number; readonly atProgress?: number }
  | {
      readonly state: "FAILED";
      readonly afterSeconds: number;
      readonly errorInfo: string;
      readonly atProgress?: number;
    };
