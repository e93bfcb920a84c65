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
