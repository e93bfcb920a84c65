import type { ArchiveProof } from "../archiveModel";
import { mapConcurrently } from "../aws/mapConcurrently";
import { WorkMailRequestError } from "../errors";
import { locate } from "../exports/locate";
import { ownArchives } from "../exports/ownArchives";
import type { MailboxExportJob, ReadMailboxExportJobsArgs } from "../model";
import { connectS3, loadS3Sdk } from "../s3/connectS3";
import { proveArchive } from "../s3/proveArchive";
import type { Connection } from "../workmail/connect";
import { request, subjectOf } from "../workmail/request";
import { warnOfUnproven } from "./warnOfUnproven";
import type { ReadContext } from "./withConnection";

/**
 * With `prove`, the jobs with what S3 shows of the archive of each that completed; what was shown before is not kept.
 * Without it the jobs as they are. An archive that cannot be seen is a proof of another outcome, and no failure: also
 * where the time of the whole read is up, since what WorkMail has told must not get lost for S3's sake.
 *
 * @param known all jobs that may have written where these did.
 * @throws WorkMailRequestError with the reason `aborted`, when the caller's signal ends the read.
 * @internal
 */
export async function proveJobs(
  connection: Connection,
  jobs: readonly MailboxExportJob[],
  known: readonly MailboxExportJob[],
  args: ReadMailboxExportJobsArgs,
  context: ReadContext,
): Promise<readonly MailboxExportJob[]> {
  const { prove = false, proveConcurrency = 16 } = args;
  if (!prove) return jobs;
  const s3 = connectS3(loadS3Sdk(), connection, { ...args, proveConcurrency }, context.environment, context.adapt);
  const proofOf = async (job: MailboxExportJob): Promise<ArchiveProof> => {
    const located = locate(job);
    if ("problem" in located) return { outcome: "unlocated", because: located.problem };
    const subject = { ...subjectOf(connection, "HeadObject", 0), jobId: job.jobId };
    try {
      return await request(subject, connection.signal, (options) =>
        proveArchive(s3, { ...located, kmsKeyArn: job.kmsKeyArn }, options),
      );
    } catch (error) {
      const timeIsUp = error instanceof WorkMailRequestError && error.reason === "timeout";
      if (!timeIsUp || context.signal?.aborted) throw error;
      return { outcome: "unreachable", bucket: located.bucket, key: located.key, because: timeUp };
    }
  };
  try {
    const looked = await mapConcurrently(jobs, proveConcurrency, async ({ proof, ...job }) =>
      job.state === "COMPLETED" ? { ...job, proof: await proofOf(job) } : job,
    );
    const proven = ownArchives(looked, [...looked, ...others(known, looked)], context.now());
    warnOfUnproven(proven, known, context.warn);
    return proven;
  } finally {
    s3.close();
  }
}

const timeUp =
  "timeoutSeconds was over before S3 had shown it: raise it, or proveConcurrency, or see whether S3 answers.";

function others(known: readonly MailboxExportJob[], jobs: readonly MailboxExportJob[]): readonly MailboxExportJob[] {
  const ids = new Set(jobs.map(({ jobId }) => jobId));
  return known.filter(({ jobId }) => !ids.has(jobId));
}
