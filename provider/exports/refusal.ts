import type { GetMailboxExportCoverageResult, MailboxExportFinding, MailboxName } from "../coverageModel";
import { findingKinds } from "./findingKinds";

/** How many mailboxes a refusal names; a list of hundreds would hide what to do. */
const namedAtMost = 10;

/** How a coverage is asked after, once somebody wants to delete. */
type Refused = Pick<GetMailboxExportCoverageResult, "organizationId" | "region" | "verdict" | "findings" | "counts">;

/**
 * Why the mailboxes must not go yet: the first ten of those that are not exported, how many more there are, and how to go
 * on.
 *
 * @internal
 */
export function refusalOf({ organizationId, region, verdict, findings, counts }: Refused): string {
  const against = findings.filter(({ kind }) => findingKinds[kind].severity !== "note");
  const named = against.slice(0, namedAtMost).map((finding) => `  - ${inWords(finding)}`);
  const more = against.length - named.length;
  const open = counts.total - counts.exported - counts.excluded;
  return [
    `the exports of organization ${organizationId} in ${region} are ${verdict}: ` +
      `of ${counts.total} mailboxes ${open} are not known to be exported.`,
    ...named,
    ...(more > 0 ? [`  - and ${more} more; getMailboxExportCoverage lists them all`] : []),
    howToGoOn,
  ].join("\n");
}

/** Why the mailboxes must not go: it could not be learnt how it stands with them. @internal */
export function refusalOfDoubt(reason: string): string {
  return `whether the mailboxes are exported cannot be learnt, and so they must not go:\n${reason}\n${howToGoOn}`;
}

const howToGoOn = [
  "To go on: export what is missing and try again; or exclude a mailbox with the reason (exclude) and run `pulumi up`;",
  'or give up what is not exported: set acceptLoss: "the reason", run `pulumi up`, and try again.',
].join("\n");

function inWords(finding: MailboxExportFinding): string {
  const title = findingKinds[finding.kind].title;
  const said = "mailbox" in finding ? `${nameOf(finding.mailbox)}: ${title}` : title;
  const doubt = finding.kind === "mailboxUnknown" ? ` (${finding.doubt})` : "";
  const job = "jobId" in finding && finding.jobId !== undefined ? ` (job ${finding.jobId})` : "";
  return `${said}${doubt}${job}`;
}

function nameOf({ entityId, name, email }: MailboxName): string {
  const called = email ?? name;
  return called === undefined ? entityId : `${called} (${entityId})`;
}
