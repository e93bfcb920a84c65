import { stringify } from "csv-stringify/sync";
import type { ArchiveProof } from "../../archiveModel";
import type { MailboxCoverage } from "../../coverageModel";
import { findingKinds } from "../../exports/findingKinds";
import type { CoverageAnswer, LeftOutOrganization, OrganizationCoverage } from "../answer";
import { guarded } from "./csvGuard";
import type { Render } from "./format";
import { whyOf } from "./words";

type Value = string | number | boolean | undefined;
type Row = Readonly<Record<string, Value>>;

/**
 * The answer as CSV by RFC 4180, with a header and nothing shortened. Every value stands in quotation marks, and what a
 * spreadsheet would take for a formula has an apostrophe in front, see {@link guarded}. There is no byte order mark: tell
 * a spreadsheet that it is UTF-8.
 *
 * - A list has one row a job. What S3 showed of its archive stands in the columns that begin with `proof`.
 * - A coverage has one row a mailbox. What could not be read has a row too, with `unread` as its status and the message
 *   under `why`; an organization without mailboxes has one with `noMailboxes`, one that was left out with `leftOut`.
 *
 * @internal
 */
export const renderCsv: Render = (answer) => {
  if (answer.kind === "coverage") return csv(coverageColumns, coverageRows(answer));
  const rows = answer.organizations.flatMap(({ organizationId, region, jobs }) =>
    jobs.map(({ proof, ...job }) => ({ organizationId, region, ...job, ...proofRow(proof) })),
  );
  return csv(jobColumns, rows);
};

function csv(columns: readonly string[], rows: readonly Row[]): string {
  const records = rows.map((row) => columns.map((column) => cell(row[column])));
  // Not its `escape_formulas`: that looks at the first character only, and ours would then be guarded twice.
  return stringify([columns, ...records], { quoted: true, record_delimiter: "\r\n" });
}

function cell(value: Value): string {
  return typeof value === "string" ? guarded(value) : String(value ?? "");
}

const jobColumns = [
  "organizationId",
  "region",
  "jobId",
  "entityId",
  "description",
  "s3BucketName",
  "s3Path",
  "estimatedProgress",
  "state",
  "startTime",
  "endTime",
  "errorInfo",
  "roleArn",
  "kmsKeyArn",
  "s3Prefix",
  "lostFromSight",
  "proofOutcome",
  "proofBucket",
  "proofKey",
  "proofContentLength",
  "proofEtag",
  "proofVersionId",
  "proofLastModified",
  "proofStorageClass",
  "proofSseKmsKeyId",
  "proofObjectLockMode",
  "proofObjectLockRetainUntilDate",
  "proofObjectLockLegalHoldStatus",
  "proofRestoreInProgress",
  "proofRestoreExpiryDate",
  "proofDeleteMarker",
  "proofOverwrittenBy",
  "proofBecause",
] as const;

/** What S3 showed, each member under its name with `proof` in front. */
function proofRow(proof: ArchiveProof | undefined): Row {
  if (proof === undefined) return {};
  const restore = "restoreStatus" in proof ? proof.restoreStatus : undefined;
  const flat = Object.entries(proof).filter(([, value]) => typeof value !== "object");
  return {
    ...Object.fromEntries(flat.map(([member, value]) => [`proof${capitalized(member)}`, value])),
    proofRestoreInProgress: restore?.isRestoreInProgress,
    proofRestoreExpiryDate: restore?.restoreExpiryDate,
  };
}

function capitalized(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}

const coverageColumns = [
  "organizationId",
  "region",
  "status",
  "entityId",
  "kind",
  "email",
  "name",
  "displayName",
  "why",
  "excluded",
  "jobId",
  "state",
  "startTime",
  "endTime",
  "s3BucketName",
  "s3Path",
  "description",
  "errorInfo",
] as const;

function coverageRows({ organizations, unread, leftOut }: CoverageAnswer): readonly Row[] {
  return [
    ...organizations.flatMap(organizationRows),
    ...unread.map(({ organizationId, region, message }) => ({
      organizationId,
      region,
      status: "unread",
      why: message,
    })),
    ...leftOut.map(leftOutRow),
  ];
}

function organizationRows({ organizationId, region, mailboxes, findings }: OrganizationCoverage): readonly Row[] {
  const none = findings.some(({ kind }) => kind === "noMailboxes");
  return [
    ...(none ? [{ organizationId, region, status: "noMailboxes", why: findingKinds.noMailboxes.title }] : []),
    ...mailboxes.map((mailbox) => ({ organizationId, region, ...mailboxRow(mailbox) })),
  ];
}

/** The members of the job come first: those of the mailbox itself, such as its id, go before them. */
function mailboxRow(mailbox: MailboxCoverage): Row {
  const { job, lack, doubt, ...own } = mailbox;
  const { proof, ...ofJob } = job ?? { proof: undefined };
  return { ...ofJob, ...own, why: whyOf(mailbox) };
}

function leftOutRow({ organizationId, region, state, alias }: LeftOutOrganization): Row {
  return { organizationId, region, status: "leftOut", name: alias, why: `the organization is ${state}` };
}
