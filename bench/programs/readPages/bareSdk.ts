import { ListMailboxExportJobsCommand, type MailboxExportJob, WorkMailClient } from "@aws-sdk/client-workmail";
import { reportRead } from "../report";

// The loop that anyone would write, with nothing that the result would not need.
reportRead(async () => {
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
});
