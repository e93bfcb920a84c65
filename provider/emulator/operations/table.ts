import { cancelMailboxExportJob } from "./cancelMailboxExportJob";
import type { Operation } from "./define";
import { describeMailboxExportJob } from "./describeMailboxExportJob";
import { describeOrganization } from "./describeOrganization";
import { listMailboxExportJobs } from "./listMailboxExportJobs";
import { listOrganizations } from "./listOrganizations";
import { listResources } from "./listResources";
import { listUsers } from "./listUsers";
import { startMailboxExportJob } from "./startMailboxExportJob";

/** Every operation this emulator answers, by its name on the wire. All others are refused by name. @internal */
export const operations = {
  CancelMailboxExportJob: cancelMailboxExportJob,
  DescribeMailboxExportJob: describeMailboxExportJob,
  DescribeOrganization: describeOrganization,
  ListMailboxExportJobs: listMailboxExportJobs,
  ListOrganizations: listOrganizations,
  ListResources: listResources,
  ListUsers: listUsers,
  StartMailboxExportJob: startMailboxExportJob,
} as const satisfies Record<string, Operation>;

/**
 * The operations this emulator answers.
 * @public
 */
export type OperationName = keyof typeof operations;

/** @internal */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
