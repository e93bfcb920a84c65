import type { RequestSubject } from "../errors";
import type { Connection } from "./connect";
import type { Malformed } from "./malformed";
import { request, subjectOf } from "./request";
import { requestError } from "./requestError";
import { type DescribedJob, toDescribedJob } from "./toDescribedJob";

const operation = "DescribeMailboxExportJob";

/**
 * One job in full, whether or not the list still shows it. How long the service knows a job is not documented: one that
 * it does not know any more is the failure `entityNotFound`.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_DescribeMailboxExportJob.html
 * @throws WorkMailRequestError
 * @internal
 */
export async function describeMailboxExportJob(connection: Connection, jobId: string): Promise<DescribedJob> {
  const { sdk, client, organizationId, signal } = connection;
  const subject = subjectOfJob(connection, jobId);
  const command = new sdk.DescribeMailboxExportJobCommand({ OrganizationId: organizationId, JobId: jobId });
  const answer = await request(subject, signal, (options) => client.send(command, options));
  return toDescribedJob(jobId, answer, malformedDescription(connection, jobId));
}

/** Makes the error of a description that cannot be of this job. @internal */
export function malformedDescription(connection: Connection, jobId: string): Malformed {
  const subject = subjectOfJob(connection, jobId);
  return (problem) => requestError("malformedResponse", subject, problem);
}

function subjectOfJob(connection: Connection, jobId: string): RequestSubject {
  return { ...subjectOf(connection, operation, 0), jobId };
}
