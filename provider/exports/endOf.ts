import type { MailboxExportJob } from "../model";

/** When a job ended, as far as it is told: else when it started, else the empty text, which is before all times. @internal */
export function endOf({ endTime, startTime }: MailboxExportJob): string {
  return endTime ?? startTime ?? "";
}
