import { inspect } from "node:util";
import type { IsUnknown } from "../arguments/checkArguments";
import { isArchiveProof } from "../arguments/isArchiveProof";
import { MailboxExportsError } from "../errors";
import type { MailboxExportJob, RememberedJob } from "../model";
import type { Properties } from "./lifeCycle";

/** Progress is a reading of the clock: it changes on every run, and would make every preview a change. @internal */
export function withoutProgress({ estimatedProgress, ...job }: MailboxExportJob): MailboxExportJob {
  return job;
}

/** What S3 showed once says nothing of today. @internal */
export function withoutProof({ proof, ...job }: MailboxExportJob): MailboxExportJob {
  return job;
}

/**
 * A job whose texts can stand in state. A description is other people's choice, and one that is Pulumi's own mark of an
 * unknown value would be taken for it, and fail every update from then on.
 *
 * @internal
 */
export function storable(job: MailboxExportJob, isUnknown: IsUnknown): MailboxExportJob {
  const chosen = { description: job.description, s3Prefix: job.s3Prefix };
  const marks = Object.entries(chosen).filter(([, text]) => isUnknown(text));
  return marks.length === 0 ? job : { ...job, ...Object.fromEntries(marks.map(([name, text]) => [name, `"${text}"`])) };
}

/**
 * The jobs that a state remembers of this organization in this region; those of another one are of no use here.
 *
 * @throws MailboxExportsError
 * @internal
 */
export function rememberedOf(state: Properties, organizationId: string, region: string): readonly MailboxExportJob[] {
  if (state["organizationId"] !== organizationId || state["region"] !== region) return [];
  return jobsOfState(state["jobsById"]);
}

/**
 * The jobs that a state holds; none where it holds none yet. A state is written by an older version, or by hand: one
 * that is no ledger is an error, and never an empty one, since what it held would be forgotten.
 *
 * @throws MailboxExportsError
 * @internal
 */
export function jobsOfState(value: unknown): readonly MailboxExportJob[] {
  if (value === undefined) return [];
  if (!isRecord(value)) throw notALedger(`it is ${Array.isArray(value) ? "a list" : inspect(value, { depth: 0 })}`);
  return Object.entries(value).map(([jobId, job]) => {
    // Before the first release the id stood in the job as well.
    if (isRememberedJob(job) && (Reflect.get(job, "jobId") ?? jobId) === jobId) return { ...job, jobId };
    throw notALedger(`the entry ${jobId} is no job of that id`);
  });
}

function isRememberedJob(value: unknown): value is RememberedJob {
  return isRecord(value) && Object.entries(value).every(([member, each]) => isMember(member, each));
}

function isMember(member: string, value: unknown): boolean {
  if (member === "proof") return isArchiveProof(value);
  return typeof value === (member === "estimatedProgress" ? "number" : "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notALedger(problem: string): MailboxExportsError {
  return new MailboxExportsError(
    `The jobs in the stack's state (jobsById) cannot be read: ${problem}. Nothing is changed, because they would be ` +
      "forgotten.\nRepair the state (`pulumi stack export`, `pulumi stack import`), or take an older one of its history.",
  );
}
