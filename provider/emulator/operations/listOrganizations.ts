import { defineOperation } from "./define";
import { pageMembers, readPage } from "./readPage";

/**
 * {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListOrganizations.html}
 * Lists organizations of every state.
 * @internal
 */
export const listOrganizations = defineOperation({
  input: pageMembers,
  listMember: "OrganizationSummaries",
  answer(input, service) {
    const { items, NextToken } = readPage(service, "ListOrganizations", input, service.store.entries());
    return {
      OrganizationSummaries: items.map(({ details }) => ({
        OrganizationId: details.organizationId,
        Alias: details.alias,
        DefaultMailDomain: details.defaultMailDomain,
        ErrorMessage: details.errorMessage,
        State: details.state,
      })),
      NextToken,
    };
  },
});
