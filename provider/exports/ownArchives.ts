import type { MailboxExportJob } from "../model";
import { compareText } from "./compareText";
import { endOf } from "./endOf";
import { ofOneMailbox } from "./ofOneMailbox";
import { placeIn, placesOf } from "./placesOf";

/**
 * What was found under the key of a job need not be its archive: another job can have written there later, or the object
 * was there before the job started. Such a job loses its proof: its archive is gone.
 *
 * @param jobs those that were looked for.
 * @param known all that may have written there, these among them.
 * @internal
 */
export function ownArchives(
  jobs: readonly MailboxExportJob[],
  known: readonly MailboxExportJob[],
  now: Date,
): readonly MailboxExportJob[] {
  const writers = Map.groupBy(
    known.flatMap((job) => placesOf(job).map((place) => ({ place, job }))),
    ({ place }) => place,
  );
  return jobs.map((job) => {
    const { proof } = job;
    if (proof === undefined || !("contentLength" in proof)) return job;
    const others = (writers.get(placeIn(proof)) ?? []).map((writer) => writer.job);
    const [later] = others
      .filter((other) => other.jobId !== job.jobId && wroteLater(other, job, proof.lastModified))
      .sort(compareEnds);
    const { bucket, key, lastModified } = proof;
    if (later) return { ...job, proof: { outcome: "gone", bucket, key, overwrittenBy: later.jobId } };
    if (lastModified === undefined || !isOlder(lastModified, job, now)) return job;
    return { ...job, proof: { outcome: "gone", bucket, key, lastModified } };
  });
}

/** Clocks are not the same everywhere, and S3 counts whole seconds. */
const slackMs = 60_000;

/** Of two that completed the ends decide. Of one whose end is not known, whether the object is newer than the job's end. */
function wroteLater(other: MailboxExportJob, job: MailboxExportJob, lastModified: string | undefined): boolean {
  if (other.state === "COMPLETED") {
    const order = compareText(endOf(other), endOf(job));
    if (order !== 0) return order > 0;
    // Of two exports of one mailbox either is good; of two mailboxes neither can be told to have the archive.
    return !ofOneMailbox(other, job) || other.jobId < job.jobId;
  }
  return Date.parse(lastModified ?? "") > Date.parse(endOf(job)) + slackMs;
}

/** A job that starts later than now is of another clock than S3's, such as that of a test. */
function isOlder(lastModified: string, { startTime = "" }: MailboxExportJob, now: Date): boolean {
  const start = Date.parse(startTime);
  return Date.parse(lastModified) + slackMs < start && start <= now.getTime();
}

/** The last end first: an archive is there once it is whole. One without times wrote before all others. */
function compareEnds(a: MailboxExportJob, b: MailboxExportJob): number {
  return compareText(endOf(b), endOf(a)) || compareText(a.jobId, b.jobId);
}
