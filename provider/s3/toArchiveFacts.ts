import type * as sdk from "@aws-sdk/client-s3";
import type { ArchiveFacts, ArchiveRestoreStatus } from "../archiveModel";
import { withoutUndefined } from "../withoutUndefined";

/**
 * What S3 shows of an object, as plain values that state can hold. Undefined for an answer that lacks what each of S3 has:
 * any web server says 200.
 *
 * @internal
 */
export function toArchiveFacts(head: sdk.HeadObjectCommandOutput): ArchiveFacts | undefined {
  const { ContentLength, ETag, LastModified } = head;
  if (ContentLength === undefined || ETag === undefined || LastModified === undefined) return undefined;
  return {
    contentLength: ContentLength,
    // Absent means STANDARD.
    storageClass: head.StorageClass ?? "STANDARD",
    ...withoutUndefined({
      etag: ETag,
      // "null" is the version of an object that was there before the bucket had versions.
      versionId: head.VersionId,
      lastModified: timeOf(LastModified),
      sseKmsKeyId: head.SSEKMSKeyId,
      objectLockMode: head.ObjectLockMode,
      objectLockRetainUntilDate: timeOf(head.ObjectLockRetainUntilDate),
      objectLockLegalHoldStatus: head.ObjectLockLegalHoldStatus,
      restoreStatus: restoreStatusOf(head.Restore),
    }),
  };
}

/** For example `ongoing-request="false", expiry-date="Fri, 21 Dec 2026 00:00:00 GMT"`. */
function restoreStatusOf(restore: string | undefined): ArchiveRestoreStatus | undefined {
  const ongoing = /ongoing-request="(true|false)"/.exec(restore ?? "")?.[1];
  if (ongoing === undefined) return undefined;
  const expiry = timeOf(new Date(/expiry-date="([^"]+)"/.exec(restore ?? "")?.[1] ?? ""));
  return { isRestoreInProgress: ongoing === "true", ...withoutUndefined({ restoreExpiryDate: expiry }) };
}

function timeOf(date: Date | undefined): string | undefined {
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
