import type { MailboxExportFinding, MailboxExportFindingKind, MailboxExportVerdict } from "../../../coverageModel";
import { type FindingSeverity, findingKinds } from "../../../exports/findingKinds";
import type { CoverageAnswer, OrganizationCoverage } from "../../answer";
import { cutoverInWords, findingDetail, findingSubject, meaningOf } from "../words";
import { cellText, isolated, shortened } from "./cell";
import type { Canvas } from "./drawTable";
import type { Colour } from "./paint";
import { countsInWords, organizationLine, unreadLines } from "./summaryLines";
import { wrap } from "./wrap";

const marks = {
  complete: { colour: "green", mark: "✔" },
  incomplete: { colour: "red", mark: "✘" },
  unknown: { colour: "yellow", mark: "?" },
} as const satisfies Record<MailboxExportVerdict, { colour: Colour; mark: string }>;

const severityColours = {
  incomplete: "red",
  unknown: "yellow",
  note: "dim",
} as const satisfies Record<FindingSeverity, Colour>;

/** How many a terminal shows of one kind of finding; more would push the verdict out of sight. */
const shownOnTerminal = 20;

/** The verdict, and what it means, in one line or as many as it needs. @internal */
export function verdictHeadline(answer: CoverageAnswer, { columns, paint }: Canvas): readonly string[] {
  const { colour, mark } = marks[answer.verdict];
  return wrap(`${mark} ${answer.verdict}: ${meaningOf(answer)}`, columns).map((line) => paint(colour, line));
}

/** The verdict, and why: each kind of finding with what to do, and whom it is about. @internal */
export function verdictLines(answer: CoverageAnswer, canvas: Canvas): readonly string[] {
  const unread = unreadLines(answer, canvas);
  return [
    ...verdictHeadline(answer, canvas),
    ...answer.organizations.flatMap((organization) => ["", ...organizationLines(organization, canvas)]),
    ...(unread.length === 0 ? [] : ["", ...unread]),
  ];
}

function organizationLines(organization: OrganizationCoverage, canvas: Canvas): readonly string[] {
  const byKind = Map.groupBy(organization.findings, ({ kind }) => kind);
  const errors = errorsOf(organization);
  return [
    organizationLine(organization, countsInWords(organization.counts, "mailbox"), canvas),
    ...wrap(cutoverInWords(organization.cutover), canvas.columns),
    ...[...byKind].flatMap(([kind, findings]) => ["", ...kindLines(kind, findings, errors, canvas)]),
  ];
}

/** What the details tell of why jobs failed, by job id. */
type Errors = ReadonlyMap<string, string>;

function errorsOf({ mailboxes }: OrganizationCoverage): Errors {
  return new Map(mailboxes.flatMap(({ job }) => (job?.errorInfo === undefined ? [] : [[job.jobId, job.errorInfo]])));
}

function kindLines(
  kind: MailboxExportFindingKind,
  findings: readonly MailboxExportFinding[],
  errors: Errors,
  { columns, paint }: Canvas,
): readonly string[] {
  const { title, severity, advice } = findingKinds[kind];
  const shown = columns === undefined ? findings : findings.slice(0, shownOnTerminal);
  const more = findings.length - shown.length;
  const room = columns === undefined ? undefined : columns - 4;
  return [
    ...wrap(`${title} (${findings.length}, ${severity})`, columns).map((line) =>
      paint(severityColours[severity], line),
    ),
    ...shown.flatMap((finding) => subjectLines(finding, errors, room)),
    ...(more > 0 ? [`  - and ${more} more: see --format csv`] : []),
    ...wrap(advice, room).map((line) => paint("dim", `  ${line}`)),
  ];
}

/** With a dash before it: a line that begins with what others wrote could be taken for a command by whoever reads a log. */
function subjectLines(finding: MailboxExportFinding, errors: Errors, room: number | undefined): readonly string[] {
  const error = "jobId" in finding ? (errors.get(finding.jobId ?? "") ?? "") : "";
  const parts = [findingSubject(finding), findingDetail(finding), error].filter((part) => part !== "").map(cellText);
  return parts.length === 0 ? [] : [`  - ${inRoom(parts.join(": "), room)}`];
}

function inRoom(text: string, room: number | undefined): string {
  return room === undefined ? text : isolated(shortened(text, room));
}
