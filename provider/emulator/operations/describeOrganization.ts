import { epochSecondsOf } from "../epochSeconds";
import { required } from "../input";
import { shapes } from "../shapes";
import { defineOperation } from "./define";

/**
 * {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_DescribeOrganization.html}
 * Answers for an organization in any state: its model has no OrganizationStateException.
 * @internal
 */
export const describeOrganization = defineOperation({
  input: { OrganizationId: required(shapes.OrganizationId) },
  answer({ OrganizationId }, { store }) {
    const { details } = store.known(OrganizationId);
    return {
      OrganizationId: details.organizationId,
      Alias: details.alias,
      State: details.state,
      DirectoryId: details.directoryId,
      DirectoryType: details.directoryType,
      DefaultMailDomain: details.defaultMailDomain,
      CompletedDate: epochSecondsOf(details.completedDate),
      ErrorMessage: details.errorMessage,
      ARN: details.arn,
      MigrationAdmin: details.migrationAdmin,
      InteroperabilityEnabled: details.interoperabilityEnabled,
    };
  },
});
