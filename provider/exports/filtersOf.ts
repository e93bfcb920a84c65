import type { MailboxExportJobFilters } from "../model";
import { withoutUndefined } from "../withoutUndefined";

/** The filters among other arguments, those that are given. @internal */
export function filtersOf(args: MailboxExportJobFilters): MailboxExportJobFilters {
  const { states, entityIds, s3BucketName, s3PathPrefix, startedAfter, startedBefore } = args;
  return withoutUndefined({ states, entityIds, s3BucketName, s3PathPrefix, startedAfter, startedBefore });
}
