import type * as sdk from "@aws-sdk/client-workmail";
import type { MailboxExportJob } from "../model";
import type { Connection } from "./connect";
import { type List, type ListOptions, readList } from "./readList";
import { refuseTwins } from "./refuseTwins";
import { toMailboxExportJob } from "./toMailboxExportJob";

const jobs: List<sdk.ListMailboxExportJobsCommandInput, sdk.ListMailboxExportJobsCommandOutput, MailboxExportJob> = {
  operation: "ListMailboxExportJobs",
  command: ({ ListMailboxExportJobsCommand }, input) => new ListMailboxExportJobsCommand(input),
  member: "Jobs",
  kind: "job",
  toItem: toMailboxExportJob,
};

/**
 * Every mailbox export job that the service lists, in its order: those started in the last seven days. One that
 * moved while the pages were read comes twice.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html
 * @throws WorkMailRequestError, IncompleteListError
 * @internal
 */
export function listMailboxExportJobs(
  connection: Connection,
  options: ListOptions,
): Promise<readonly MailboxExportJob[]> {
  return readList(connection, options, jobs, refuseTwins);
}
