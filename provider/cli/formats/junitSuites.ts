import type { MailboxCoverage, MailboxExportFinding } from "../../coverageModel";
import { findingKinds } from "../../exports/findingKinds";
import { isKnownState } from "../../exports/jobState";
import type { KnownMailboxExportJobState, MailboxExportJob } from "../../model";
import type {
  Answer,
  CoverageAnswer,
  LeftOutOrganization,
  OrganizationCoverage,
  OrganizationJobs,
  UnreadOrganization,
} from "../answer";
import { countedAs, findingDetail, findingSubject, isOpen, mailboxLabel, whyOf } from "./words";

/** How a case came out. @internal */
export type Outcome = "passed" | "failure" | "error" | "skipped";

/** @internal */
export interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  /** One word for what is wrong, such as a kind of finding. */
  readonly type?: string;
  readonly message?: string;
  /** What to do about it. */
  readonly text?: string;
}

/** @internal */
export interface Suite {
  /** With a point in it, before which readers see the package and after which the class. */
  readonly name: string;
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, string | undefined>>;
  readonly cases: readonly Case[];
  /** What is worth a note. */
  readonly notes: readonly string[];
}

/** An answer as suites of cases, by what {@link renderJunit} says. @internal */
export function suitesOf(answer: Answer): readonly Suite[] {
  const suites = [
    ...(answer.kind === "list" ? answer.organizations.map(jobSuite) : coverageSuites(answer)),
    ...answer.leftOut.map((each) => leftOutSuite(each, answer.askedAt)),
  ];
  // A report without a case is taken for a good one.
  const proves = answer.kind === "list" || answer.organizations.length + answer.unread.length > 0;
  return proves ? suites : [...suites, nothingRead(answer.askedAt)];
}

function coverageSuites({ organizations, unread, askedAt }: CoverageAnswer): readonly Suite[] {
  return [...organizations.map(coverageSuite), ...unread.map((each) => unreadSuite(each, askedAt))];
}

function coverageSuite(coverage: OrganizationCoverage): Suite {
  const { organizationId, region, verdict, cutover, findings, mailboxes, read } = coverage;
  const byEntity = new Map(findings.flatMap((each) => ("mailbox" in each ? [[each.mailbox.entityId, each]] : [])));
  const none = findings.filter(({ kind }) => kind === "noMailboxes");
  return {
    name: suiteName(region, organizationId),
    timestamp: read.readAt,
    properties: { organizationId, region, verdict, cutover, ...readProperties(read) },
    cases: [
      ...none.map(({ kind }) => findingCase(findingKinds[kind].title, "error", kind)),
      ...mailboxes.map((mailbox) => mailboxCase(mailbox, byEntity.get(mailbox.entityId))),
    ],
    notes: findings.filter(isNoteWithoutMailbox).map(noteOf),
  };
}

function isNoteWithoutMailbox(finding: MailboxExportFinding): boolean {
  return findingKinds[finding.kind].severity === "note" && !("mailbox" in finding);
}

function noteOf(finding: MailboxExportFinding): string {
  const { title, advice } = findingKinds[finding.kind];
  const detail = findingDetail(finding);
  return `${findingSubject(finding)}${detail === "" ? "" : ` (${detail})`}: ${title}. ${advice}`;
}

/** The id makes the name the only one: readers take two cases of one name for one. */
function mailboxCase(mailbox: MailboxCoverage, finding: MailboxExportFinding | undefined): Case {
  const label = mailboxLabel(mailbox);
  const name = label.endsWith(`(${mailbox.entityId})`) ? label : `${label} (${mailbox.entityId})`;
  if (mailbox.status === "exported") return { name, outcome: "passed" };
  if (!isOpen(mailbox)) return { name, outcome: "skipped", message: `Excluded: ${mailbox.excluded}` };
  const outcome = mailbox.status === "unknown" ? "error" : "failure";
  if (finding === undefined) return { name, outcome, type: countedAs(mailbox), message: countedAs(mailbox) };
  return findingCase(name, outcome, finding.kind, whyOf(mailbox), jobLines(mailbox.job));
}

