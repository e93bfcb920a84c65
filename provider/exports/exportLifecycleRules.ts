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
import { keyConflicts, neverProven, severalBuckets, tooManyRules, withoutPlace } from "./lifecycleRefusals";
import { lifecycleRule } from "./lifecycleRule";
import { lifecycleStanding } from "./lifecycleStanding";

/** S3 takes no more in one configuration, and raises this for nobody. */
const mostRules = 1000;

/**
 * Lifecycle rules for the archives of completed exports in one bucket, as `rules` of an
 * `aws.s3.BucketLifecycleConfiguration` takes them. No rule matches what a job writes, or may have left, that runs, failed,
 * was cancelled, is lost from sight or in a state that AWS does not document; nor an archive that was looked for in S3 and
 * not proven. Archives are joined: where there is nothing of that kind in a directory it gets one rule, for all objects in
 * it, also those of which no job tells. The same jobs give the same rules in any order, with the same ids. Jobs that do not
 * tell where they write keep others from being joined; with `includeDetails` fewer do.
 *
 * A bucket has one lifecycle configuration, of 1,000 rules at most: your own rules for it go into the same list, and are
 * counted in `reservedRules`. Where no archive is to get a rule the list is empty, and S3 takes no configuration without one.
 *
 * ```ts
 * new aws.s3.BucketLifecycleConfiguration("archives", {
 *   bucket: "archives",
 *   rules: exportJobs.jobs.apply((jobs) =>
 *     exportLifecycleRules(jobs, { bucket: "archives", transitions: [{ days: 0, storageClass: "DEEP_ARCHIVE" }] }),
 *   ),
 * });
 * ```
 *
 * @throws InvalidArgumentsError when an option or a job breaks its rule, all at once; else when the jobs are in several
 * buckets and none is named, when only proven archives are asked for and none was looked for, when it cannot be told where
 * the archive of a completed job is, when the key of an archive begins one that no rule may match, or when there would be
 * more rules than S3 takes.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 * @public
 */
export function exportLifecycleRules(
  jobs: readonly MailboxExportJob[],
  policy: ExportLifecyclePolicy,
): ExportLifecycleRule[] {
  refuseFor([...checkLifecyclePolicy(policy), ...checkJobs(jobs)]);
  const { only = "completed", reservedRules = 0 } = policy;
  const known = eachOnce(jobs);
  const bucket = policy.bucket ?? bucketOfAll(known);
  const concerned = known.filter((job) => concerns(job, bucket));
  if (only === "proven") requireLookedFor(concerned);
  const standing = Map.groupBy(concerned, (job) => lifecycleStanding(job, only));
  const archives = archivesByKey(standing.get("eligible") ?? [], bucket);
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

/** Where nobody looked, nothing is proven; that is no reason to take every rule away. */
function requireLookedFor(jobs: readonly MailboxExportJob[]): void {
  const completed = jobs.filter(({ state, lostFromSight }) => state === "COMPLETED" && lostFromSight === undefined);
  const nobodyLooked = completed.every(({ proof }) => proof === undefined);
  if (completed.length > 0 && nobodyLooked) refuseFor([neverProven(completed.length)]);
}

/** Whose archive each key of the bucket is; of several jobs that wrote to one, that with the lowest id. */
function archivesByKey(jobs: readonly MailboxExportJob[], bucket: string | undefined): ReadonlyMap<string, string> {
  const archives = new Map<string, string>();
  const unplaced: { readonly jobId: string; readonly problem: string }[] = [];
  for (const job of jobs) {
    const { jobId } = job;
    const archive = archiveToRule(job);
    if ("problem" in archive) unplaced.push({ jobId, problem: archive.problem });
    else if (archive.bucket === bucket) archives.set(archive.key, lower(jobId, archives.get(archive.key)));
  }
  refuseFor(withoutPlace(unplaced));
  return archives;
}

function lower(a: string, b = a): string {
  return compareText(a, b) < 0 ? a : b;
}

function refuseFor(failures: readonly ArgumentFailure[]): void {
  if (failures.length > 0) throw new InvalidArgumentsError("exportLifecycleRules", failures);
}
