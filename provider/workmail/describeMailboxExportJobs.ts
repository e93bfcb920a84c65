import type { WorkMailRequestError } from "../errors";
import type { MailboxExportJob } from "../model";
import type { Connection } from "./connect";
import { mapConcurrently } from "./mapConcurrently";
import { request, subjectOf } from "./request";
import { requestError } from "./requestError";
import { withDetails } from "./toMailboxExportJob";

const operation = "DescribeMailboxExportJob";

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
  return mapConcurrently(jobs, concurrency, (job) => describe(connection, job));
}

async function describe(connection: Connection, job: MailboxExportJob): Promise<MailboxExportJob> {
  const { sdk, client, organizationId, signal } = connection;
  const subject = { ...subjectOf(connection, operation, 0), jobId: job.jobId };
  const input = { OrganizationId: organizationId, JobId: job.jobId };
  const answer = await request(subject, signal, (options) =>
    client.send(new sdk.DescribeMailboxExportJobCommand(input), options),
  );
  const malformed = (problem: string): WorkMailRequestError => requestError("malformedResponse", subject, problem);
  return withDetails(job, answer, malformed);
}
