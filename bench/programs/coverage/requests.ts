import {
  ListMailboxExportJobsCommand,
  ListResourcesCommand,
  ListUsersCommand,
  WorkMailClient,
} from "@aws-sdk/client-workmail";
import { reportRead } from "../report";

const client = new WorkMailClient({});
type Page = { readonly NextToken?: string | undefined };

/** The requests alone: the three lists side by side, each page by page. */
reportRead(async () => {
  const members: unknown[] = [];
  const OrganizationId = process.env["ORGANIZATION_ID"];
  const input = (NextToken: string | undefined) => ({ OrganizationId, MaxResults: 100, NextToken });
  await Promise.all([
    everyPage((token) => client.send(new ListMailboxExportJobsCommand(input(token)))),
    everyPage(async (token) => {
      const page = await client.send(new ListUsersCommand(input(token)));
      members.push(...(page.Users ?? []));
      return page;
    }),
    everyPage(async (token) => {
      const page = await client.send(new ListResourcesCommand(input(token)));
      members.push(...(page.Resources ?? []));
      return page;
    }),
  ]);
  return members;
});

async function everyPage(ask: (token: string | undefined) => Promise<Page>): Promise<void> {
  let token: string | undefined;
  do token = (await ask(token)).NextToken;
  while (token);
}
