import type {
  GetMailboxExportCoverageResult,
  MailboxExportCounts,
  MailboxExportFinding,
  MailboxName,
} from "../coverageModel";
import { findingKinds } from "./findingKinds";
import { plain, plainLine } from "./plainText";

const exportOrExclude =
  "To go on: export what is missing and try again; or exclude a mailbox with the reason (exclude) and run `pulumi up`;\n";

/** How to go on after a refusal, by who refuses. @internal */
export const waysOn = {
  guard: `${exportOrExclude}or give up what is not exported: set acceptLoss: "the reason", run \`pulumi up\`, and try again.`,
  hook: `${exportOrExclude}or give up what is not exported: take the hook out of the program, and run \`pulumi up\`.`,
} as const;

/** How many mailboxes a refusal names; a list of hundreds would hide what to do. */
const namedAtMost = 10;

/** How a coverage is asked after, once somebody wants to delete. */
type Refused = Pick<GetMailboxExportCoverageResult, "organizationId" | "region" | "verdict" | "findings" | "counts">;

/**
 * Why the mailboxes must not go yet: the first ten of those that are not exported, and how many more there are. How to go
 * on stands in {@link MailboxExportGuardError}.
 *
 * @internal
 */
export function refusalOf({ organizationId, region, verdict, findings, counts }: Refused): string {
  const against = findings.filter(({ kind }) => findingKinds[kind].severity !== "note");
  const named = against.slice(0, namedAtMost).map((finding) => `  - ${inWords(finding)}`);
  const more = against.length - named.length;
  return [
    `the exports of organization ${organizationId} in ${region} are ${verdict}: ${openOf(counts)}.`,
    ...named,
    ...(more > 0 ? [`  - and ${more} more; getMailboxExportCoverage lists them all`] : []),
    ...findings.flatMap(unusedInWords).slice(0, namedAtMost),
  ].join("\n");
}

/** Why the mailboxes must not go: it could not be learnt how it stands with them. @internal */
export function refusalOfDoubt(reason: string): string {
  const lines = reason.split("\n").map((line) => plainLine(line));
  return ["whether the mailboxes are exported cannot be learnt, and so they must not go:", ...lines].join("\n");
}

function openOf({ total, exported, excluded }: MailboxExportCounts): string {
  const open = total - exported - excluded;
  if (open === 0) return `not every mailbox need be known, and those known are ${total}`;
  return `of ${total} ${total === 1 ? "mailbox" : "mailboxes"} ${open} ${open === 1 ? "is" : "are"} not known to be exported`;
}

function inWords(finding: MailboxExportFinding): string {
  const { title } = findingKinds[finding.kind];
  if (!("mailbox" in finding)) return title;
  return `${nameOf(finding.mailbox)}: ${title}${doubtOf(finding)}${archiveOf(finding)}`;
}

/** Where an archive was looked for, by which job. */
function archiveOf(finding: MailboxExportFinding): string {
  if (!("proof" in finding) || finding.proof === undefined) return "";
  const { jobId, proof } = finding;
  const where = proof.outcome === "unlocated" ? plain(proof.because) : plain(`s3://${proof.bucket}/${proof.key}`);
  return ` (job ${plain(jobId)}, ${where})`;
}

/** A key of exclude with a slip in it excludes nobody, and leaves its mailbox among those above. */
function unusedInWords(finding: MailboxExportFinding): readonly string[] {
  if (finding.kind !== "exclusionUnused") return [];
  const whom = finding.because === "nobody" ? "nobody" : "more than one";
  return [`  - exclude names ${whom}: ${plain(finding.exclusion)}`];
}

/** The job is named where it is to be looked for. */
function doubtOf(finding: MailboxExportFinding): string {
  if (finding.kind !== "mailboxUnknown") return "";
  return ` (${finding.doubt}${finding.jobId === undefined ? "" : `, job ${plain(finding.jobId)}`})`;
}

/** An email is enough to know whose it is; a name can be that of two. */
function nameOf({ entityId, name, email }: MailboxName): string {
  const id = plain(entityId) || "no id";
  const called = plain(name ?? "");
  return plain(email ?? "") || (called === "" ? id : `${called} (${id})`);
}
