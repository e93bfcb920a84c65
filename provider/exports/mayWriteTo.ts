import type { MailboxExportJob } from "../model";
import { bucketsNamed } from "./bucketsNamed";
import { locate } from "./locate";

/** Every key begins with it. */
const anywhere = "";

/**
 * With what the key of a job may begin, in every reading of what the job tells, in a bucket that it concerns: whole keys
 * as well as directories, and the empty text where it can be any key.
 *
 * @internal
 */
export function mayWriteTo(job: MailboxExportJob): readonly string[] {
  // With two buckets that contradict each other, a path says nothing of either.
  if (bucketsNamed(job).length !== 1) return [anywhere];
  const { proof } = job;
  return [...told(job), ...(proof !== undefined && "key" in proof ? [proof.key] : [])];
}

function told(job: MailboxExportJob): readonly string[] {
  const located = locate(job);
  if (!("problem" in located)) return [...readings(located), ...contradictingPrefix(job, readings(located))];
  const folders = foldersOf(job);
  // The prefix that a job was started with tells more than a path that is no more than the bucket.
  const starts = job.s3Prefix ? [job.s3Prefix, ...folders.filter((folder) => folder !== anywhere)] : folders;
  return starts.length === 0 ? [anywhere] : starts.flatMap(withAndWithoutSlash);
}

/** A path and a prefix that contradict each other: which of them is right, nobody knows. */
function contradictingPrefix({ s3Prefix }: MailboxExportJob, keys: readonly string[]): readonly string[] {
  if (!s3Prefix) return [];
  const starts = withAndWithoutSlash(s3Prefix);
  return keys.some((key) => starts.some((start) => key.startsWith(start))) ? [] : starts;
}

function readings({ key, otherKey }: { readonly key: string; readonly otherKey?: string }): readonly string[] {
  return otherKey === undefined ? [key] : [key, otherKey];
}

/** A path that ends with a slash is read as that of a file in it, of which the folder is left. */
function foldersOf(job: MailboxExportJob): readonly string[] {
  if (!job.s3Path?.endsWith("/")) return [];
  const file = locate({ ...job, s3Path: `${job.s3Path}x` });
  return "problem" in file ? [] : readings(file).map((key) => key.slice(0, -1));
}

/** AWS does not say whether a key gets, or loses, a slash in front. */
function withAndWithoutSlash(start: string): readonly string[] {
  return start.startsWith("/") ? [start, start.slice(1)] : [start, `/${start}`];
}
