import type { ListResourcesCommandInput, ListResourcesCommandOutput } from "@aws-sdk/client-workmail";
import type { RosterMember } from "../model";
import type { Connection } from "./connect";
import { type List, type ListOptions, readList } from "./readList";
import { toRosterMember } from "./toRosterMember";

const resources: List<ListResourcesCommandInput, ListResourcesCommandOutput, RosterMember> = {
  operation: "ListResources",
  command: ({ ListResourcesCommand }, input) => new ListResourcesCommand(input),
  member: "Resources",
  kind: "resource",
  toItem: (record, malformed) => toRosterMember("resource", record, malformed),
};

/**
 * Every resource of the organization, in the service's order and in any state: it is asked without a filter.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListResources.html
 * @throws WorkMailRequestError, IncompleteListError
 * @internal
 */
export function listResources(connection: Connection, options: ListOptions): Promise<readonly RosterMember[]> {
  return readList(connection, options, resources);
}
