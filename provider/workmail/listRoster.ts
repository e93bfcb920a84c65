import type { RosterMember } from "../model";
import type { Connection } from "./connect";
import { endingTogether } from "./endingTogether";
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
  const lists = await endingTogether(connection, (one) =>
    Promise.all([listUsers, listResources].map((list) => list(one, { ...options, onPage: listener?.() }))),
  );
  return joinMembers(lists.flat());
}
