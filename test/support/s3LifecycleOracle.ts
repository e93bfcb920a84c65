import type { ExportLifecycleRule } from "../../provider/lifecycleModel";
import type { MailboxExportJob } from "../../provider/model";

/**
 * What S3 does with lifecycle rules, and what the jobs of a bucket may have there, written down once more: by looking at
 * every key and every reading, without an index, and without code of the package, so that a mistake cannot agree with
 * itself.
 */

/** S3 takes a prefix as the plain start of a key. */
export function matches({ filter }: ExportLifecycleRule, key: string): boolean {
  return key.slice(0, filter.prefix.length) === filter.prefix;
}

export const isDirectory = ({ filter }: ExportLifecycleRule) => filter.prefix.slice(-1) === "/";

type Only = "completed" | "proven";

/** Whether the archive of a job is to get a rule. */
export function isEligible(job: MailboxExportJob, only: Only): boolean {
  if (job.state !== "COMPLETED" || job.lostFromSight !== undefined) return false;
  return job.proof === undefined ? only === "completed" : job.proof.outcome === "proven";
}

/** Whether a job can have nothing in S3 that is its own. */
export function hasNothing(job: MailboxExportJob, jobs: readonly MailboxExportJob[]): boolean {
  if (job.lostFromSight !== undefined) return false;
  if (job.state === "COMPLETED") {
    const by = job.proof?.outcome === "gone" ? job.proof.overwrittenBy : undefined;
    return by !== undefined && jobs.some(({ jobId }) => jobId === by);
  }
  return (job.state === "FAILED" || job.state === "CANCELLED") && (job.s3Path ?? "") === "";
}

/** The bucket that stands in a path, if it is a URL, and what follows it. */
function urlOf({ s3Path = "" }: MailboxExportJob): { bucket: string; rest: string } | undefined {
  if (s3Path.slice(0, 5).toLowerCase() !== "s3://") return undefined;
  const [bucket = "", ...rest] = s3Path.slice(5).split("/");
  return { bucket, rest: rest.join("/") };
}

export function bucketsOf(job: MailboxExportJob): string[] {
  const proven = job.proof !== undefined && "bucket" in job.proof ? job.proof.bucket : undefined;
  const all = [job.s3BucketName, urlOf(job)?.bucket, proven];
  return [...new Set(all.flatMap((bucket) => (bucket ? [bucket] : [])))];
}

export function mayBeIn(job: MailboxExportJob, bucket: string): boolean {
  return bucketsOf(job).length === 0 || bucketsOf(job).includes(bucket);
}

/** What the path of a job can mean within its bucket, files and folders alike; none when it means nothing. */
function readingsOf(job: MailboxExportJob): string[] {
  const { s3BucketName = "", s3Path = "", s3Prefix = "" } = job;
  const url = urlOf(job);
  if (url !== undefined) {
    const contradicts = s3BucketName !== "" && s3BucketName !== url.bucket;
    return url.bucket === "" || contradicts ? [] : [url.rest];
  }
  if (s3Path === "" || s3BucketName === "" || s3Path === s3BucketName) return [];
  if (s3Path.slice(0, s3BucketName.length + 1) !== `${s3BucketName}/`) return [s3Path];
  const both = [s3Path.slice(s3BucketName.length + 1), s3Path];
  const fitting = both.filter((reading) => reading.slice(0, s3Prefix.length) === s3Prefix);
  return fitting.length === 1 ? fitting : both;
}

const isFile = (reading: string) => reading !== "" && reading.slice(-1) !== "/";

/** What a job that must not be met may write in a bucket that it may be in: to which keys, and under which starts. */
export interface MayWrite {
  readonly keys: readonly string[];
  /** With one of these its key begins, if it is none of `keys`; with the empty one every key does. */
  readonly starts: readonly string[];
}

/** The starts that a prefix tells of where the path is not under it: then nobody knows which of the two is right. */
function besides(readings: readonly string[], prefix = ""): string[] {
  const bare = prefix[0] === "/" ? prefix.slice(1) : prefix;
  const starts = prefix === "" ? [] : [prefix, bare, `/${prefix}`];
  return readings.some((reading) => starts.some((start) => reading.slice(0, start.length) === start)) ? [] : starts;
}

