import type { MailboxExportJobCounts } from "../../../model";
import type { Markup } from "./markup";
import { count } from "./numbers";
import { shareBar } from "./shareBar";
import { jobSigns, jobsGravestFirst } from "./tones";

/** The jobs by state. @internal */
export function jobBar(counts: MailboxExportJobCounts): Markup {
  const parts = jobsGravestFirst.toReversed().map((state) => ({ sign: jobSigns[state], count: counts[state] }));
  return shareBar(parts, count(counts.total, "job", "jobs"));
}
