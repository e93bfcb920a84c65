import type { MailboxExportCounts } from "../../../coverageModel";
import type { Markup } from "./markup";
import { count } from "./numbers";
import { shareBar } from "./shareBar";
import { gravestFirst, statusMeaning, statusSigns } from "./tones";

/** The mailboxes by status: what is done first, as a bar is read. @internal */
export function coverageBar(counts: MailboxExportCounts): Markup {
  const parts = gravestFirst.toReversed().map((status) => ({
    sign: statusSigns[status],
    count: counts[status],
    meaning: statusMeaning[status],
  }));
  return shareBar(parts, count(counts.total, "mailbox", "mailboxes"));
}
