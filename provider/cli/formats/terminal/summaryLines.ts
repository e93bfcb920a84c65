import type { MailboxExportCounts } from "../../../coverageModel";
import { plainLine } from "../../../exports/plainText";
import type { MailboxExportJobCounts } from "../../../model";
import type { CoverageAnswer, HowRead } from "../../answer";
import { counted } from "../counted";
import { shortened } from "./cell";
import type { Canvas } from "./drawTable";
import { wrap } from "./wrap";

/** Which organization it is about, what there is of it, and how it was read. @internal */
export function organizationLine(
  { id, read }: { readonly id: string; readonly read: HowRead },
  counts: string,
  { columns, paint }: Canvas,
): string {
  const remembered = read.rememberedJobs === 0 ? "" : `, ${counted(read.rememberedJobs, "job")} remembered`;
  const line = `${id}: ${counts} (${counted(read.pages, "page")} read${remembered})`;
  return paint("bold", columns === undefined ? line : wrap(line, columns).join("\n"));
}

const severalOf = { job: "jobs", mailbox: "mailboxes" } as const;

/** "30 mailboxes: 23 exported, 4 running": what there is none of is left out. @internal */
export function countsInWords(counts: MailboxExportCounts | MailboxExportJobCounts, what: "job" | "mailbox"): string {
  const { total, ...others } = counts;
  const parts = Object.entries(others)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  return `${counted(total, what, severalOf[what])}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
}

/** The organizations that are not above because they could not be read. @internal */
export function unreadLines({ unread }: Pick<CoverageAnswer, "unread">, { columns, paint }: Canvas): readonly string[] {
  if (unread.length === 0) return [];
  return [
    paint("red", `Not read: ${unread.length}`),
    ...unread.map(({ organizationId = "all organizations", region = "", message }) => {
      const [first = ""] = message.split("\n");
      const line = `  ${region === "" ? "" : `${region}/`}${organizationId}: ${plainLine(first)}`;
      return columns === undefined ? line : shortened(line, columns - 1);
    }),
  ];
}
