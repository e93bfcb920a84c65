import type { ArchiveLocation } from "../archiveModel";
import type { MailboxExportJob } from "../model";
import { plain, plainLine } from "./plainText";

/** What a job tells of the place of its archive. @internal */
export type TellsLocation = Pick<MailboxExportJob, "s3BucketName" | "s3Path" | "s3Prefix">;

/** @internal */
export interface LocatedArchive extends ArchiveLocation {
  /** Another key that the same path can mean. */
  readonly otherKey?: string;
}

/** @internal */
export type LocationAnswer = LocatedArchive | { readonly problem: string };

/**
 * Where the archive of a job is. AWS does not document the form of `s3Path`: it may be `key`, `bucket/key` or
 * `s3://bucket/key`. A key can begin with the name of its bucket too; where nothing tells which is meant, the bucket is
 * taken away, and the path as it stands is the other key.
 *
 * @internal
 */
export function locate({ s3BucketName, s3Path, s3Prefix }: TellsLocation): LocationAnswer {
  if (!s3Path) return { problem: "it has no s3Path" };
  const withBucket = /^s3:\/\/([^/]*)\/?(.*)$/is.exec(s3Path);
  if (withBucket) {
    const [, bucket = "", key = ""] = withBucket;
    return inBucket(bucket, s3BucketName, key, s3Path);
  }
  if (!s3BucketName)
    return { problem: `it has no s3BucketName, and its s3Path ${plainLine(s3Path)} does not name the bucket` };
  if (s3Path === s3BucketName) return { problem: `its s3Path ${plainLine(s3Path)} names the bucket alone` };
  if (!s3Path.startsWith(`${s3BucketName}/`)) return file(s3BucketName, s3Path, s3Path);
  const rest = s3Path.slice(s3BucketName.length + 1);
  const [restFits, pathFits] = [fits(rest, s3Prefix), fits(s3Path, s3Prefix)];
  if (restFits !== pathFits) return file(s3BucketName, restFits ? rest : s3Path, s3Path);
  const located = file(s3BucketName, rest, s3Path);
  return "problem" in located ? located : { ...located, otherKey: s3Path };
}

/** Without details every key fits. */
function fits(key: string, s3Prefix = ""): boolean {
  return key.startsWith(s3Prefix);
}

function inBucket(bucket: string, s3BucketName: string | undefined, key: string, s3Path: string): LocationAnswer {
  if (bucket === "") return { problem: `its s3Path ${plainLine(s3Path)} names no bucket` };
  if (s3BucketName && s3BucketName !== bucket) {
    return { problem: `its s3BucketName is ${plain(s3BucketName)}, and its s3Path names the bucket ${plain(bucket)}` };
  }
  return file(bucket, key, s3Path);
}

/** A path that ends with a slash is a folder: a rule for it would touch all that is in there. */
function file(bucket: string, key: string, s3Path: string): LocationAnswer {
  return key === "" || key.endsWith("/")
    ? { problem: `its s3Path ${plainLine(s3Path)} names no file` }
    : { bucket, key };
}
