import { jobEnd, jobs } from "./jobRules";
import { resourceList, resources, userList, users } from "./rosterRules";
import type { SeedResource, SeedUser } from "./rosterTypes";
import {
  all,
  distinct,
  distinctAcross,
  instant,
  listOf,
  object,
  problemText,
  type SeedProblem,
  shaped,
  text,
} from "./seedChecks";
import type { Seed, SeedJob, SeedJobEnd } from "./seedTypes";
import { shapes } from "./shapes";

/**
 * A seed is no seed. The message has a line for each problem.
 * Not thrown for a job, user or resource that is added twice; that is a plain Error.
 * @public
 */
export class SeedError extends Error {
  override readonly name = "SeedError";

  constructor(readonly problems: readonly SeedProblem[]) {
    super(problems.map(problemText).join("\n"));
  }
}

const organization = object(
  { organizationId: shaped(shapes.OrganizationId) },
  {
    state: text,
    alias: shaped(shapes.OrganizationName),
    defaultMailDomain: shaped(shapes.DomainName),
    errorMessage: shaped(shapes.String),
    directoryId: shaped(shapes.String),
    directoryType: shaped(shapes.String),
    completedDate: instant,
    arn: shaped(shapes.AmazonResourceName),
    migrationAdmin: shaped(shapes.WorkMailIdentifier),
    interoperabilityEnabled: shaped(shapes.Boolean),
    jobs,
    users: userList,
    resources: resourceList,
  },
);
const whole = all(organization, distinctAcross("id", "users", "resources"));
const seed = object({ organizations: all(listOf(whole), distinct("organizationId")) });

/** @internal */
export function checkSeed(value: unknown): asserts value is Seed {
  refuse(seed(value, ""));
}

/** @internal */
export function checkJobs(value: unknown): asserts value is readonly SeedJob[] {
  refuse(jobs(value, "jobs"));
}

/** @internal */
export function checkUsers(value: unknown): asserts value is readonly SeedUser[] {
  refuse(users(value, "users"));
}

/** @internal */
export function checkResources(value: unknown): asserts value is readonly SeedResource[] {
  refuse(resources(value, "resources"));
}

/** @internal */
export function checkState(value: unknown): asserts value is string {
  refuse(text(value, "state"));
}

/** What a caller's endOfStarted gave, which may be nothing. @internal */
export function checkJobEnd(value: unknown): asserts value is SeedJobEnd | undefined {
  refuse(value === undefined ? [] : jobEnd(value, "endOfStarted"));
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
