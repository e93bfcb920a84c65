import type { ArchiveProof } from "../../archiveModel";
import type {
  MailboxCoverage,
  MailboxExportDoubt,
  MailboxExportFinding,
  MailboxExportLack,
  MailboxExportStatus,
  MailboxExportVerdict,
  MailboxName,
} from "../../coverageModel";
import type { CoverageAnswer } from "../answer";

/** What a verdict means, in one sentence. */
const verdictMeaning = {
  complete: "Every mailbox is exported, or excluded with a reason.",
  incomplete: "At least one mailbox is not exported.",
  unknown: "Of no mailbox it is known that it is not exported, but whether all are cannot be told.",
} as const satisfies Record<MailboxExportVerdict, string>;

/** What the verdict of an answer means, in one sentence. @internal */
export function meaningOf({ verdict, organizations, unread }: CoverageAnswer): string {
  if (verdict === "unknown" && unread.length > 0) return "Not every organization could be read.";
  if (verdict === "unknown" && organizations.length === 0) return "No organization was found, and that proves nothing.";
  return verdictMeaning[verdict];
}

const lackInWords = {
  archiveGone: "the archive is not in S3",
  archiveEmpty: "the archive is an empty object",
  archiveWrongKey: "the archive is not encrypted with the key of its job",
} as const satisfies Record<MailboxExportLack, string>;

const doubtInWords = {
  lostFromSight: "the job had not ended when WorkMail last listed it, and asking for it failed",
  undocumentedState: "the job is in a state that AWS does not document, or in none",
  noStartTime: "the job completed, but it does not tell when it started",
  perhapsNoMailbox: "WorkMail does not tell whether there is a mailbox",
  archiveDenied: "S3 does not let the archive be seen",
  archiveUnreachable: "S3 did not answer when the archive was looked for",
  archiveUnlocated: "the job does not tell where the archive is",
} as const satisfies Record<MailboxExportDoubt, string>;

/**
 * What a mailbox is called: its email, else its name and id, since two can have one name. As it came: making it safe and
 * short is for the format.
 *
 * @internal
 */
export function mailboxLabel({ entityId, name = "", email = "" }: MailboxName): string {
  if (isSeen(email)) return email;
  const id = isSeen(entityId) ? entityId : "no id";
  return isSeen(name) ? `${name} (${id})` : id;
}

/** Whether there is anything to see of a text. */
function isSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** Whether a mailbox stands between its organization and `complete`. @internal */
export function isOpen({ status, excluded }: Pick<MailboxCoverage, "status" | "excluded">): boolean {
  return status !== "exported" && excluded === undefined;
}

/** Under what a mailbox is counted: its status, or `excluded`. @internal */
export type CountedAs = MailboxExportStatus | "excluded";

/** @internal */
export function countedAs({ status, excluded }: Pick<MailboxCoverage, "status" | "excluded">): CountedAs {
  return status !== "exported" && excluded !== undefined ? "excluded" : status;
}

/** By which rule exports counted; without a cutover it can be one that nobody has set. @internal */
export function cutoverInWords(cutover: string | undefined, marked = (time: string) => time): string {
  return cutover === undefined
    ? "No cutover: every completed export counts."
    : `Exports count that started at ${marked(cutover)} or later.`;
}

/** What there is to say, in two parts: a format may have to treat what others wrote in another way. @internal */
export interface Words {
  /** Our own words; perhaps empty. */
  readonly ours: string;
  /** What came from elsewhere, as it came; perhaps empty. */
  readonly theirs: string;
}

/** @internal */
export function together({ ours, theirs }: Words): string {
  return [ours, theirs].filter((part) => part !== "").join(": ");
}

/**
 * Why a mailbox stands where it does, as far as its status does not say it already: the reason of its exclusion, what its
 * archive lacks, or why it cannot be told. Else empty.
 *
 * @internal
 */
export function whyOf(mailbox: MailboxCoverage): string {
  return together(whyWords(mailbox));
}

/** @internal */
export function whyWords(mailbox: MailboxCoverage): Words {
  if (countedAs(mailbox) === "excluded") return { ours: "", theirs: mailbox.excluded ?? "" };
  if (mailbox.lack !== undefined) return { ours: lackInWords[mailbox.lack], theirs: "" };
  if (mailbox.doubt === undefined) return nothing;
  return { ours: doubtInWords[mailbox.doubt], theirs: becauseOf(mailbox.job?.proof) };
}

const nothing: Words = { ours: "", theirs: "" };

/** What a finding is about: a mailbox, a job or a key of `exclude`; empty where it is about the whole. @internal */
export function findingSubject(finding: MailboxExportFinding): string {
  if ("mailbox" in finding) return mailboxLabel(finding.mailbox);
  if (finding.kind === "exclusionUnused") return finding.exclusion;
  if (finding.kind === "jobWithoutMailbox") return `job ${finding.jobId}`;
  return "";
}

/** What there is to say of a finding besides its title and subject; often empty. @internal */
export function findingDetail(finding: MailboxExportFinding): string {
  return together(detailWords(finding));
}

/** @internal */
export function detailWords(finding: MailboxExportFinding): Words {
  if (finding.kind === "noMailboxes" || finding.kind === "mailboxMissing") return nothing;
  if (finding.kind === "mailboxExcluded") return { ours: "", theirs: finding.reason };
  if (finding.kind === "exclusionUnused") return { ours: unusedInWords[finding.because], theirs: "" };
  if (finding.kind === "jobWithoutMailbox") return { ours: "", theirs: finding.entityId ?? "" };
  if (finding.kind === "mailboxUnknown") return { ours: doubtInWords[finding.doubt], theirs: jobOf(finding.jobId) };
  const proof = "proof" in finding ? finding.proof : undefined;
  const theirs = [jobOf(finding.jobId), placeOf(proof), becauseOf(proof)].filter((part) => part !== "").join(", ");
  return { ours: "", theirs };
}

const unusedInWords = { nobody: "it names nobody", severalMailboxes: "it names more than one" } as const;

function jobOf(jobId: string | undefined): string {
  return jobId === undefined ? "" : `job ${jobId}`;
}

function becauseOf(proof: ArchiveProof | undefined): string {
  return proof !== undefined && "because" in proof ? proof.because : "";
}

function placeOf(proof: ArchiveProof | undefined): string {
  return proof !== undefined && "bucket" in proof ? `s3://${proof.bucket}/${proof.key}` : "";
}
