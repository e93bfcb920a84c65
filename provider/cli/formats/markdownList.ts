import type { MailboxExportJob, MailboxExportJobCounts } from "../../model";
import type { ListAnswer, OrganizationJobs } from "../answer";
import { howRead, leftOutLines, organizationName } from "./markdownOrganization";
import { code, tableLines } from "./markdownText";

/** A list in Markdown, line by line. @internal */
export function listLines({ askedAt, counts, organizations, leftOut }: ListAnswer): readonly string[] {
  return [
    "## WorkMail mailbox export jobs",
    "",
    `Asked at ${code(askedAt)}.`,
    "",
    ...tableLines(states, [states.map((state) => String(counts[state]))]),
    ...leftOutLines(leftOut),
    ...organizations.flatMap(organizationLines),
  ];
}

const states: readonly (keyof MailboxExportJobCounts)[] = [
  "total",
  "running",
  "completed",
  "failed",
  "cancelled",
  "other",
];

function organizationLines(organization: OrganizationJobs): readonly string[] {
  const { jobs, read } = organization;
  const table = tableLines(Object.keys(columns), jobs.map(cells));
  return [
    "",
    `### ${organizationName(organization)}`,
    "",
    howRead(read),
    "",
    ...(jobs.length === 0 ? ["It has no such job."] : table),
  ];
}

function cells(job: MailboxExportJob): readonly string[] {
  return Object.values(columns).map((cell) => code(cell(job)));
}

const columns: Readonly<Record<string, (job: MailboxExportJob) => string>> = {
  job: ({ jobId }) => jobId,
  "user or resource": ({ entityId = "" }) => entityId,
  state: ({ state = "" }) => state,
  started: ({ startTime = "" }) => startTime,
  ended: ({ endTime = "" }) => endTime,
  archive: archiveOf,
  description: ({ description = "" }) => description,
  why: whyOfJob,
};

function archiveOf({ s3Path = "", proof }: MailboxExportJob): string {
  return proof === undefined || s3Path === "" ? s3Path : `${s3Path} (${proof.outcome})`;
}

/** Why it failed, or why its archive or its end is not known. */
function whyOfJob({ errorInfo, lostFromSight, proof }: MailboxExportJob): string {
  const because = proof !== undefined && "because" in proof ? proof.because : undefined;
  return [errorInfo, lostFromSight, because].filter((part) => part !== undefined).join(", ");
}
