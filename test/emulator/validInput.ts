import { type OperationName, operations } from "../../provider/emulator/operations/table";
import { EXPORT, entityId, ORGANIZATION } from "./harness";

/** For each operation what it answers with 200, in an organization that has the job `job-1` and no roster. */
export const VALID_INPUT: Readonly<Record<OperationName, Readonly<Record<string, unknown>>>> = {
  CancelMailboxExportJob: { OrganizationId: ORGANIZATION, JobId: "job-1", ClientToken: "token-1" },
  DescribeMailboxExportJob: { OrganizationId: ORGANIZATION, JobId: "job-1" },
  DescribeOrganization: { OrganizationId: ORGANIZATION },
  ListMailboxExportJobs: { OrganizationId: ORGANIZATION },
  ListOrganizations: {},
  ListResources: { OrganizationId: ORGANIZATION },
  ListUsers: { OrganizationId: ORGANIZATION },
  StartMailboxExportJob: { ...EXPORT, EntityId: entityId(2), ClientToken: "token-1" },
};

export const OPERATIONS = Object.keys(VALID_INPUT).filter((name): name is OperationName => name in operations);
