import { isJsonObject } from "./json";
import {
  all,
  type Check,
  distinct,
  instant,
  listOf,
  numberBetween,
  object,
  problemText,
  rule,
  type SeedProblem,
  shaped,
} from "./seedChecks";
import type { Seed, SeedJob, SeedJobEnd } from "./seedTypes";
import { shapes } from "./shapes";

/**
 * A seed is no seed. The message has a line for each problem.
 * Not thrown for a job that two calls of addJobs bring; that is a plain Error.
 * @public
 */
export class SeedError extends Error {
  override readonly name = "SeedError";

  constructor(readonly problems: readonly SeedProblem[]) {
    super(problems.map(problemText).join("\n"));
  }
}

const afterSeconds = numberBetween(0, Number.POSITIVE_INFINITY);
const atProgress = all(shaped(shapes.Percentage), numberBetween(0, 99));
const text = rule("must be a string", (value) => typeof value === "string");

const ends: Readonly<Record<SeedJobEnd["state"], Check>> = {
  COMPLETED: object({ state: text, afterSeconds }),
  CANCELLED: object({ state: text, afterSeconds }, { atProgress }),
  FAILED: object({ state: text, afterSeconds, errorInfo: shaped(shapes.MailboxExportErrorInfo) }, { atProgress }),
};

const end: Check = (value, path) => {
  const state = isJsonObject(value) ? value["state"] : undefined;
  if (state === "COMPLETED" || state === "CANCELLED" || state === "FAILED") return ends[state](value, path);
  return [{ path: `${path}.state`, rule: `must be one of ${Object.keys(ends).join(", ")}`, value: state }];
};

const job = object(
  { jobId: shaped(shapes.MailboxExportJobId), entityId: shaped(shapes.WorkMailIdentifier), startTime: instant },
  {
    end,
    description: shaped(shapes.Description),
    s3BucketName: shaped(shapes.S3BucketName),
    s3Prefix: shaped(shapes.S3ObjectKey),
    s3Path: shaped(shapes.S3ObjectKey),
    roleArn: shaped(shapes.RoleArn),
    kmsKeyArn: shaped(shapes.KmsKeyArn),
  },
);

const jobs = all(listOf(job), distinct("jobId"));
const organization = object({ organizationId: shaped(shapes.OrganizationId) }, { state: text, jobs });
const seed = object({ organizations: all(listOf(organization), distinct("organizationId")) });

/** @internal */
export function checkSeed(value: unknown): asserts value is Seed {
  refuse(seed(value, ""));
}

/** @internal */
export function checkJobs(value: unknown): asserts value is readonly SeedJob[] {
  refuse(jobs(value, "jobs"));
}

/**
 * Reads a seed file.
 *
 * @throws SeedError with everything that is wrong with it.
 *
 * @example
 * const emulator = await start({ seed: parseSeed(await readFile("seed.json", "utf8")) });
 *
 * @public
 */
export function parseSeed(json: string): Seed {
  const value = parsed(json);
  checkSeed(value);
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SeedError([{ path: "", rule: `must be JSON: ${reason}`, value: undefined }]);
  }
}

function refuse(problems: readonly SeedProblem[]): void {
  if (problems.length > 0) throw new SeedError(problems);
}
