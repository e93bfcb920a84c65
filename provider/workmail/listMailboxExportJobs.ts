import type { ListMailboxExportJobsResponse } from "@aws-sdk/client-workmail";
import { IncompleteListError, type IncompleteListReason } from "../errors";
import type { MailboxExportJob } from "../model";
import type { Connection } from "./connect";
import { oneOfEachJob } from "./oneOfEachJob";
import { isEmptyList, keepRawAnswer, type RawAnswer } from "./rawAnswer";
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
  let pagesRead = 0;
  const malformed: Malformed = (problem) => incomplete("malformedPage", pagesRead, problem);
  const listed = await readEveryPage({
    ask: async (token, pages) => {
      pagesRead = pages;
      const { answer, raw } = await askPage(connection, pageSize, token, pagesRead);
      if (isBare(answer) && pagesRead === 0 && isEmptyList(raw)) warn(bareAnswer(connection));
      return toPage(answer, raw, pagesRead, malformed);
    },
    incomplete,
    onPage,
  });
  return oneOfEachJob(listed, malformed);
}

async function askPage(connection: Connection, pageSize: number, token: string | undefined, pagesRead: number) {
  const { sdk, client, organizationId, signal } = connection;
  // A fresh input each time: nothing of one walk can leak into another.
  const input = { OrganizationId: organizationId, MaxResults: pageSize, ...(token && { NextToken: token }) };
  const command = new sdk.ListMailboxExportJobsCommand(input);
  const rawAnswer = keepRawAnswer(command);
  const subject = subjectOf(connection, operation, pagesRead);
  const answer = await request(subject, signal, (options) => client.send(command, options));
  return { answer, raw: rawAnswer() };
}

/** `{}`: what a service that leaves out empty members would say of an organization without jobs. */
function isBare({ Jobs, NextToken }: ListMailboxExportJobsResponse): boolean {
  return Jobs === undefined && NextToken === undefined;
}

function bareAnswer({ organizationId, region }: Connection): string {
  return (
    `${operation} for organization ${organizationId} in ${region} answered without a list of jobs. ` +
    "It is taken as an empty list; if there should be jobs, see what stands between here and WorkMail."
  );
}

function toPage(
  answer: ListMailboxExportJobsResponse,
  raw: RawAnswer | undefined,
  pagesRead: number,
  malformed: Malformed,
): Page<MailboxExportJob> {
  const { Jobs: records = [], NextToken: nextToken } = answer;
  // Amid other pages a page without its list is no empty page but a broken one: its jobs would be missing unseen.
  if (answer.Jobs === undefined && !(pagesRead === 0 && isBare(answer))) throw malformed("a page has no list of jobs");
  if (!Array.isArray(records)) throw malformed("the list of jobs is no list");
  if (records.length === 0 && !isEmptyList(raw)) throw malformed("an answer without jobs is no list of jobs");
  if (nextToken !== undefined && typeof nextToken !== "string") throw malformed("a page token is not a text");
  return { items: records.map((record) => toMailboxExportJob(record, malformed)), nextToken };
}
