import type { ArchiveLocation } from "./archiveModel";

/**
 * The storage classes that a lifecycle rule of S3 can move an object to.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Transition.html
 * @public
 */
export type LifecycleStorageClass =
  | "STANDARD_IA"
  | "ONEZONE_IA"
  | "INTELLIGENT_TIERING"
  | "GLACIER_IR"
  | "GLACIER"
  | "DEEP_ARCHIVE";

/** A move to another storage class. @public */
export interface LifecycleTransition {
  /** How old the archive is then, in days since it was written: a whole number, 0 or more. */
  readonly days: number;
  readonly storageClass: LifecycleStorageClass;
}

/**
 * What S3 is to do with the archives, and which of them. At least one of `transitions`, `expirationDays`,
 * `noncurrentVersionExpirationDays` and `abortIncompleteMultipartUploadDays` is needed. All days are whole numbers.
 *
 * @public
 */
export interface ExportLifecyclePolicy {
  /**
   * Moves to other storage classes, in any order: at least one. No class twice, each only to where S3 moves it from the one
   * before, and not before that one's least stay is over, which S3 demands within one rule: 30 days in `STANDARD_IA` and
   * `ONEZONE_IA`, 90 in `GLACIER_IR` and `GLACIER`.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
   */
  readonly transitions?: readonly LifecycleTransition[] | undefined;
  /**
   * Deletes an archive that is so many days old: 1 or more, and later than the last of `transitions`. In a bucket with
   * versions it only gets a delete marker. Default: never.
   */
  readonly expirationDays?: number | undefined;
  /**
   * Deletes a version for good, so many days after it ceased to be the newest: 1 or more. Of a mailbox that was exported
   * twice to the same key that is the older archive. Default: never.
   */
  readonly noncurrentVersionExpirationDays?: number | undefined;
  /** Takes away the parts of an upload that was begun so many days ago and never ended: 1 or more. Default: never. */
  readonly abortIncompleteMultipartUploadDays?: number | undefined;
  /** The bucket that the rules are for. Default: the one that all jobs name. */
  readonly bucket?: string | undefined;
  /** How many rules of your own stand in the same configuration, which takes 1,000 in all: 0 to 999. Default: 0. */
  readonly reservedRules?: number | undefined;
  /** What the id of each rule begins with: 1 to 238 letters, digits or any of `.-_`. Default: `workmail-export`. */
  readonly idPrefix?: string | undefined;
  /**
   * Which archives get a rule: those of completed jobs, or only those that were seen in S3, for which the jobs must have
   * been read with `prove: true`. An archive that was looked for and not proven gets none in either case.
   * Default: `completed`.
   */
  readonly only?: "completed" | "proven" | undefined;
}

/**
 * One lifecycle rule, as `aws.s3.BucketLifecycleConfiguration` of @pulumi/aws takes it. It is the caller's own: nothing
 * of it is shared with another rule or with the policy.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 * @public
 */
export interface ExportLifecycleRule {
  /** The same for the same prefix, whatever other rules there are. */
  id: string;
  status: "Enabled";
  /** A directory with its slash at the end, or the key of one archive; never empty. */
  filter: { prefix: string };
  transitions?: LifecycleTransition[];
  expiration?: { days: number };
  noncurrentVersionExpiration?: { noncurrentDays: number };
  abortIncompleteMultipartUpload?: { daysAfterInitiation: number };
}

/** A proven archive that S3 leaves in its storage class, because it is too small. @public */
export interface ArchiveTooSmallToTransition extends ArchiveLocation {
  readonly jobId: string;
  /** The size, in bytes: below 131,072. */
  readonly contentLength: number;
}