export function mayWrite(job: MailboxExportJob): MayWrite {
  if (bucketsOf(job).length !== 1) return { keys: [], starts: [""] };
  const seen = job.proof !== undefined && "key" in job.proof ? [job.proof.key] : [];
  const readings = readingsOf(job);
  // Of two readings the first is without the bucket: is that no file, then the path tells no file.
  if (isFile(readings[0] ?? "")) return { keys: [...readings, ...seen], starts: besides(readings, job.s3Prefix) };
  const folders = job.s3Path?.slice(-1) === "/" ? readings : [];
  const prefix = job.s3Prefix ?? "";
  const told = prefix === "" ? folders : [prefix, ...folders.filter((folder) => folder !== "")];
  const starts = told.length === 0 ? [""] : told.flatMap((start) => [start, `/${start}`, start.replace(/^\//, "")]);
  return { keys: seen, starts };
}

/** Where the archive of an eligible job is; undefined when that cannot be told. */
export function archiveOf(job: MailboxExportJob): { bucket: string; key: string } | undefined {
  if (job.proof?.outcome === "proven") {
    return isFile(job.proof.key) ? { bucket: job.proof.bucket, key: job.proof.key } : undefined;
  }
  const [key = ""] = readingsOf(job);
  const bucket = urlOf(job)?.bucket ?? job.s3BucketName;
  return isFile(key) && bucket ? { bucket, key } : undefined;
}

/** A bucket as the jobs tell of it. */
export class Bucket {
  readonly eligible: readonly MailboxExportJob[];
  /** The keys of the archives that are to get a rule, each once. */
  readonly keys: readonly string[];
  readonly others: readonly MayWrite[];

  constructor(
    readonly name: string,
    readonly jobs: readonly MailboxExportJob[],
    readonly only: Only,
  ) {
    const here = jobs.filter((job) => mayBeIn(job, name));
    this.eligible = here.filter((job) => isEligible(job, only));
    const archives = this.eligible.flatMap((job) => archiveOf(job) ?? []);
    this.keys = [...new Set(archives.filter(({ bucket }) => bucket === name).map(({ key }) => key))];
    this.others = here.filter((job) => !isEligible(job, only) && !hasNothing(job, here)).map(mayWrite);
  }

  /** Whether a rule for a directory could meet something that is none of its business. */
  isTaken(directory: string): boolean {
    const overlaps = (text: string) =>
      text.slice(0, directory.length) === directory || directory.slice(0, text.length) === text;
    return this.others.some(({ keys, starts }) => [...keys, ...starts].some(overlaps));
  }

  /** Whether a rule for one key is bound to meet what another job writes. */
  isShared(key: string): boolean {
    return this.others.some(({ keys, starts }) =>
      [...keys, ...starts].some((text) => text.slice(0, key.length) === key),
    );
  }

  /** Why rules for this bucket have to be refused, however many there may be. */
  get refusal(): "unplaced" | "neverProven" | "neverSeen" | "shared" | undefined {
    const completed = this.jobs.filter(
      (job) => mayBeIn(job, this.name) && job.state === "COMPLETED" && job.lostFromSight === undefined,
    );
    const looked = completed.some(({ proof }) => proof !== undefined);
    if (this.only === "proven" && completed.length > 0 && !looked) return "neverProven";
    const blind = completed.some(({ proof }) => proof?.outcome === "denied" || proof?.outcome === "unreachable");
    if (this.eligible.length === 0 && blind) return "neverSeen";
    if (this.eligible.some((job) => archiveOf(job) === undefined)) return "unplaced";
    return this.keys.some((key) => this.isShared(key)) ? "shared" : undefined;
  }
}

/** All directories that a key is in, from the topmost down; not the bucket itself. */
export function directoriesOf(key: string): string[] {
  const parts = key.split("/").slice(0, -1);
  return parts.map((_part, index) => `${parts.slice(0, index + 1).join("/")}/`);
}
