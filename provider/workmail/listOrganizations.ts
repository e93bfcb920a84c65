import type { ListOrganizationsCommandInput, ListOrganizationsCommandOutput } from "@aws-sdk/client-workmail";
import type { Organization } from "../model";
import type { Connection } from "./connect";
import { type List, type ListOptions, readList } from "./readList";
import { toOrganization } from "./toOrganization";

const organizations: List<ListOrganizationsCommandInput, ListOrganizationsCommandOutput, Organization> = {
  operation: "ListOrganizations",
  // Of no one organization: the connection's id is not sent.
  command: ({ ListOrganizationsCommand }, { OrganizationId, ...page }) => new ListOrganizationsCommand(page),
  member: "OrganizationSummaries",
  kind: "organization",
  toItem: toOrganization,
};

/**
 * Every organization of the account in the connection's region, in any state.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListOrganizations.html
 * @throws WorkMailRequestError, IncompleteListError
 * @internal
 */
export function listOrganizations(connection: Connection, options: ListOptions): Promise<readonly Organization[]> {
  return readList(connection, options, organizations);
}
