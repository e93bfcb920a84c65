import { archiveLocation as locateArchive } from "../exports/archiveLocation";
import { filterJobs as filter } from "../exports/filterJobs";
import { markedForPulumi } from "./withoutStackTrace";

// Pure functions that a program calls, most often within `apply`. There an error of theirs is shown by its message, as
// those of the others are; Pulumi would print the stack, and take up to a minute to look through what hangs on it.

// Loaded on first use: not every program makes rules.
const lifecycle = (): typeof import("../exports/exportLifecycleRules") => require("../exports/exportLifecycleRules");
const small = (): typeof import("../exports/archivesTooSmallToTransition") =>
  require("../exports/archivesTooSmallToTransition");

/**
 * The jobs that pass all the filters given, in the order they came in. Without filters: all of them.
 *
 * ```ts
 * const done = exportJobs.jobs.apply((jobs) => filterJobs(jobs, { states: ["COMPLETED"] }));
 * ```
 *
 * @throws InvalidArgumentsError for an unknown filter, a value that breaks its rule, or a `startedAfter` that is not
 * earlier than `startedBefore`: all at once.
 * @public
 */
export const filterJobs = shownByMessage(() => filter);

/**
 * Where in S3 the archive of a job is. AWS does not document the form of `s3Path`: it may be `key`, `bucket/key` or
 * `s3://bucket/key`. Where a path begins with the name of the job's bucket, that is taken away, unless the job's `s3Prefix`
 * (`includeDetails`) shows that it belongs to the key.
 *
 * ```ts
 * archiveLocation({ jobId: "job-1", s3BucketName: "archives", s3Path: "archives/exports/a.zip" });
 * // { bucket: "archives", key: "exports/a.zip" }
 * ```
 *
 * @throws InvalidArgumentsError when the job does not tell a file, or its path names another bucket than `s3BucketName`.
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_MailboxExportJob.html
 * @public
 */
export const archiveLocation = shownByMessage(() => locateArchive);

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
 *   rules: exportJobs.jobs.apply((jobs) => [
 *     ownRule,
 *     ...exportLifecycleRules(jobs, {
 *       bucket: "archives",
 *       only: "proven",
 *       transitions: [{ days: 30, storageClass: "DEEP_ARCHIVE" }],
 *       reservedRules: 1,
 *     }),
 *   ]),
 * });
 * ```
 *
 * @throws InvalidArgumentsError when an option or a job breaks its rule, all at once; else when the jobs are in several
 * buckets and none is named, when only proven archives are asked for and none was looked for, when no archive is
 * eligible because S3 could not be seen, when it cannot be told where
 * the archive of a completed job is, when the key of an archive begins one that no rule may match, or when there would be
 * more rules than S3 takes.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 * @public
 */
export const exportLifecycleRules = shownByMessage(() => lifecycle().exportLifecycleRules);

/**
 * The proven archives below 128 KB, in any bucket: by default S3 moves none of them to another storage class, whatever
 * rules there are. That is so unless the configuration's `transitionDefaultMinimumObjectSize` is `varies_by_storage_class`,
 * with which they go to `GLACIER` and `DEEP_ARCHIVE`. Sorted by bucket, key and job id. Jobs that were read without
 * `prove: true` tell no sizes.
 *
 * ```ts
 * for (const { key, contentLength } of archivesTooSmallToTransition(jobs)) console.log(key, contentLength);
 * ```
 *
 * @throws InvalidArgumentsError when a job breaks its rule.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 * @public
 */
export const archivesTooSmallToTransition = shownByMessage(() => small().archivesTooSmallToTransition);

function shownByMessage<Args extends readonly unknown[], Result>(
  load: () => (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => {
    try {
      return load()(...args);
    } catch (error) {
      throw markedForPulumi(error);
    }
  };
}
