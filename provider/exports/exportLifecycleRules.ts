import { checkLifecyclePolicy } from "../arguments/lifecyclePolicyRules";
import { checkJobs } from "../arguments/rememberedJobs";
import { type ArgumentFailure, InvalidArgumentsError } from "../errors";
import type { ExportLifecyclePolicy, ExportLifecycleRule } from "../lifecycleModel";
import type { MailboxExportJob } from "../model";
import { archiveToRule } from "./archiveToRule";
import { bucketsNamed } from "./bucketsNamed";
import { compareText } from "./compareText";
import { eachOnce } from "./eachOnce";
import { lifecyclePrefixes } from "./lifecyclePrefixes";
import { keyConflicts, neverProven, neverSeen, severalBuckets, tooManyRules, withoutPlace } from "./lifecycleRefusals";
import { lifecycleRule } from "./lifecycleRule";
import { lifecycleStanding } from "./lifecycleStanding";
import { ofOneMailbox } from "./ofOneMailbox";

/** S3 takes no more in one configuration, and raises this for nobody. */
const mostRules = 1000;

/** Lifecycle rules for the archives of completed exports in one bucket. @throws InvalidArgumentsError @internal */
export function exportLifecycleRules(
  jobs: readonly MailboxExportJob[],
  policy: ExportLifecyclePolicy,
): ExportLifecycleRule[] {
  refuseFor([...checkLifecyclePolicy(policy), ...checkJobs(jobs)]);
  const { only = "completed", reservedRules = 0 } = policy;
  const known = eachOnce(jobs);
  const bucket = policy.bucket ?? bucketOfAll(known);
  const concerned = known.filter((job) => concerns(job, bucket));
  const isReplaced = replacedAmong(concerned, policy);
  const standing = Map.groupBy(concerned, (job) => lifecycleStanding(job, only, (by) => isReplaced(job, by)));
  const eligible = standing.get("eligible") ?? [];
  if (eligible.length === 0) requireSeen(concerned);
  const archives = archivesByKey(eligible, bucket);
  const { prefixes, conflicts, between } = lifecyclePrefixes(archives, standing.get("protected") ?? []);
  refuseFor(keyConflicts(conflicts));
  const fitting = mostRules - reservedRules;
  if (prefixes.length > fitting) refuseFor([tooManyRules(prefixes.length, fitting, between())]);
  return prefixes.map((prefix) => lifecycleRule(prefix, policy));
}

/** Undefined where no job names one: then there is nothing for a rule. */
function bucketOfAll(jobs: readonly MailboxExportJob[]): string | undefined {
  const [bucket, ...others] = [...new Set(jobs.flatMap(bucketsNamed))].sort(compareText);
  if (bucket !== undefined && others.length > 0) refuseFor([severalBuckets([bucket, ...others])]);
  return bucket;
}

/** A job that names no bucket may be in any. */
function concerns(job: MailboxExportJob, bucket: string | undefined): boolean {
  const named = bucketsNamed(job);
  return named.length === 0 || named.some((name) => name === bucket);
}

/** Where nobody looked, or it could not be seen, no archive is eligible; that is no reason to take every rule away. */
function requireSeen(jobs: readonly MailboxExportJob[]): void {
  const completed = jobs.filter(({ state, lostFromSight }) => state === "COMPLETED" && lostFromSight === undefined);
  const outcomes = new Set(completed.map(({ proof }) => proof?.outcome));
  if (completed.length > 0 && [...outcomes].every((outcome) => outcome === undefined))
    refuseFor([neverProven(completed.length)]);
  const notSeen = [...outcomes].filter((outcome) => outcome === "unreachable" || outcome === "denied");
  if (notSeen.length > 0) refuseFor([neverSeen(completed.length, notSeen)]);
}

/** The jobs whose archive each key of the bucket is: several can have written to one. */
function archivesByKey(
  jobs: readonly MailboxExportJob[],
  bucket: string | undefined,
): ReadonlyMap<string, readonly MailboxExportJob[]> {
  const places = jobs.map((job) => ({ job, archive: archiveToRule(job) }));
  refuseFor(
    withoutPlace(
      places.flatMap(({ job: { jobId }, archive }) =>
        "problem" in archive ? [{ jobId, problem: archive.problem }] : [],
      ),
    ),
  );
  const archives = new Map<string, MailboxExportJob[]>();
  for (const { job, archive } of places) {
    if ("problem" in archive || archive.bucket !== bucket) continue;
    const others = archives.get(archive.key);
    if (others) others.push(job);
    else archives.set(archive.key, [job]);
  }
  return archives;
}

/** An older version is all that is left of an overwritten archive: of another mailbox, that must not be deleted. */
function replacedAmong(jobs: readonly MailboxExportJob[], { noncurrentVersionExpirationDays }: ExportLifecyclePolicy) {
  const byId = new Map(jobs.map((job) => [job.jobId, job]));
  return (job: MailboxExportJob, overwrittenBy: string): boolean => {
    const writer = byId.get(overwrittenBy);
    return writer !== undefined && (ofOneMailbox(job, writer) || noncurrentVersionExpirationDays === undefined);
  };
}

function refuseFor(failures: readonly ArgumentFailure[]): void {
  if (failures.length > 0) throw new InvalidArgumentsError("exportLifecycleRules", failures);
}
