import type { CoverageAnswer, HowRead, ListAnswer, OrganizationCoverage } from "../../provider/cli/answer";
import type { CoverageRules } from "../../provider/coverageModel";
import { countJobs } from "../../provider/exports/countJobs";
import { countMailboxes } from "../../provider/exports/countMailboxes";
import { coverageOf } from "../../provider/exports/coverage";
import { latestByEntity } from "../../provider/exports/latestByEntity";
import { sortJobs } from "../../provider/exports/sortJobs";
import { judge } from "../../provider/exports/verdict";
import type { MailboxExportJob, RosterMember } from "../../provider/model";

export const askedAt = "2026-11-24T12:00:00.000Z";
export const organizationId = "m-0123456789abcdef0123456789abcdef";
export const region = "us-east-1";
export const read: HowRead = { readAt: askedAt, pages: 3, rememberedJobs: 2 };

const archive = { s3BucketName: "exports", s3Path: "exports/2026-11/archive.zip" };

/** One job of each kind, and names and descriptions that would be markup, formulas, commands or more than one line. */
export const jobs: readonly MailboxExportJob[] = [
  {
    jobId: "job-1",
    entityId: "entity-0000001",
    state: "COMPLETED",
    startTime: "2026-11-21T08:00:00.000Z",
    endTime: "2026-11-21T09:30:00.000Z",
    estimatedProgress: 100,
    ...archive,
  },
  {
    jobId: "job-2",
    entityId: "entity-0000002",
    state: "RUNNING",
    startTime: "2026-11-24T11:00:00.000Z",
    estimatedProgress: 40,
    description: "<img src=x onerror=alert(1)>",
  },
  {
    jobId: "job-3",
    entityId: "entity-0000003",
    state: "FAILED",
    startTime: "2026-11-22T10:00:00.000Z",
    endTime: "2026-11-22T10:05:00.000Z",
    description: '=HYPERLINK("http://example.com","here")',
    errorInfo: "no access to the key",
  },
  {
    jobId: "job-4",
    entityId: "entity-0000004",
    state: "CANCELLED",
    startTime: "2026-11-22T11:00:00.000Z",
    endTime: "2026-11-22T11:01:00.000Z",
    description: 'first line\nsecond | line, with "quotes"',
  },
  {
    jobId: "job-5",
    entityId: "entity-0000005",
    state: "COMPLETED",
    startTime: "2026-11-19T08:00:00.000Z",
    endTime: "2026-11-19T09:00:00.000Z",
    ...archive,
  },
  { jobId: "job-6", entityId: "entity-0000006", state: "SUSPENDED", startTime: "2026-11-23T08:00:00.000Z" },
  {
    jobId: "job-7",
    entityId: "entity-0000099",
    state: "COMPLETED",
    startTime: "2026-11-20T08:00:00.000Z",
    endTime: "2026-11-20T08:30:00.000Z",
    description: "of somebody who left \u001b[31m\u202e",
  },
  { jobId: "job-8" },
];

const enabled = { kind: "user", state: "ENABLED", userRole: "USER" } as const;

export const roster: readonly RosterMember[] = [
  { entityId: "entity-0000001", ...enabled, name: "alice", email: "alice@example.com", displayName: "Alice García" },
  { entityId: "entity-0000002", ...enabled, name: "bob", email: "bob@example.com", displayName: '<b>Bob</b> & "co"' },
  { entityId: "entity-0000003", ...enabled, name: "名前", email: "wide@example.com", displayName: "山田太郎" },
  { entityId: "entity-0000004", ...enabled, name: "rtl", email: "rtl@example.com", displayName: "משה כהן" },
  { entityId: "entity-0000005", ...enabled, name: "=1+1", email: "formula@example.com" },
  { entityId: "entity-0000006", ...enabled, name: "dora", email: "dora@example.com" },
  { entityId: "entity-0000007", ...enabled, name: "erik", email: "erik@example.com" },
  { entityId: "entity-0000008", kind: "resource", state: "ENABLED", name: "room", email: "room@example.com" },
  { entityId: "entity-0000009", kind: "user", state: "DISABLED", name: "never" },
];

export const rules: CoverageRules = {
  cutover: "2026-11-20T00:00:00Z",
  exclude: { "room@example.com": "no mail", "ghost@example.com": "left" },
};

/** @param change what is different from the organization above. */
export function organizationCoverage(
  change: {
    readonly id?: string;
    readonly roster?: readonly RosterMember[];
    readonly jobs?: readonly MailboxExportJob[];
    readonly rules?: CoverageRules;
  } = {},
): OrganizationCoverage {
  const { id = organizationId, rules: applied = rules } = change;
  const coverage = coverageOf(change.roster ?? roster, change.jobs ?? jobs, applied, new Date(askedAt));
  const { verdict, findings } = judge(coverage);
  return {
    id: `${region}/${id}`,
    organizationId: id,
    region,
    ...applied,
    verdict,
    findings: [...findings],
    counts: countMailboxes(coverage.mailboxes),
    mailboxes: [...coverage.mailboxes],
    withoutMailbox: [...coverage.withoutMailbox],
    jobsWithoutMailbox: [...coverage.jobsWithoutMailbox],
    read,
  };
}

/** A coverage of one organization, unless something else is said. */
export function coverageAnswer(change: Partial<CoverageAnswer> = {}): CoverageAnswer {
  const organizations = change.organizations ?? [organizationCoverage()];
  const mailboxes = organizations.flatMap((organization) => organization.mailboxes);
  const [worst] = ["incomplete", "unknown", "complete"].flatMap((verdict) =>
    organizations.map((each) => each.verdict).filter((each) => each === verdict),
  );
  return {
    schemaVersion: 1,
    kind: "coverage",
    askedAt,
    verdict: worst ?? "unknown",
    counts: countMailboxes(mailboxes),
    organizations,
    unread: [],
    leftOut: [],
    ...change,
  };
}

/** A list of one organization, unless something else is said. */
export function listAnswer(change: Partial<ListAnswer> = {}): ListAnswer {
  const sorted = [...sortJobs(jobs)];
  const organization = {
    id: `${region}/${organizationId}`,
    organizationId,
    region,
    includeDetails: false,
    prove: false,
    ids: sorted.map(({ jobId }) => jobId),
    jobs: sorted,
    counts: countJobs(sorted),
    latestByEntity: latestByEntity(sorted),
    read,
  };
  const organizations = change.organizations ?? [organization];
  const all = organizations.flatMap((each) => each.jobs);
  return { schemaVersion: 1, kind: "list", askedAt, counts: countJobs(all), organizations, leftOut: [], ...change };
}
