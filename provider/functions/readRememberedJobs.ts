import { filterJobs } from "../exports/filterJobs";
import { filtersOf } from "../exports/filtersOf";
import { sortJobs } from "../exports/sortJobs";
import type { MailboxExportJob } from "../model";
import { proveJobs } from "./proveJobs";
import { readLedger } from "./readLedger";
import type { readMailboxExportJobs } from "./readMailboxExportJobs";
import { withConnection } from "./withConnection";

/**
 * Reads what the service lists together with what is remembered from before, as one ledger. With `prove` it gives the
 * jobs that pass the filters alone, as a read without memory does.
 *
 * @throws what `readMailboxExportJobs` throws; MailboxExportsError for a ledger of something else
 * @internal
 */
export function readRememberedJobs(remembered: readonly MailboxExportJob[]): typeof readMailboxExportJobs {
  return (args, context) =>
    withConnection("ListMailboxExportJobs", args, context, async (connection) => {
      const ledger = await readLedger(connection, remembered, args, context);
      const chosen = args.prove ? filterJobs(ledger, filtersOf(args)) : ledger;
      const jobs = await proveJobs(connection, chosen, ledger, args, context);
      return { region: connection.region, jobs: sortJobs(jobs) };
    });
}
