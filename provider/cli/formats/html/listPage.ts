import type { ListAnswer, OrganizationJobs } from "../../answer";
import { foreign } from "./foreign";
import { heading, section } from "./heading";
import { howRead } from "./howRead";
import { jobBar } from "./jobBar";
import { jobTable } from "./jobTable";
import { leftOut } from "./leftOut";
import { type Content, type Markup, markup } from "./markup";
import { count, inDigits } from "./numbers";
import { organizationName } from "./organizationColumn";
import type { Page } from "./page";
import { timeline } from "./timeline";
import { timestamp } from "./timestamp";

/** The page of a list: how many jobs, when they ran, and every one. It says nothing of mailboxes without a job. @internal */
export function listPage(answer: ListAnswer): Page {
  const { organizations, counts, askedAt } = answer;
  const [only, ...others] = organizations;
  return {
    title: `${count(counts.total, "mailbox export job", "mailbox export jobs")} · WorkMail exports`,
    heading: "WorkMail mailbox export jobs",
    subject:
      only !== undefined && others.length === 0
        ? organizationName(only)
        : markup`${inDigits(organizations.length)} organizations`,
    askedAt,
    places: [
      { id: "summary", title: "Jobs by state" },
      { id: "timeline", title: "Timeline" },
      { id: "jobs", title: "Jobs" },
      ...(answer.leftOut.length > 0 ? [{ id: "left-out", title: "Not asked" }] : []),
      { id: "how-read", title: "How this was read" },
    ],
    main: [
      section("summary", 2, count(counts.total, "job", "jobs"), [
        jobBar(counts),
        markup`<p class="muted">This is a list and no verdict: a mailbox that was never exported has no job, and is not in it.</p>`,
      ]),
      section("timeline", 2, "When the exports ran", timelines(organizations)),
      section("jobs", 2, "Jobs", jobs(organizations)),
      leftOut(answer.leftOut),
      howRead(
        organizations.map((each) => ({ ...each, rules: filtersInWords(each) })),
        askedAt,
      ),
    ],
  };
}

function timelines(organizations: readonly OrganizationJobs[]): Content {
  if (organizations.length === 0) return markup`<p class="nothing">No organization was read.</p>`;
  return organizations.map((organization) => [
    organizations.length === 1 ? undefined : heading(3, organizationName(organization)),
    timelineOf(organization),
  ]);
}

function timelineOf({ jobs: all, read }: OrganizationJobs): Markup {
  return timeline({ jobs: all.map((job) => ({ label: job.entityId ?? "nobody told", job })), readAt: read.readAt });
}

function jobs(organizations: readonly OrganizationJobs[]): Markup {
  return organizations.every((each) => each.jobs.length === 0)
    ? markup`<p class="nothing">No job was found.</p>`
    : jobTable("jobs-table", organizations);
}

/** Jobs that a filter kept out are nowhere on the page: the reader must know that there was one. */
function filtersInWords(organization: OrganizationJobs): Content {
  const { states, entityIds, s3BucketName, s3PathPrefix, startedAfter, startedBefore } = organization;
  const filters: readonly [string, Content][] = [
    ["in the states ", states?.map((each, index) => [index === 0 ? "" : ", ", foreign(each)])],
    ["of ", entityIds?.map((each, index) => [index === 0 ? "" : ", ", foreign(each)])],
    ["in the bucket ", s3BucketName === undefined ? undefined : foreign(s3BucketName)],
    ["with a path that begins with ", s3PathPrefix === undefined ? undefined : foreign(s3PathPrefix)],
    ["started at or after ", startedAfter === undefined ? undefined : timestamp(startedAfter)],
    ["started before ", startedBefore === undefined ? undefined : timestamp(startedBefore)],
  ];
  const given = filters.filter(([, value]) => value !== undefined);
  return given.length === 0
    ? markup`<p>No filter: every job</p>`
    : given.map(([words, value]) => markup`<p>Only jobs ${words}${value}</p>`);
}
