import type { MailboxExportJob } from "../../model";
import type { CoverageAnswer } from "../answer";
import { countedAs } from "../formats/words";

/** How far the exports are, at one reading. @internal */
export interface Progress {
  readonly total: number;
  /** Exported, or excluded: nothing is left to do. */
  readonly done: number;
  /** The jobs that run, of mailboxes that count, and of nobody: what those export can be the last copy. */
  readonly running: readonly MailboxExportJob[];
  /** Neither done nor running: nothing will come of them by waiting. */
  readonly missing: number;
}

/** @internal */
export function progressOf({ organizations, counts }: CoverageAnswer): Progress {
  const running = organizations.flatMap(({ mailboxes }) =>
    mailboxes.flatMap((mailbox) =>
      countedAs(mailbox) === "running" && mailbox.job !== undefined ? [mailbox.job] : [],
    ),
  );
  const ofNobody = organizations.flatMap(({ jobsWithoutMailbox }) =>
    jobsWithoutMailbox.filter(({ state, lostFromSight }) => state === "RUNNING" && lostFromSight === undefined),
  );
  const done = counts.exported + counts.excluded;
  const missing = counts.total - done - running.length;
  return { total: counts.total, done, running: [...running, ...ofNobody], missing };
}
