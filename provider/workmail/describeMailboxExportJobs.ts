import { mapConcurrently } from "../aws/mapConcurrently";
import type { MailboxExportJob } from "../model";
import type { Connection } from "./connect";
import { describeMailboxExportJob, malformedDescription } from "./describeMailboxExportJob";
import { withDetails } from "./withDetails";

/**
 * The jobs with what only DescribeMailboxExportJob tells of them; the rest stays as it was listed.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_DescribeMailboxExportJob.html
 * @throws WorkMailRequestError
 * @internal
 */
export function describeMailboxExportJobs(
  connection: Connection,
  jobs: readonly MailboxExportJob[],
  concurrency: number,
): Promise<readonly MailboxExportJob[]> {
  return mapConcurrently(jobs, concurrency, async (job) => {
    const described = await describeMailboxExportJob(connection, job.jobId);
    return withDetails(job, described, malformedDescription(connection, job.jobId));
  });
}
