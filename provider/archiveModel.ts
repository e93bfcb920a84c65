/** Where in S3 an archive is. @public */
export interface ArchiveLocation {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The key of the object, without the bucket in front. */
  readonly key: string;
}

/**
 * What S3 shows of an archive without reading it; also of one in a Glacier class, which is not restored for it. Times are
 * RFC 3339 in UTC. What S3 does not say is absent.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 * @public
 */
export interface ArchiveFacts {
  /** The size, in bytes. */
  readonly contentLength: number;
  /** The entity tag, with its quotation marks. */
  readonly etag?: string;
  /** Only in a bucket with versions. */
  readonly versionId?: string;
  readonly lastModified?: string;
  /** `STANDARD`, `DEEP_ARCHIVE`, or another class of S3. */
  readonly storageClass: string;
  /** The ARN of the KMS key that encrypts it. */
  readonly sseKmsKeyId?: string;
  /** `GOVERNANCE` or `COMPLIANCE`. */
  readonly objectLockMode?: string;
  /** Until when the version cannot be deleted. */
  readonly objectLockRetainUntilDate?: string;
  /** `ON` or `OFF`. */
  readonly objectLockLegalHoldStatus?: string;
  /** Only of an archived object that was asked back. */
  readonly restoreStatus?: ArchiveRestoreStatus;
}

/** How it stands with the restore of an archived object. @public */
export interface ArchiveRestoreStatus {
  readonly isRestoreInProgress: boolean;
  /** Until when the restored copy is kept. */
  readonly restoreExpiryDate?: string;
}

/**
 * What came of looking for the archive of a completed job in S3:
 *
 * - `proven`: it is there, it is not empty, and where the job tells its key (`includeDetails`) it is encrypted with that;
 * - `empty`, `wrongKey`: an object is there, but of no bytes, or encrypted with another key or with none;
 * - `gone`: no object is there, or one that is not the archive of this job;
 * - `denied`: S3 does not let this identity see it, see `because`;
 * - `unreachable`: S3 did not answer, or not with an answer, see `because`;
 * - `unlocated`: the job does not tell where it is, see `because`.
 *
 * @public
 */
export type ArchiveProof =
  | (ArchiveLocation & ArchiveFacts & { readonly outcome: "proven" | "empty" | "wrongKey" })
  | (ArchiveLocation & {
      readonly outcome: "gone";
      /** Whether a delete marker covers it: older versions can still be there. */
      readonly deleteMarker?: boolean;
      /** The job that wrote to the same key after this one: what is there is its archive. */
      readonly overwrittenBy?: string;
      /** When what is there was last written: before this job started. */
      readonly lastModified?: string;
    })
  | (ArchiveLocation & {
      readonly outcome: "denied" | "unreachable";
      /** What stands in the way, and what to do. */
      readonly because: string;
    })
  | {
      readonly outcome: "unlocated";
      /** What stands in the way. */
      readonly because: string;
    };

/** One word for what came of looking for an archive. @public */
export type ArchiveProofOutcome = ArchiveProof["outcome"];
