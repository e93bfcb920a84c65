import type { CoverageRules, GetMailboxExportCoverageResult } from "../coverageModel";
import { countMailboxes } from "../exports/countMailboxes";
import { coverageOf } from "../exports/coverage";
import { judge } from "../exports/verdict";
import type { MailboxExportJob, ReadMailboxExportJobsArgs } from "../model";
import { withoutUndefined } from "../withoutUndefined";
import type { Connection } from "../workmail/connect";
import { endingTogether } from "../workmail/endingTogether";
import { listRoster } from "../workmail/listRoster";
import { sumProgress } from "../workmail/sumProgress";
import { proveJobs } from "./proveJobs";
import { readLedger } from "./readLedger";
import { type ReadContext, withConnection } from "./withConnection";

/**
 * Reads the organization's roster and its jobs, side by side, and holds one against the other. `remembered` are jobs from
 * before the window. The arguments are taken as checked.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError, IncompleteListError
 * @internal
 */
export function readCoverage(
  args: ReadMailboxExportJobsArgs & CoverageRules,
  remembered: readonly MailboxExportJob[],
  context: ReadContext,
): Promise<GetMailboxExportCoverageResult> {
  return withConnection("ListUsers", args, context, async (connection) => {
    const listener = context.onPage && sumProgress(context.onPage);
    const [jobs, roster] = await endingTogether(connection, (one) =>
      Promise.all([
        readLedger(one, remembered, args, { ...context, onPage: listener?.() }).then((ledger) =>
          proveJobs(one, ledger, ledger, args, context),
        ),
        listRoster(one, { ...context, onPage: listener?.(), pageSize: args.pageSize ?? 100 }),
      ]),
    );
    const { cutover, exclude } = args;
    const coverage = coverageOf(roster, jobs, args, context.now());
    const { verdict, findings } = judge(coverage);
    return {
      ...placeOf(connection),
      ...withoutUndefined({ cutover, exclude }),
      verdict,
      findings: [...findings],
      counts: countMailboxes(coverage.mailboxes),
      mailboxes: [...coverage.mailboxes],
      withoutMailbox: [...coverage.withoutMailbox],
      jobsWithoutMailbox: [...coverage.jobsWithoutMailbox],
    };
  });
}

function placeOf({ region, organizationId }: Connection) {
  return { id: `${region}/${organizationId}`, organizationId, region };
}
