import type { ConnectionArgs, Organization } from "../model";
import { listOrganizations } from "../workmail/listOrganizations";
import { type ReadContext, withConnection } from "./withConnection";

/** The organizations of an account in one region. @internal */
export interface OrganizationsOfRegion {
  readonly region: string;
  readonly organizations: readonly Organization[];
}

/**
 * Which organizations does this account have in this region? Each once, in any state. The arguments are taken as checked.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError, IncompleteListError
 * @internal
 */
export function getOrganizations(args: ConnectionArgs, context: ReadContext): Promise<OrganizationsOfRegion> {
  const ofAll = { ...args, organizationId: "" };
  return withConnection("ListOrganizations", ofAll, context, async (connection) => {
    const listed = await listOrganizations(connection, { ...context, pageSize: 100 });
    // One that moved while the pages were read comes twice.
    const byId = new Map(listed.map((organization) => [organization.organizationId, organization]));
    return { region: connection.region, organizations: [...byId.values()] };
  });
}
