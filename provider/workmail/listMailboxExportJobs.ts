import type { ListMailboxExportJobsResponse } from "@aws-sdk/client-workmail";
import { IncompleteListError, type IncompleteListReason } from "../errors";
import type { MailboxExportJob } from "../model";
import type { Connection } from "./connect";
import { type ListProgress, type Page, readEveryPage } from "./readEveryPage";
import { request, subjectOf } from "./request";
import { type Malformed, toMailboxExportJob } from "./toMailboxExportJob";

const operation = "ListMailboxExportJobs";

/** How the list is read. @internal */
export interface ListOptions {
  readonly pageSize: number;
  readonly onPage?: ((progress: ListProgress) => void) | undefined;
  readonly warn: (message: string) => void;
}

/**
 * Every mailbox export job that the service lists, in its order: those started in the last seven days.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html
 * @throws WorkMailRequestError, IncompleteListError
 * @internal
 */
export async function listMailboxExportJobs(
  connection: Connection,
  { pageSize, onPage, warn }: ListOptions,
): Promise<readonly MailboxExportJob[]> {
  const incomplete = (reason: IncompleteListReason, pagesRead: number, detail: string) =>
    new IncompleteListError(reason, subjectOf(connection, operation, pagesRead), detail);
  const listed = await readEveryPage({
    ask: async (token, pagesRead) => {
      const answer = await askPage(connection, pageSize, token, pagesRead);
      if (isBare(answer) && pagesRead === 0) warn(bareAnswer(connection));
      return toPage(answer, pagesRead, (problem) => incomplete("malformedPage", pagesRead, problem));
    },
    incomplete,
    onPage,
  });
  return lastOfEachJob(listed);
}

function askPage(connection: Connection, pageSize: number, token: string | undefined, pagesRead: number) {
  const { sdk, client, organizationId, signal } = connection;
  // A fresh input each time: nothing of one walk can leak into another.
  const input = { OrganizationId: organizationId, MaxResults: pageSize, ...(token && { NextToken: token }) };
  return request(subjectOf(connection, operation, pagesRead), signal, (options) =>
    client.send(new sdk.ListMailboxExportJobsCommand(input), options),
  );
}

/** `{}`: what a service that leaves out empty members would say of an organization without jobs. */
function isBare({ Jobs, NextToken }: ListMailboxExportJobsResponse): boolean {
  return Jobs === undefined && !NextToken;
}

function bareAnswer({ organizationId, region }: Connection): string {
  return (
    `${operation} for organization ${organizationId} in ${region} answered without a list of jobs. ` +
    "It is taken as an empty list; if there should be jobs, see what stands between here and WorkMail."
  );
}

function toPage(
  answer: ListMailboxExportJobsResponse,
  pagesRead: number,
  malformed: Malformed,
): Page<MailboxExportJob> {
  const { Jobs: records, NextToken: nextToken } = answer;
  // Amid other pages a page without its list is no empty page but a broken one: its jobs would be missing unseen.
  if (!Array.isArray(records) && !(pagesRead === 0 && isBare(answer))) throw malformed("a page has no list of jobs");
  if (nextToken !== undefined && typeof nextToken !== "string") throw malformed("a page token is not a text");
  return { items: (records ?? []).map((record) => toMailboxExportJob(record, malformed)), nextToken };
}

/** A job that moved from page to page while they were read comes once, as it was seen last. */
function lastOfEachJob(jobs: readonly MailboxExportJob[]): readonly MailboxExportJob[] {
  return [...new Map(jobs.map((job) => [job.jobId, job])).values()];
}
