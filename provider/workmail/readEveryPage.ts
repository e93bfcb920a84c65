import type { IncompleteListReason } from "../errors";

/** One page of a list. @internal */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The token of the page that follows; undefined or empty on the last one. */
  readonly nextToken: string | undefined;
}

/** How a list is read. @internal */
export interface Paging<Item> {
  /** Asks for the page that `token` names, the first one without a token. */
  readonly ask: (token: string | undefined, pagesRead: number) => Promise<Page<Item>>;
  /** Makes the error of a list that cannot be read to its end. */
  readonly incomplete: (reason: IncompleteListReason, pagesRead: number, detail: string) => Error;
  /** Is told after each page. */
  readonly onPage?: ((progress: ListProgress) => void) | undefined;
  /** Where to stop a list that does not end. Default: 10000. */
  readonly maxPages?: number;
}

/** How far a list has been read. @internal */
export interface ListProgress {
  /** How many pages were read. */
  readonly pages: number;
  /** How many items they held. */
  readonly items: number;
}

/**
 * Every page of a list, or an error: never a part of it.
 *
 * Our own loop, because the SDK's paginator walks forever when the service repeats a token, walks in circles when two
 * tokens take turns, and writes the token into its caller's input, so that a second walk begins where the first ended.
 *
 * @internal
 */
export async function readEveryPage<Item>({
  ask,
  incomplete,
  onPage,
  maxPages = 10_000,
}: Paging<Item>): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (let pages = 0; pages < maxPages; ) {
    const page = await ask(token, pages);
    pages += 1;
    for (const item of page.items) items.push(item);
    onPage?.({ pages, items: items.length });
    token = page.nextToken;
    if (!token) return items;
    if (seen.has(token)) {
      throw incomplete("repeatedToken", pages, "WorkMail handed out a page token that it had handed out before");
    }
    seen.add(token);
  }
  throw incomplete("pageLimit", maxPages, `the list did not end after ${maxPages} pages`);
}
