import type { MailboxCoverage, MailboxExportDoubt } from "../../../coverageModel";
import { findingKinds } from "../../../exports/findingKinds";
import { countedAs } from "../words";
import { foreign } from "./foreign";
import { jobNotes } from "./jobNotes";
import { type Content, type Markup, markup } from "./markup";
import { statusSigns } from "./tones";

/** Why a mailbox stands where it does. @internal */
export function whyCell(mailbox: MailboxCoverage): Content {
  return [ruleInWords(mailbox), exclusion(mailbox), mailbox.job === undefined ? undefined : jobNotes(mailbox.job)];
}

function ruleInWords({ status, lack, doubt }: MailboxCoverage): Content {
  if (lack !== undefined) return findingKinds[lack].title;
  if (doubt !== undefined) return doubtInWords[doubt];
  if (status === "missing") return findingKinds.mailboxMissing.title;
  return status === "stale" ? findingKinds.mailboxStale.title : undefined;
}

const doubtInWords = {
  lostFromSight: "The job had not ended when WorkMail last listed it, and asking for it failed",
  undocumentedState: "The job is in a state that AWS does not document, or in none",
  noStartTime: "The job completed, but when it started is not told",
  perhapsNoMailbox: "WorkMail does not tell whether there is a mailbox",
  archiveDenied: findingKinds.archiveDenied.title,
  archiveUnreachable: findingKinds.archiveUnreachable.title,
  archiveUnlocated: findingKinds.archiveUnlocated.title,
} as const satisfies Record<MailboxExportDoubt, string>;

function exclusion(mailbox: MailboxCoverage): Markup | undefined {
  if (mailbox.excluded === undefined) return undefined;
  const reason = foreign(mailbox.excluded);
  return countedAs(mailbox) === "excluded"
    ? markup`<div class="note">Excluded: ${reason}. Without that: ${statusSigns[mailbox.status].title.toLowerCase()}</div>`
    : markup`<div class="note">Excluded too: ${reason}</div>`;
}
