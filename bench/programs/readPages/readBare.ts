import { ListMailboxExportJobsCommand, type MailboxExportJob, WorkMailClient } from "@aws-sdk/client-workmail";

/** The loop that anyone would write: the records as the SDK gives them, with Dates, in the service's order. */
export async function readBare(): Promise<MailboxExportJob[]> {
  const client = new WorkMailClient({});
  const jobs: MailboxExportJob[] = [];
  let NextToken: string | undefined;
  do {
    const input = { OrganizationId: process.env["ORGANIZATION_ID"], MaxResults: 100, NextToken };
    const page = await client.send(new ListMailboxExportJobsCommand(input));
    jobs.push(...(page.Jobs ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return jobs;
}
