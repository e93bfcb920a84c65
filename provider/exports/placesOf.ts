import type { ArchiveLocation } from "../archiveModel";
import type { MailboxExportJob } from "../model";
import { locate } from "./locate";

/** Where a job may have written: of one that was looked for and found, where that was. @internal */
export function placesOf(job: MailboxExportJob): readonly string[] {
  if (job.proof !== undefined && "contentLength" in job.proof) return [placeIn(job.proof)];
  const located = locate(job);
  if ("problem" in located) return [];
  const { bucket, key, otherKey } = located;
  return [key, ...(otherKey === undefined ? [] : [otherKey])].map((each) => placeIn({ bucket, key: each }));
}

/** A bucket and a key in one text. @internal */
export function placeIn({ bucket, key }: ArchiveLocation): string {
  return `${bucket}/${key}`;
}
