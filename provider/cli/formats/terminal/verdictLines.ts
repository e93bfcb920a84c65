import type { MailboxExportFinding, MailboxExportFindingKind, MailboxExportVerdict } from "../../../coverageModel";
import { type FindingSeverity, findingKinds } from "../../../exports/findingKinds";
import type { CoverageAnswer, OrganizationCoverage } from "../../answer";
import { cutoverInWords, findingDetail, findingSubject, verdictMeaning } from "../words";
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

/** The verdict, and why: each kind of finding with what to do, and whom it is about. @internal */
export function verdictLines(answer: CoverageAnswer, canvas: Canvas): readonly string[] {
  const { colour, mark } = marks[answer.verdict];
  const meaning =
    answer.unread.length > 0 && answer.verdict === "unknown"
      ? "Not every organization could be read."
      : verdictMeaning[answer.verdict];
  return [
    ...wrap(`${mark} ${answer.verdict}: ${meaning}`, canvas.columns).map((line) => canvas.paint(colour, line)),
    ...answer.organizations.flatMap((organization) => ["", ...organizationLines(organization, canvas)]),
    ...(answer.organizations.length === 0 ? [] : unreadParagraph(answer, canvas)),
  ];
}

function unreadParagraph(answer: CoverageAnswer, canvas: Canvas): readonly string[] {
  const lines = unreadLines(answer, canvas);
  return lines.length === 0 ? [] : ["", ...lines];
}

function organizationLines(organization: OrganizationCoverage, canvas: Canvas): readonly string[] {
  const byKind = Map.groupBy(organization.findings, ({ kind }) => kind);
  return [
    organizationLine(organization, countsInWords(organization.counts, "mailbox"), canvas),
    ...wrap(cutoverInWords(organization.cutover), canvas.columns),
    ...[...byKind].flatMap(([kind, findings]) => ["", ...kindLines(kind, findings, canvas)]),
  ];
}

function kindLines(
  kind: MailboxExportFindingKind,
  findings: readonly MailboxExportFinding[],
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
    ...shown.flatMap((finding) => subjectLines(finding, room)),
    ...(more > 0 ? [`  - and ${more} more: see --format csv`] : []),
    ...wrap(advice, room).map((line) => paint("dim", `  ${line}`)),
  ];
}

/** With a dash before it: a line that begins with what others wrote could be taken for a command by whoever reads a log. */
function subjectLines(finding: MailboxExportFinding, room: number | undefined): readonly string[] {
  const parts = [findingSubject(finding), findingDetail(finding)].filter((part) => part !== "").map(cellText);
  return parts.length === 0 ? [] : [`  - ${inRoom(parts.join(": "), room)}`];
}

function inRoom(text: string, room: number | undefined): string {
  return room === undefined ? text : isolated(shortened(text, room));
}
