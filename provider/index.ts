export type {
  ArchiveFacts,
  ArchiveLocation,
  ArchiveProof,
  ArchiveProofOutcome,
  ArchiveRestoreStatus,
} from "./archiveModel";
export type {
  ArchiveDoubt,
  CoverageRules,
  GetMailboxExportCoverageArgs,
  GetMailboxExportCoverageResult,
  MailboxCoverage,
  MailboxExportAnswer,
  MailboxExportCounts,
  MailboxExportDoubt,
  MailboxExportFinding,
  MailboxExportFindingKind,
  MailboxExportLack,
  MailboxExportStatus,
  MailboxExportVerdict,
  MailboxName,
  MemberWithoutMailbox,
} from "./coverageModel";
export type { ArgumentFailure, IncompleteListReason, RequestFailureReason, RequestSubject } from "./errors";
export {
  IncompleteListError,
  InvalidArgumentsError,
  MailboxExportGuardError,
  MailboxExportsError,
  WorkMailRequestError,
} from "./errors";
export type { FindingKind, FindingSeverity } from "./exports/findingKinds";
export { findingKinds } from "./exports/findingKinds";
export type {
  ArchiveTooSmallToTransition,
  ExportLifecyclePolicy,
  ExportLifecycleRule,
  LifecycleStorageClass,
  LifecycleTransition,
} from "./lifecycleModel";
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
  ProofArgs,
  ReadMailboxExportJobsArgs,
  RememberedJob,
  RosterMember,
} from "./model";
export { mailboxExportJobStates } from "./model";
export type { DependsOn } from "./program/dependsOn";
export { exportGuardHook } from "./program/exportGuardHook";
export type {
  GetMailboxExportCoverageOptions,
  GetMailboxExportCoverageOutputOptions,
} from "./program/getMailboxExportCoverage";
export { getMailboxExportCoverage, getMailboxExportCoverageOutput } from "./program/getMailboxExportCoverage";
export type { GetMailboxExportJobsOptions, GetMailboxExportJobsOutputOptions } from "./program/getMailboxExportJobs";
export { getMailboxExportJobs, getMailboxExportJobsOutput } from "./program/getMailboxExportJobs";
export type {
  GetMailboxExportCoverageOutputArgs,
  GetMailboxExportJobsOutputArgs,
  ReadMailboxExportJobsInputArgs,
} from "./program/inputs";
export { MailboxExportGuard, type MailboxExportGuardArgs } from "./program/MailboxExportGuard";
export { MailboxExportJobs, type MailboxExportJobsArgs } from "./program/MailboxExportJobs";
export {
  archiveLocation,
  archivesTooSmallToTransition,
  exportLifecycleRules,
  filterJobs,
} from "./program/pureFunctions";
export { workMailRegions } from "./workmail/regions";
