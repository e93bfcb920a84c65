import * as pulumi from "@pulumi/pulumi";
import { filtersOf } from "../exports/filtersOf";
import type { Reading } from "../functions/readMailboxExportJobs";
import type { ReadContext } from "../functions/withConnection";
import type { GetMailboxExportJobsArgs } from "../model";

// Loaded with the first reading, see getMailboxExportJobs.
const reader = (): typeof import("../functions/readMailboxExportJobs") => require("../functions/readMailboxExportJobs");

/**
 * Readings by question, for each run of a program. A run has a monitor of its own; a process can see several runs, as
 * with the Automation API, and one must not answer for the next.
 */
const readingsOfRuns = new WeakMap<object, Map<string, Promise<Reading>>>();

/** readMailboxExportJobs, but the same question asked twice in one run is read once. A failure is not kept. @internal */
export async function rememberingRead(args: GetMailboxExportJobsArgs, context: ReadContext): Promise<Reading> {
  const { region, jobs } = await firstReading(args, context);
  // Copies: what one caller does to its jobs must not reach another.
  return { region, jobs: jobs.map((job) => (job.proof ? structuredClone(job) : { ...job })) };
}

function firstReading(args: GetMailboxExportJobsArgs, context: ReadContext): Promise<Reading> {
  const readings = readingsOfThisRun();
  const question = questionOf(args, context.environment);
  const remembered = readings.get(question);
  if (remembered) return remembered;
  const reading = reader().readMailboxExportJobs(args, context);
  readings.set(question, reading);
  reading.catch(() => readings.delete(question));
  return reading;
}

function readingsOfThisRun(): Map<string, Promise<Reading>> {
  const run = pulumi.runtime.getMonitor();
  // Outside of a run, as in a plain script, there is nothing to remember for.
  if (run === undefined) return new Map();
  const readings = readingsOfRuns.get(run) ?? new Map<string, Promise<Reading>>();
  readingsOfRuns.set(run, readings);
  return readings;
}

/**
 * What decides the reading: all but page size and concurrency, and filters only where details or proof are asked for. Patience
 * counts, since one caller's must not fail another; and so does the environment, since a program can change it.
 */
function questionOf(args: GetMailboxExportJobsArgs, environment: ReadContext["environment"]): string {
  const { organizationId, region, profile, assumeRole, endpoint, includeDetails, prove, s3Endpoint } = args;
  const { maxAttempts, requestTimeoutSeconds, timeoutSeconds } = args;
  const role = assumeRole && [assumeRole.roleArn, assumeRole.externalId, assumeRole.sessionName];
  const aws = Object.entries(environment).filter(([name]) => name.startsWith("AWS_"));
  const where = [organizationId, region, profile, role, endpoint, aws];
  const patience = [maxAttempts, requestTimeoutSeconds, timeoutSeconds];
  const looked = (includeDetails || prove) && [includeDetails, prove, s3Endpoint, filtersOf(args)];
  return JSON.stringify([where, patience, looked]);
}
