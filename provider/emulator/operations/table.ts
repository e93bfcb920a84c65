import type { Operation } from "./define";
import { describeMailboxExportJob } from "./describeMailboxExportJob";
import { listMailboxExportJobs } from "./listMailboxExportJobs";

/** Every operation this emulator answers, by its name on the wire. All others are refused by name. @internal */
export const operations = {
  DescribeMailboxExportJob: describeMailboxExportJob,
  ListMailboxExportJobs: listMailboxExportJobs,
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
