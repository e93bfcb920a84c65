export type { ArgumentFailure, IncompleteListReason, RequestFailureReason, RequestSubject } from "./errors";
export { IncompleteListError, InvalidArgumentsError, MailboxExportsError, WorkMailRequestError } from "./errors";
export { filterJobs } from "./exports/filterJobs";
export type {
  AssumeRole,
  ConnectionArgs,
  GetMailboxExportJobsArgs,
  GetMailboxExportJobsResult,
  KnownMailboxExportJobState,
  MailboxExportJob,
  MailboxExportJobCounts,
  MailboxExportJobFilters,
  MailboxExportJobState,
  OnUnavailable,
  ReadMailboxExportJobsArgs,
} from "./model";
export { mailboxExportJobStates } from "./model";
export type { DependsOn } from "./program/dependsOn";
export type { GetMailboxExportJobsOptions, GetMailboxExportJobsOutputOptions } from "./program/getMailboxExportJobs";
export { getMailboxExportJobs, getMailboxExportJobsOutput } from "./program/getMailboxExportJobs";
export type { GetMailboxExportJobsOutputArgs, ReadMailboxExportJobsInputArgs } from "./program/inputs";
export { MailboxExportJobs, type MailboxExportJobsArgs } from "./program/MailboxExportJobs";
export { workMailRegions } from "./workmail/regions";
