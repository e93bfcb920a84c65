import type { MailboxExportJob } from "../model";

/** Whether two jobs are known to export the same mailbox. @internal */
export function ofOneMailbox(a: MailboxExportJob, b: MailboxExportJob | undefined): boolean {
  return a.entityId !== undefined && a.entityId === b?.entityId;
}
