import type { ArgumentFailure } from "../errors";
import type { MailboxExportJob } from "../model";
import { withoutUndefined } from "../withoutUndefined";
import { checkArguments } from "./checkArguments";
import { firstFailures } from "./firstFailures";
import { isArchiveProof } from "./isArchiveProof";
import { isPlainObject } from "./isPlainObject";
import { parseRfc3339 } from "./rfc3339";
import { matching, type Rule, type Rules, type RulesOf, time } from "./rule";

/** Not shown when it is wrong: a resource in its place would be a page of Pulumi's own. @internal */
export const listOfJobs: Rule = {
  rule: "a list of mailbox export jobs, such as jobs of a MailboxExportJobs",
  accepts: Array.isArray,
  sensitive: true,
};

const anyText: Rule = { rule: "a text", accepts: (value) => typeof value === "string" };
const jobTime: Rule = { ...time, accepts: (value) => utcText(value) !== undefined };

/** What a remembered job must be. WorkMail gave it once, but a program, a state or a hand can have changed it. */
const jobRules = {
  jobId: { ...matching(/^[A-Za-z0-9][\w.:-]*$/, "the id of a job: letters, digits and any of -_.:"), required: true },
  entityId: anyText,
  description: anyText,
  s3BucketName: anyText,
  s3Path: anyText,
  estimatedProgress: { rule: "a number", accepts: Number.isFinite },
  state: anyText,
  startTime: jobTime,
  endTime: jobTime,
  errorInfo: anyText,
  roleArn: anyText,
  kmsKeyArn: anyText,
  s3Prefix: anyText,
  lostFromSight: anyText,
  proof: { rule: "what S3 showed of an archive", accepts: isArchiveProof },
} satisfies RulesOf<MailboxExportJob>;

/** All that is wrong with remembered jobs, each thing by its place. @internal */
export function checkJobs(jobs: unknown): readonly ArgumentFailure[] {
  if (!Array.isArray(jobs)) return checkArguments({ jobs }, { jobs: listOfJobs });
  // A hole in a list is passed over by map and its like; here it becomes an undefined.
  const places = Array.from(jobs, (job, index) => ({ place: `jobs[${index}]`, job }));
  const broken = places.flatMap(({ place, job }) => checkMembers(place, job, jobRules));
  return firstFailures(broken.length > 0 ? broken : checkTwins(toldAgain(places)));
}

function checkMembers(place: string, job: unknown, members: Rules): readonly ArgumentFailure[] {
  // Nearly every job is in order; what a failure is told with is made for the others.
  if (isPlainObject(job) && isInOrder(job, members)) return [];
  const known = isPlainObject(job) ? knownMembers(job) : job;
  return checkArguments(
    { [place]: known },
    { [place]: { rule: "a mailbox export job", accepts: isPlainObject, required: true, members } },
  );
}

function isInOrder(job: Readonly<Record<string, unknown>>, members: Rules): boolean {
  return Object.entries(members).every(([member, { required, accepts }]) => {
    const value = job[member];
    return value === undefined ? !required : accepts(value);
  });
}

/** The places of jobs that are told of more than once: most often there are none. */
function toldAgain<Place extends { readonly job: unknown }>(places: readonly Place[]): readonly Place[] {
  const idOf = ({ job }: Place) => (isPlainObject(job) ? job["jobId"] : undefined);
  const [seen, again] = [new Set<unknown>(), new Set<unknown>()];
  for (const place of places) (seen.has(idOf(place)) ? again : seen).add(idOf(place));
  return again.size === 0 ? [] : places.filter((place) => again.has(idOf(place)));
}

/** What tells of one job that it is that one: these do not change while it lives. */
const identity = ["entityId", "s3BucketName", "startTime"] as const;

/** A job may be told of more than once, but not as two: what is said of the one would be taken for the other. */
function checkTwins(places: readonly { readonly place: string; readonly job: unknown }[]): readonly ArgumentFailure[] {
  const seen = new Map<unknown, Record<string, unknown>>();
  return places.flatMap(({ place, job }) => {
    if (!isPlainObject(job)) return [];
    const told = { ...job, startTime: utcText(job["startTime"]) };
    const known = seen.get(job["jobId"]) ?? {};
    seen.set(job["jobId"], { ...told, ...withoutUndefined(known) });
    const asBefore = identity.map((member) => [member, sameAs(known[member], job["jobId"])]);
    return checkMembers(place, told, { ...jobRules, ...Object.fromEntries(asBefore) });
  });
}

function sameAs(known: unknown, jobId: unknown): Rule {
  return {
    rule: `'${known}' as in an earlier entry of the job ${jobId}`,
    accepts: (value) => known === undefined || value === known,
  };
}

/**
 * A remembered job as WorkMail would tell it: with nothing in it but what a job has, and its times in UTC, since they are
 * compared as texts. It is taken as checked.
 *
 * @internal
 */
export function asWorkMailTellsIt(job: MailboxExportJob): MailboxExportJob {
  const { jobId, startTime, endTime, ...others } = knownMembers(job);
  const times = { startTime: utcText(startTime), endTime: utcText(endTime) };
  // A member that is undefined would empty what is known of the job.
  return { jobId, ...withoutUndefined(others), ...withoutUndefined(times) };
}

function knownMembers<Job extends object>(job: Job): Job {
  const known = { ...job };
  for (const member of Object.keys(known)) {
    if (!Object.hasOwn(jobRules, member)) Reflect.deleteProperty(known, member);
  }
  return known;
}

/**
 * A time as jobs of the service have it, in UTC and of one form, so that the order of texts is that of instants;
 * undefined for what is no RFC 3339 time, or none of four digits in that form.
 */
function utcText(value: unknown): string | undefined {
  const instant = parseRfc3339(value);
  const text = instant === undefined ? "" : new Date(instant).toISOString();
  return /^\d/.test(text) ? text : undefined;
}
