import { parseRfc3339 } from "../arguments/rfc3339";
import type {
  CoverageRules,
  MailboxCoverage,
  MailboxExportAnswer,
  MailboxExportFinding,
  MailboxName,
  MemberWithoutMailbox,
} from "../coverageModel";
import type { MailboxExportJob, RosterMember } from "../model";
import { compareText } from "./compareText";
import { hasEnded } from "./jobState";
import { mailboxOf } from "./mailboxRule";
import { mailboxStatus } from "./mailboxStatus";
import { type NameIndex, nameIndex } from "./nameIndex";
import { sortJobs } from "./sortJobs";

/** An organization's mailboxes against its jobs. @internal */
export interface Coverage {
  readonly mailboxes: readonly MailboxCoverage[];
  readonly withoutMailbox: readonly MemberWithoutMailbox[];
  readonly jobsWithoutMailbox: readonly MailboxExportJob[];
  readonly unusedExclusions: readonly UnusedExclusion[];
}

/** @internal */
export type UnusedExclusion = Extract<MailboxExportFinding, { kind: "exclusionUnused" }>;

/**
 * Each mailbox against the jobs. Jobs name a mailbox by its id; an email or a name would do too. Jobs of nobody on the
 * roster, and members without a mailbox, are given as well: nothing that was read is left out.
 *
 * @internal
 */
export function coverageOf(
  roster: readonly RosterMember[],
  jobs: readonly MailboxExportJob[],
  { cutover, exclude = {} }: CoverageRules,
  now: Date,
): Coverage {
  const find = nameIndex(roster);
  const { jobsOf, jobsOfNobody } = jobsByMember(jobs, find);
  const { reasonFor, unusedExclusions } = exclusions(exclude, find);
  // A cutover that names no time must not make every export count.
  const since = cutover === undefined ? undefined : (parseRfc3339(cutover) ?? Number.POSITIVE_INFINITY);
  const mailboxes: MailboxCoverage[] = [];
  const withoutMailbox: MemberWithoutMailbox[] = [];
  for (const member of roster) {
    const { has, because } = mailboxOf(member, now);
    const answer = mailboxStatus(jobsOf.get(member) ?? [], since);
    if (has === "no") {
      withoutMailbox.push({ ...member, reason: because });
      // What still runs can be the last copy of a mailbox that was deleted meanwhile.
      jobsOfNobody.push(...(jobsOf.get(member) ?? []).filter((job) => !hasEnded(job)));
    } else mailboxes.push(mailbox(member, has === "perhaps" ? doubted(answer) : answer, reasonFor.get(member)));
  }
  return {
    mailboxes: mailboxes.sort(compareNames),
    withoutMailbox: withoutMailbox.sort(compareNames),
    jobsWithoutMailbox: sortJobs(jobsOfNobody),
    unusedExclusions,
  };
}

/** Of a mailbox that perhaps does not exist, nothing but an export that is there, or may still come, says something. */
function doubted(answer: MailboxExportAnswer): MailboxExportAnswer {
  if (["exported", "running", "unknown"].includes(answer.status)) return answer;
  return { status: "unknown", doubt: "perhapsNoMailbox", ...(answer.job !== undefined && { job: answer.job }) };
}

function mailbox(member: RosterMember, answer: MailboxExportAnswer, excluded: string | undefined): MailboxCoverage {
  const { kind, displayName } = member;
  return {
    ...mailboxName(member),
    kind,
    ...(displayName !== undefined && { displayName }),
    ...answer,
    ...(excluded !== undefined && { excluded }),
  };
}

/** The members by which a mailbox is named. @internal */
export function mailboxName({ entityId, name, email }: MailboxName): MailboxName {
  return { entityId, ...(name !== undefined && { name }), ...(email !== undefined && { email }) };
}

function jobsByMember(jobs: readonly MailboxExportJob[], find: NameIndex) {
  const jobsOf = new Map<RosterMember, MailboxExportJob[]>();
  const jobsOfNobody: MailboxExportJob[] = [];
  for (const job of jobs) {
    const [member, ...others] = job.entityId === undefined ? [] : find(job.entityId);
    const own = member && jobsOf.get(member);
    if (member === undefined || others.length > 0 || isOfFormerHolder(job, member)) jobsOfNobody.push(job);
    else if (own === undefined) jobsOf.set(member, [job]);
    else own.push(job);
  }
  return { jobsOf, jobsOfNobody };
}

/** A name or an email can be given to somebody else; what was exported before that is the mailbox of another. */
function isOfFormerHolder({ entityId, startTime }: MailboxExportJob, member: RosterMember): boolean {
  return entityId !== member.entityId && Date.parse(startTime ?? "") < Date.parse(member.enabledDate ?? "");
}

function exclusions(exclude: Readonly<Record<string, string>>, find: NameIndex) {
  const reasonFor = new Map<RosterMember, string>();
  const unusedExclusions: UnusedExclusion[] = [];
  for (const [exclusion, reason] of Object.entries(exclude)) {
    const [member, ...others] = find(exclusion);
    if (member !== undefined && others.length === 0) reasonFor.set(member, reason);
    else {
      const because = member === undefined ? "nobody" : "severalMailboxes";
      unusedExclusions.push({ kind: "exclusionUnused", exclusion, because });
    }
  }
  return { reasonFor, unusedExclusions };
}

function compareNames(a: MailboxName, b: MailboxName): number {
  return (
    compareText(a.email ?? "", b.email ?? "") ||
    compareText(a.name ?? "", b.name ?? "") ||
    compareText(a.entityId, b.entityId)
  );
}