function findingCase(
  name: string,
  outcome: Outcome,
  kind: MailboxExportFinding["kind"],
  why = "",
  lines: readonly string[] = [],
): Case {
  const { title, advice, page } = findingKinds[kind];
  const message = why === "" ? title : `${title}: ${why}`;
  return { name, outcome, type: kind, message, text: [advice, `See ${page}`, ...lines].join("\n") };
}

function jobSuite({ organizationId, region, jobs, read }: OrganizationJobs): Suite {
  return {
    name: suiteName(region, organizationId),
    timestamp: read.readAt,
    properties: { organizationId, region, ...readProperties(read) },
    cases: jobs.map(jobCase),
    notes: [],
  };
}

const jobOutcome = {
  COMPLETED: "passed",
  RUNNING: "skipped",
  FAILED: "failure",
  CANCELLED: "failure",
} as const satisfies Record<KnownMailboxExportJobState, Outcome>;

const proofOutcome = {
  proven: "passed",
  empty: "failure",
  wrongKey: "failure",
  gone: "failure",
  denied: "error",
  unreachable: "error",
  unlocated: "error",
} as const satisfies Record<NonNullable<MailboxExportJob["proof"]>["outcome"], Outcome>;

function jobCase(job: MailboxExportJob): Case {
  const { jobId, state = "no state", lostFromSight, proof, errorInfo } = job;
  const text = jobLines(job).join("\n");
  if (lostFromSight !== undefined) {
    const message = `It had not ended when WorkMail last listed it, and asking for it failed: ${lostFromSight}`;
    return { name: jobId, outcome: "error", type: "lostFromSight", message, text };
  }
  const outcome = isKnownState(state) ? jobOutcome[state] : "error";
  if (outcome !== "passed") {
    const message = errorInfo === undefined ? `The job is ${state}` : `The job is ${state}: ${errorInfo}`;
    return { name: jobId, outcome, type: state, message, text };
  }
  if (proof === undefined || proof.outcome === "proven") return { name: jobId, outcome };
  const because = "because" in proof ? `: ${proof.because}` : "";
  const message = `The archive is ${proof.outcome}${because}`;
  return { name: jobId, outcome: proofOutcome[proof.outcome], type: proof.outcome, message, text };
}

function jobLines(job: MailboxExportJob | undefined): readonly string[] {
  if (job === undefined) return [];
  const { jobId, entityId, state, startTime, endTime, s3BucketName, s3Path, description, errorInfo } = job;
  const members = { job: jobId, entityId, state, startTime, endTime, s3BucketName, s3Path, description, errorInfo };
  return Object.entries(members).flatMap(([member, value]) => (value === undefined ? [] : [`${member}: ${value}`]));
}

function unreadSuite({ organizationId, region, reason, message }: UnreadOrganization, askedAt: string): Suite {
  const name = organizationId === undefined ? "The organizations can be listed" : "The organization can be read";
  return {
    name: suiteName(region, organizationId),
    timestamp: askedAt,
    properties: { organizationId, region },
    cases: [{ name, outcome: "error", type: reason, message: message.split("\n")[0] ?? "", text: message }],
    notes: [],
  };
}

function leftOutSuite({ organizationId, region, state, alias }: LeftOutOrganization, askedAt: string): Suite {
  const message = `The organization is ${state}${alias === undefined ? "" : ` (${alias})`}: it was not asked`;
  return {
    name: suiteName(region, organizationId),
    timestamp: askedAt,
    properties: { organizationId, region },
    cases: [{ name: "The organization can be read", outcome: "skipped", message }],
    notes: [],
  };
}

function nothingRead(timestamp: string): Suite {
  const message = "No organization was read: that proves nothing";
  const cases = [{ name: "An organization was read", outcome: "error", type: "noOrganization", message } as const];
  return { name: "workmail-exports", timestamp, properties: {}, cases, notes: [] };
}

function suiteName(region: string | undefined, organizationId: string | undefined): string {
  return [region ?? "workmail-exports", organizationId ?? "organizations"].join(".");
}

function readProperties({ readAt, pages, rememberedJobs }: OrganizationJobs["read"]) {
  return { readAt, pages: String(pages), rememberedJobs: String(rememberedJobs) };
}
