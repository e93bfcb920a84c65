import type { Malformed } from "./malformed";
import { isEmptyList, type RawAnswer } from "./rawAnswer";

/** What a list is called. @internal */
export interface ListName {
  readonly operation: string;
  /** The member of an answer that holds its records. */
  readonly member: string;
  /** What a record tells of, in one word: "job". */
  readonly kind: string;
}

/** One answer, as the SDK reads it and as it came. The SDK's types promise more than it checks. @internal */
export interface Reply {
  readonly records: unknown;
  readonly nextToken: unknown;
  readonly raw: RawAnswer | undefined;
}

/** The records of a page, and the token of the one that follows. */
interface ForeignPage {
  readonly records: readonly unknown[];
  readonly nextToken: string | undefined;
}

/**
 * The page that an answer is, or the error that it is none. An answer without its list is an empty page only if it is
 * the only one: `{}` is what a service that leaves out empty members would say of an organization that has nothing to
 * list. Amid other pages it is a broken one: its records would be missing unseen.
 *
 * @internal
 */
export function pageOf(list: ListName, reply: Reply, pagesRead: number, malformed: Malformed): ForeignPage {
  const { kind, member } = list;
  const { nextToken, raw } = reply;
  const isOnly = pagesRead === 0 && nextToken === undefined;
  const records: unknown = reply.records === undefined && isOnly ? [] : reply.records;
  if (records === undefined) throw malformed(`a page has no list of ${kind}s`);
  if (!Array.isArray(records)) throw malformed(`the list of ${kind}s is no list`);
  if (records.length === 0 && !isEmptyList(raw, member)) {
    throw malformed(`an answer without ${kind}s is no list of ${kind}s`);
  }
  if (nextToken !== undefined && typeof nextToken !== "string") throw malformed("a page token is not a text");
  return { records, nextToken };
}
