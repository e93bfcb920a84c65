import type { MailboxCoverage } from "../../../coverageModel";
import { type CountedAs, countedAs, mailboxLabel, whyOf } from "../words";
import type { Column } from "./drawTable";
import { minuteOf } from "./minuteOf";
import type { Colour } from "./paint";

const colours: Readonly<Record<CountedAs, Colour>> = {
  exported: "green",
  running: "cyan",
  failed: "red",
  cancelled: "red",
  stale: "red",
  unproven: "red",
  missing: "red",
  unknown: "yellow",
  excluded: "dim",
};

/** A table of mailboxes. What is ours comes first, as in that of the jobs. @internal */
export const mailboxColumns: readonly Column<MailboxCoverage>[] = [
  { heading: "STATUS", cell: countedAs, least: 9, colour: (mailbox) => colours[countedAs(mailbox)] },
  { heading: "MAILBOX", cell: mailboxLabel, least: 16 },
  { heading: "NAME", cell: ({ displayName = "" }) => displayName, least: 10, dispensable: 6 },
  { heading: "WHY", cell: whyOf, least: 16, dispensable: 1 },
  { heading: "DONE", cell: doneOf, least: 5, dispensable: 2 },
  { heading: "STARTED", cell: ({ job }) => minuteOf(job?.startTime), least: 17, dispensable: 3 },
  { heading: "ENDED", cell: ({ job }) => minuteOf(job?.endTime), least: 17, dispensable: 4 },
  { heading: "JOB", cell: ({ job }) => job?.jobId ?? "", least: 12, dispensable: 5 },
];

function doneOf({ status, job }: MailboxCoverage): string {
  return status === "running" && job?.estimatedProgress !== undefined ? `${job.estimatedProgress} %` : "";
}
