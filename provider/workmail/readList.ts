import type { ServiceInputTypes, ServiceOutputTypes } from "@aws-sdk/client-workmail";
import { IncompleteListError, type IncompleteListReason, ofOrganization } from "../errors";
import type { Connection } from "./connect";
import type { Malformed } from "./malformed";
import { type ListName, pageOf, type Reply } from "./pageOf";
import { keepRawAnswer } from "./rawAnswer";
import { type ListProgress, readEveryPage } from "./readEveryPage";
import { request, subjectOf } from "./request";
import type { WorkMailCommand } from "./workMailCommand";

/** How a list is read. @internal */
export interface ListOptions {
  readonly pageSize: number;
  readonly onPage?: ((progress: ListProgress) => void) | undefined;
  readonly warn: (message: string) => void;
}

/** What tells one list of the service from the others. @internal */
export interface List<Input extends ServiceInputTypes, Answer extends PagedAnswer, Item> extends ListName {
  readonly command: (sdk: Connection["sdk"], input: ListInput) => WorkMailCommand<Input, Answer>;
  /** The member of an answer that holds its records. */
  readonly member: keyof Answer & string;
  readonly toItem: (record: unknown, malformed: Malformed) => Item;
}

type PagedAnswer = ServiceOutputTypes & { readonly NextToken?: string | undefined };

/** What a page is asked with. */
interface ListInput {
  readonly OrganizationId: string;
  readonly MaxResults: number;
  readonly NextToken?: string;
}

/**
 * Every record of one of the service's lists, in its order, or an error: never a part of it. `whole` may refuse
 * the list once its last page is read.
 *
 * @throws WorkMailRequestError, IncompleteListError
 * @internal
 */
export async function readList<Input extends ServiceInputTypes, Answer extends PagedAnswer, Item>(
  connection: Connection,
  { pageSize, onPage, warn }: ListOptions,
  list: List<Input, Answer, Item>,
  whole: (items: readonly Item[], malformed: Malformed) => void = () => undefined,
): Promise<readonly Item[]> {
  const incomplete = (reason: IncompleteListReason, pagesRead: number, detail: string) =>
    new IncompleteListError(reason, subjectOf(connection, list.operation, pagesRead), detail);
  let pagesRead = 0;
  const malformed: Malformed = (problem) => incomplete("malformedPage", pagesRead, problem);
  const items = await readEveryPage({
    ask: async (token, pages) => {
      pagesRead = pages;
      const reply = await askPage(connection, list, pageSize, token, pagesRead);
      const { records, nextToken } = pageOf(list, reply, pagesRead, malformed);
      if (reply.records === undefined) warn(bareAnswer(connection, list));
      return { items: records.map((record) => list.toItem(record, malformed)), nextToken };
    },
    incomplete,
    onPage,
  });
  whole(items, malformed);
  return items;
}

async function askPage<Input extends ServiceInputTypes, Answer extends PagedAnswer, Item>(
  connection: Connection,
  list: List<Input, Answer, Item>,
  pageSize: number,
  token: string | undefined,
  pagesRead: number,
): Promise<Reply> {
  const { sdk, client, organizationId, signal } = connection;
  // A fresh input each time: nothing of one walk can leak into another.
  const input = { OrganizationId: organizationId, MaxResults: pageSize, ...(token && { NextToken: token }) };
  const command = list.command(sdk, input);
  const rawAnswer = keepRawAnswer(command);
  const subject = subjectOf(connection, list.operation, pagesRead);
  const answer = await request(subject, signal, (options) => client.send(command, options));
  return { records: answer[list.member], nextToken: answer.NextToken, raw: rawAnswer() };
}

function bareAnswer(connection: Connection, { operation, kind }: ListName): string {
  const subject = subjectOf(connection, operation, 0);
  return (
    `${operation}${ofOrganization(subject)} in ${subject.region} answered without a list of ${kind}s. ` +
    `It is taken as an empty list; if there should be ${kind}s, see what stands between here and WorkMail.`
  );
}
