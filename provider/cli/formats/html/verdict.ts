import type { CoverageRules, MailboxExportCounts, MailboxExportVerdict } from "../../../coverageModel";
import type { CoverageAnswer, OrganizationCoverage } from "../../answer";
import { type Content, type Markup, markup } from "./markup";
import { count, inDigits, isOrAre } from "./numbers";
import { timestamp } from "./timestamp";
import { verdictSigns } from "./tones";

/** What a verdict is of: all that was asked, or one organization. @internal */
export interface Judged {
  readonly verdict: MailboxExportVerdict;
  readonly counts: MailboxExportCounts;
  /** How many organizations were read, and how many could not be. */
  readonly organizations: number;
  readonly unread: number;
}

/** What `verdict` judges in an answer. @internal */
export function judgedOf({ verdict, counts, organizations, unread }: CoverageAnswer): Judged {
  return { verdict, counts, organizations: organizations.length, unread: unread.length };
}

/** The verdict in large letters, and whether the tear-down may go on. @internal */
export function verdictCard(judged: Judged, titleId: string, level: number, more: Content): Markup {
  const { tone, mark, title } = verdictSigns[judged.verdict];
  return markup`<div class="verdict ${tone}"><div class="mark" aria-hidden="true">${mark}</div><div><h${level} id="${titleId}">${title}: ${because(
    judged,
  )}</h${level}><p class="may">${mayGoOn[judged.verdict]}</p>${restInWords(judged)}${more}</div></div>`;
}

const mayGoOn = {
  complete: "The tear-down may go on, as far as this report sees.",
  incomplete: "Do not tear down. What is not exported is lost with its organization.",
  unknown: "Do not tear down yet. What cannot be told may not be exported, and is then lost with its organization.",
} as const satisfies Record<MailboxExportVerdict, string>;

/** The part of the headline after the word. @internal */
export function because(judged: Judged): string {
  return reasons[judged.verdict](judged);
}

const reasons = {
  complete: ({ counts }) =>
    counts.excluded > 0 ? "every mailbox is exported or excluded" : "every mailbox is exported",
  incomplete: ({ counts }) => {
    const open = counts.total - counts.exported - counts.excluded - counts.unknown;
    return `${inDigits(open)} of ${count(counts.total, "mailbox", "mailboxes")} ${isOrAre(open)} not exported`;
  },
  unknown: ({ counts, organizations, unread }) => {
    if (counts.unknown > 0) return `of ${count(counts.unknown, "mailbox", "mailboxes")} it cannot be told`;
    if (unread > 0) return `${organizations === 0 ? "nothing" : "not everything"} could be read`;
    return organizations === 0 ? "no organization was read" : "no user or no mailbox was found";
  },
} as const satisfies Record<MailboxExportVerdict, (judged: Judged) => string>;

/** What the headline leaves out. */
function restInWords({ verdict, counts, organizations, unread }: Judged): Content {
  const sentences = [
    verdict === "incomplete" && counts.unknown > 0
      ? `Of ${count(counts.unknown, "more mailbox", "more mailboxes")} it cannot be told.`
      : "",
    unread > 0
      ? `${count(unread, "organization or region", "organizations or regions")} could not be read, and ${isOrAre(unread)} not counted here.`
      : "",
    organizations > 1 ? `This is of ${inDigits(organizations)} organizations together.` : "",
  ].filter(Boolean);
  return sentences.length === 0 ? undefined : markup`<p>${sentences.join(" ")}</p>`;
}

/** What an organization's verdict rests on: a reader must not take it for more than it is. @internal */
export function restsOn(organization: OrganizationCoverage): Markup {
  const { read, counts, mailboxes } = organization;
  const exported = mailboxes.filter(({ status }) => status === "exported");
  const seen = exported.filter(({ job }) => job?.proof?.outcome === "proven").length;
  return markup`<ul class="rests"><li>It is of ${timestamp(read.readAt)}: what changed later is not in it.</li><li>${cutoverInWords(
    organization,
  )}</li><li>${archivesInWords(seen, exported.length)}</li>${
    counts.excluded === 0
      ? undefined
      : markup`<li>${count(counts.excluded, "mailbox is", "mailboxes are")} excluded with a reason, and lost with the organization.</li>`
  }</ul>`;
}

function cutoverInWords({ cutover }: CoverageRules): Markup {
  return cutover === undefined
    ? markup`No cutover was given: every completed export counts, and mail that came after its start is not in it.`
    : markup`An export counts if it started at the cutover, ${timestamp(cutover)}, or later.`;
}

function archivesInWords(seen: number, exported: number): string {
  if (exported === 0) return "No archive counts so far.";
  return seen === 0
    ? "That WorkMail completed an export counts; whether its archive is in S3 was not looked for."
    : `Of ${count(exported, "exported mailbox", "exported mailboxes")} the archive of ${inDigits(seen)} was seen in S3.`;
}
