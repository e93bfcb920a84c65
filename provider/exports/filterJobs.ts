import { filterRules } from "../arguments/filterRules";
import { requireArguments } from "../arguments/requireArguments";
import { parseRfc3339 } from "../arguments/rfc3339";
import type { MailboxExportJob, MailboxExportJobFilters } from "../model";

/** The jobs that pass all the filters given. @throws InvalidArgumentsError @internal */
export function filterJobs(jobs: readonly MailboxExportJob[], filters: MailboxExportJobFilters): MailboxExportJob[] {
  requireArguments<MailboxExportJobFilters>("filterJobs", filters, filterRules);
  const { states, entityIds, s3BucketName, s3PathPrefix } = filters;
  const from = parseRfc3339(filters.startedAfter);
  const to = parseRfc3339(filters.startedBefore);
  return jobs.filter(
    (job) =>
      isOneOf(job.state, states) &&
      isOneOf(job.entityId, entityIds) &&
      (s3BucketName === undefined || job.s3BucketName === s3BucketName) &&
      (s3PathPrefix === undefined || job.s3Path?.startsWith(s3PathPrefix) === true) &&
      isBetween(job.startTime, from, to),
  );
}

function isOneOf(value: string | undefined, allowed: readonly string[] | undefined): boolean {
  return allowed === undefined || (value !== undefined && allowed.includes(value));
}

function isBetween(time: string | undefined, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): boolean {
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return true;
  const instant = time === undefined ? Number.NaN : Date.parse(time);
  return from <= instant && instant < to;
}
