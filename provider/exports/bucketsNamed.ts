import type { MailboxExportJob } from "../model";
import { locate } from "./locate";

/**
 * The buckets that a job names, each once: none where it names none, and more than one where what it tells contradicts
 * itself.
 *
 * @internal
 */
export function bucketsNamed({ s3BucketName, s3Path, proof }: MailboxExportJob): readonly string[] {
  // Without a name a path has to tell the bucket itself; with a file in it, it does even where it names none.
  const inPath = s3Path ? locate({ s3Path: `${s3Path}/x` }) : undefined;
  const named = [inPath, proof].map((told) => (told !== undefined && "bucket" in told ? told.bucket : ""));
  return [...new Set([s3BucketName ?? "", ...named])].filter((name) => name !== "");
}
