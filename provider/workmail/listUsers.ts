import type { ListUsersCommandInput, ListUsersCommandOutput } from "@aws-sdk/client-workmail";
import type { RosterMember } from "../model";
import type { Connection } from "./connect";
import { type List, type ListOptions, readList } from "./readList";
import { toRosterMember } from "./toRosterMember";

const users: List<ListUsersCommandInput, ListUsersCommandOutput, RosterMember> = {
  operation: "ListUsers",
  command: ({ ListUsersCommand }, input) => new ListUsersCommand(input),
  member: "Users",
  kind: "user",
  toItem: (record, malformed) => toRosterMember("user", record, malformed),
};

/**
 * Every user of the organization, in the service's order and in any state: it is asked without a filter.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListUsers.html
 * @throws WorkMailRequestError, IncompleteListError
 * @internal
 */
export function listUsers(connection: Connection, options: ListOptions): Promise<readonly RosterMember[]> {
  return readList(connection, options, users);
}
