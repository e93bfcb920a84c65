import type { RosterMember } from "../model";
import type { Connection } from "./connect";
import { joinMembers } from "./joinMembers";
import { listResources } from "./listResources";
import { listUsers } from "./listUsers";
import type { ListOptions } from "./readList";
import { sumProgress } from "./sumProgress";

/**
 * The organization's roster: every user and every resource, each id once, by id. `onPage` is told of the pages of both
 * lists together.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListUsers.html
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListResources.html
 * @throws WorkMailRequestError, IncompleteListError: the first failure of the two reads
 * @internal
 */
export async function listRoster(
  connection: Connection,
  { onPage, ...options }: ListOptions,
): Promise<readonly RosterMember[]> {
  const listener = onPage && sumProgress(onPage);
  const end = new AbortController();
  const ending = { ...connection, signal: AbortSignal.any([connection.signal, end.signal]) };
  const read = (list: typeof listUsers) => list(ending, { ...options, onPage: listener?.() });
  try {
    const lists = await Promise.all([read(listUsers), read(listResources)]);
    return joinMembers(lists.flat());
  } finally {
    // When one list fails, the other must not go on asking behind its caller's back.
    end.abort();
  }
}
