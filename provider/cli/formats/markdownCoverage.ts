import type { MailboxCoverage, MailboxExportCounts, MailboxExportFinding } from "../../coverageModel";
import { findingKinds } from "../../exports/findingKinds";
import type { CoverageAnswer, OrganizationCoverage, UnreadOrganization } from "../answer";
import type { Look } from "./format";
import { howRead, leftOutLines, organizationName } from "./markdownOrganization";
import { code, tableLines } from "./markdownText";
import {
  countedAs,
  cutoverInWords,
  detailWords,
  findingSubject,
  mailboxLabel,
  meaningOf,
  type Words,
  whyWords,
} from "./words";

/** How many are named of one kind of finding; a list of hundreds would hide the next kind. */
const namedAtMost = 50;

/** A coverage in Markdown, line by line: what must not be cut off first, the mailboxes last. @internal */
export function coverageLines(answer: CoverageAnswer, show: Look["show"]): readonly string[] {
  const { verdict, askedAt, organizations, unread, leftOut } = answer;
  return [
    `## WorkMail mailbox exports: ${verdict}`,
    "",
    `${meaningOf(answer)} Asked at ${code(askedAt)}.`,
    "",
    ...countLines(answer),
    ...unreadLines(unread),
    ...leftOutLines(leftOut),
    ...organizations.flatMap(findingLines),
    ...(show === "mailboxes" ? organizations.flatMap(mailboxLines) : []),
  ];
}

const figures: readonly (keyof MailboxExportCounts)[] = [
  "total",
  "exported",
  "running",
  "failed",
  "cancelled",
  "stale",
  "unproven",
  "missing",
  "unknown",
  "excluded",
];

/** A row for all organizations and, where there are several, one for each. */
function countLines({ verdict, counts, organizations }: CoverageAnswer): readonly string[] {
  const of = (all: MailboxExportCounts) => figures.map((figure) => String(all[figure]));
  const each = organizations.length > 1 ? organizations : [];
  return tableLines(
    ["organization", "verdict", ...figures],
    [
      ["all", verdict, ...of(counts)],
      ...each.map((organization) => [organizationName(organization), organization.verdict, ...of(organization.counts)]),
    ],
  );
}

function unreadLines(unread: readonly UnreadOrganization[]): readonly string[] {
  if (unread.length === 0) return [];
  const lines = unread.map((each) => `- ${organizationName(each)} (${code(each.reason)}): ${code(each.message)}`);
  return ["", "### Could not be read", "", "What is said above does not know of these.", "", ...lines];
}

function findingLines(organization: OrganizationCoverage): readonly string[] {
  const { verdict, findings, cutover, read } = organization;
  const byKind = [...Map.groupBy(findings, ({ kind }) => kind)];
  return [
    "",
    `### ${organizationName(organization)}: ${verdict}`,
    "",
    `${howRead(read)} ${cutoverInWords(cutover, code)}`,
    ...(byKind.length === 0 ? ["", "There is nothing to find fault with."] : []),
    ...byKind.flatMap(([kind, ofKind]) => kindLines(kind, ofKind)),
  ];
}

function kindLines(kind: MailboxExportFinding["kind"], findings: readonly MailboxExportFinding[]): readonly string[] {
  const { title, severity, advice } = findingKinds[kind];
  return [
    "",
    `#### ${title} (${severity === "note" ? "note, " : ""}${findings.length})`,
    "",
    advice,
    // Of the whole organization there is nobody to name.
    ...(kind === "noMailboxes" ? [] : itemLines(findings)),
  ];
}

function itemLines(findings: readonly MailboxExportFinding[]): readonly string[] {
  const named = findings.slice(0, namedAtMost).map(findingItem);
  const more = findings.length - named.length;
  return ["", ...named, ...(more > 0 ? [`- and ${more} more`] : [])];
}

function findingItem(finding: MailboxExportFinding): string {
  const detail = inMarkdown(detailWords(finding));
  return `- ${code(findingSubject(finding))}${detail === "" ? "" : `: ${detail}`}`;
}

function inMarkdown({ ours, theirs }: Words): string {
  return [ours, code(theirs)].filter((part) => part !== "").join(": ");
}

function mailboxLines(organization: OrganizationCoverage): readonly string[] {
  const { mailboxes } = organization;
  if (mailboxes.length === 0) return [];
  return [
    "",
    `### ${mailboxes.length === 1 ? "1 mailbox" : `${mailboxes.length} mailboxes`} of ${organizationName(organization)}`,
    "",
    ...tableLines(["mailbox", "name", "id", "status", "why", "job", "started", "archive"], mailboxes.map(mailboxCells)),
  ];
}

function mailboxCells(mailbox: MailboxCoverage): readonly string[] {
  const { entityId, name = "", displayName = name, job } = mailbox;
  return [
    code(mailboxLabel(mailbox)),
    code(displayName),
    code(entityId),
    countedAs(mailbox),
    inMarkdown(whyWords(mailbox)),
    code(job?.jobId ?? ""),
    code(job?.startTime ?? ""),
    code(job?.s3Path ?? ""),
  ];
}
