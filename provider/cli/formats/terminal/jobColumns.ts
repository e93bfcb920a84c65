import { isKnownState } from "../../../exports/jobState";
import type { MailboxExportJob } from "../../../model";
import type { Column } from "./drawTable";
import { minuteOf } from "./minuteOf";
import type { Colour } from "./paint";

const colours: Readonly<Record<string, Colour>> = {
  COMPLETED: "green",
  RUNNING: "cyan",
  FAILED: "red",
  CANCELLED: "yellow",
};

/**
 * A table of jobs. What is ours comes first: a line that begins with what others wrote could be taken for a command by
 * whoever reads a log.
 *
 * @internal
 */
export const jobColumns: readonly Column<MailboxExportJob>[] = [
  { heading: "STATE", cell: stateOf, least: 9, colour: ({ state = "" }) => colours[state] ?? "yellow" },
  { heading: "DONE", cell: doneOf, least: 5, dispensable: 4 },
  { heading: "ENTITY", cell: ({ entityId = "" }) => entityId, least: 12 },
  { heading: "STARTED", cell: ({ startTime }) => minuteOf(startTime), least: 17 },
  { heading: "ENDED", cell: ({ endTime }) => minuteOf(endTime), least: 17, dispensable: 3 },
  { heading: "PROOF", cell: ({ proof }) => proof?.outcome ?? "", least: 7, dispensable: 2 },
  { heading: "JOB", cell: ({ jobId }) => jobId, least: 12, dispensable: 5 },
  { heading: "DESCRIPTION", cell: ({ description = "" }) => description, least: 12, dispensable: 6 },
  { heading: "ERROR", cell: ({ errorInfo = "" }) => errorInfo, least: 12, dispensable: 1 },
  { heading: "BUCKET", cell: ({ s3BucketName = "" }) => s3BucketName, least: 12, dispensable: 7 },
  { heading: "PATH", cell: ({ s3Path = "" }) => s3Path, least: 12, dispensable: 8 },
];

/** Of a state that AWS does not document anything can be the text. */
function stateOf({ state, lostFromSight }: MailboxExportJob): string {
  const shown = isKnownState(state) ? state : state === undefined ? "no state" : `"${state}"`;
  return lostFromSight === undefined ? shown : `${shown}?`;
}

function doneOf({ state, estimatedProgress }: MailboxExportJob): string {
  return state === "RUNNING" && estimatedProgress !== undefined ? `${estimatedProgress} %` : "";
}
