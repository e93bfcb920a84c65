import type { CoverageAnswer, OrganizationCoverage } from "../../answer";
import { mailboxLabel } from "../words";
import { badge } from "./badge";
import { coverageBar } from "./coverageBar";
import { findings } from "./findings";
import { foreign } from "./foreign";
import { heading, section } from "./heading";
import { howRead } from "./howRead";
import { jobTable } from "./jobTable";
import { leftOut } from "./leftOut";
import { mailboxTable } from "./mailboxTable";
import { type Content, type Markup, markup } from "./markup";
import { count } from "./numbers";
import { organizationName } from "./organizationColumn";
import type { Page, Place } from "./page";
import { type Timeline, timeline } from "./timeline";
import type { LabelledJob } from "./timelineJob";
import { timestamp } from "./timestamp";
import { verdictSigns } from "./tones";
import { unread } from "./unread";
import { because, judgedOf, restsOn, verdictCard } from "./verdict";
import { withoutMailbox } from "./withoutMailbox";

/** The page of a coverage: the verdict, what to do, when it ran, and every mailbox. @internal */
export function coveragePage(answer: CoverageAnswer): Page {
  const { organizations } = answer;
  const [only, ...others] = organizations;
  const single = others.length === 0 ? only : undefined;
  const title = `${verdictSigns[answer.verdict].title}: ${because(judgedOf(answer))}`;
  return {
    title: `${title} · WorkMail exports`,
    heading: "Are all WorkMail mailboxes exported?",
    subject: subjectOf(organizations),
    askedAt: answer.askedAt,
    places: placesOf(answer, single !== undefined),
    main: [
      verdictSection(answer, single),
      unread(answer.unread),
      single === undefined ? organizations.map(organizationSection) : singleSections(single),
      mailboxesSection(organizations),
      orphansSection(organizations),
      withoutMailbox(organizations.flatMap((each) => each.withoutMailbox)),
      leftOut(answer.leftOut),
      howRead(
        organizations.map((each) => ({ ...each, rules: rulesInWords(each) })),
        answer.askedAt,
      ),
    ],
  };
}

function subjectOf(organizations: readonly OrganizationCoverage[]): Content {
  const [only, ...others] = organizations;
  if (only === undefined) return "No organization was read";
  return others.length === 0 ? organizationName(only) : count(organizations.length, "organization", "organizations");
}

function placesOf({ organizations, unread, leftOut }: CoverageAnswer, single: boolean): readonly Place[] {
  const one = [
    { id: "findings", title: "What to do" },
    { id: "timeline", title: "Timeline" },
  ];
  const several = organizations.map((_, index) => ({
    id: organizationId(index),
    title: `Organization ${index + 1}`,
  }));
  return [
    { id: "verdict", title: "Verdict" },
    ...(unread.length > 0 ? [{ id: "unread", title: "Could not be read" }] : []),
    ...(single ? one : several),
    ...(organizations.length > 0 ? [{ id: "mailboxes", title: "Mailboxes" }] : []),
    ...(leftOut.length > 0 ? [{ id: "left-out", title: "Not asked" }] : []),
    { id: "how-read", title: "How this was read" },
  ];
}

function verdictSection(answer: CoverageAnswer, single: OrganizationCoverage | undefined): Markup {
  const more = [
    answer.counts.total === 0 ? undefined : coverageBar(answer.counts),
    single === undefined ? undefined : restsOn(single),
  ];
  return markup`<section id="verdict" aria-labelledby="verdict-title">${verdictCard(judgedOf(answer), "verdict-title", 2, more)}</section>
`;
}

function singleSections(organization: OrganizationCoverage): Content {
  return [
    section("findings", 2, "What to do", findings(organization.findings, 3)),
    section("timeline", 2, "When the exports ran", timelineOf(organization)),
  ];
}

function organizationId(index: number): string {
  return `organization-${index + 1}`;
}

function organizationSection(organization: OrganizationCoverage, index: number): Markup {
  const { verdict, counts } = organization;
  const reason = because({ verdict, counts, organizations: 1, unread: 0 });
  return section(organizationId(index), 2, markup`Organization ${index + 1}: ${organizationName(organization)}`, [
    markup`<p class="lead">${badge(verdictSigns[verdict])} ${reason}.</p>`,
    coverageBar(counts),
    restsOn(organization),
    heading(3, "What to do"),
    findings(organization.findings, 4),
    heading(3, "When the exports ran"),
    timelineOf(organization),
  ]);
}

function timelineOf(organization: OrganizationCoverage): Markup {
  const { mailboxes, jobsWithoutMailbox, read, cutover } = organization;
  const decisive = mailboxes.flatMap((mailbox): LabelledJob[] =>
    mailbox.job === undefined ? [] : [{ label: mailboxLabel(mailbox), job: mailbox.job }],
  );
  const orphans = jobsWithoutMailbox.map((job) => ({ label: "nobody on the roster", job }));
  const drawn: Timeline = { jobs: [...decisive, ...orphans], readAt: read.readAt, cutover };
  return markup`<p class="muted">Of each mailbox the job that decides its status, and the jobs of nobody on the roster.</p>${timeline(drawn)}`;
}

function mailboxesSection(organizations: readonly OrganizationCoverage[]): Content {
  const some = organizations.some(({ mailboxes }) => mailboxes.length > 0);
  return some ? section("mailboxes", 2, "Mailboxes", mailboxTable(organizations)) : noMailboxes(organizations);
}

function noMailboxes(organizations: readonly OrganizationCoverage[]): Content {
  if (organizations.length === 0) return undefined;
  return section("mailboxes", 2, "Mailboxes", markup`<p class="nothing">No mailbox was found.</p>`);
}

function orphansSection(organizations: readonly OrganizationCoverage[]): Content {
  const jobs = organizations.map((each) => ({ ...each, jobs: each.jobsWithoutMailbox }));
  if (jobs.every((each) => each.jobs.length === 0)) return undefined;
  return section("orphans", 2, "Jobs of nobody on the roster", [
    markup`<p>Their users or resources were deleted, perhaps. They decide nothing; their archives are kept where they are.</p>`,
    jobTable("orphans-table", jobs),
  ]);
}

function rulesInWords({ cutover, exclude = {} }: OrganizationCoverage): Content {
  const exclusions = Object.entries(exclude);
  return [
    cutover === undefined ? markup`<p>No cutover</p>` : markup`<p>Cutover ${timestamp(cutover)}</p>`,
    exclusions.length === 0
      ? markup`<p>Nothing excluded</p>`
      : markup`<details><summary>Exclusions (${exclusions.length})</summary><ul class="names">${exclusions.map(
          ([name, reason]) => markup`<li>${foreign(name)}: ${foreign(reason)}</li>`,
        )}</ul></details>`,
  ];
}
