import type { ArchiveProof } from "../archiveModel";
import { mapConcurrently } from "../aws/mapConcurrently";
import { lastWriters } from "../exports/lastWriters";
import { locate } from "../exports/locate";
import type { MailboxExportJob, ReadMailboxExportJobsArgs } from "../model";
import { connectS3, loadS3Sdk, type S3Connection } from "../s3/connectS3";
import { proveArchive } from "../s3/proveArchive";
import type { Connection } from "../workmail/connect";
import { request, subjectOf } from "../workmail/request";
import { warnOfUnproven } from "./warnOfUnproven";
import type { ReadContext } from "./withConnection";

/**
 * With `prove`, the jobs with what S3 shows of the archive of each that completed; what was shown before is not kept.
 * Without it the jobs as they are. An archive that cannot be seen is a proof of another outcome, and no failure.
 *
 * @throws WorkMailRequestError with the reason `timeout` or `aborted`, when the whole read is at its end.
 * @internal
 */
export async function proveJobs(
  connection: Connection,
  jobs: readonly MailboxExportJob[],
  args: ReadMailboxExportJobsArgs,
  { environment, warn }: ReadContext,
): Promise<readonly MailboxExportJob[]> {
  const { prove = false, proveConcurrency = 16 } = args;
  if (!prove) return jobs;
  const s3 = connectS3(loadS3Sdk(), connection, args, environment);
  try {
    const proven = await mapConcurrently(jobs, proveConcurrency, async ({ proof, ...job }) =>
      job.state === "COMPLETED" ? { ...job, proof: await proofOf(connection, s3, job) } : job,
    );
    const looked = lastWriters(proven);
    warnOfUnproven(looked, warn);
    return looked;
  } finally {
    s3.close();
  }
}

async function proofOf(connection: Connection, s3: S3Connection, job: MailboxExportJob): Promise<ArchiveProof> {
  const located = locate(job);
  if ("problem" in located) return { outcome: "unlocated", because: located.problem };
  const subject = { ...subjectOf(connection, "HeadObject", 0), jobId: job.jobId };
  return request(subject, connection.signal, (options) =>
    proveArchive(s3, { ...located, kmsKeyArn: job.kmsKeyArn }, options),
  );
}
