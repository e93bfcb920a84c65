import type { MailboxExportVerdict } from "../../../coverageModel";
import { isKnownState } from "../../../exports/jobState";
import type { KnownMailboxExportJobState, MailboxExportJobCounts } from "../../../model";
import type { CountedAs } from "../words";

/** What has a colour and a pattern of its own, by a name that style.ts and patterns.ts share. @internal */
export type Tone = CountedAs;

/** How something is told from its like: by a word, a mark and a colour; never by the colour alone. @internal */
export interface Sign {
  readonly tone: Tone;
  readonly mark: string;
  readonly title: string;
}

/** The statuses, the graver first: the first order of the table, and that of the bar. @internal */
export const statusSigns = {
  missing: { tone: "missing", mark: "○", title: "Missing" },
  failed: { tone: "failed", mark: "✕", title: "Failed" },
  cancelled: { tone: "cancelled", mark: "⊘", title: "Cancelled" },
  unproven: { tone: "unproven", mark: "!", title: "Unproven" },
  stale: { tone: "stale", mark: "↺", title: "Stale" },
  running: { tone: "running", mark: "▸", title: "Running" },
  unknown: { tone: "unknown", mark: "?", title: "Unknown" },
  excluded: { tone: "excluded", mark: "–", title: "Excluded" },
  exported: { tone: "exported", mark: "✓", title: "Exported" },
} as const satisfies Record<CountedAs, Sign>;

/** The order of {@link statusSigns}. @internal */
export const gravestFirst = [
  "missing",
  "failed",
  "cancelled",
  "unproven",
  "stale",
  "running",
  "unknown",
  "excluded",
  "exported",
] as const satisfies readonly CountedAs[];

/** What each status says, for those who do not know the words. @internal */
export const statusMeaning = {
  missing: "no export is known",
  failed: "the newest export failed",
  cancelled: "the newest export was cancelled",
  unproven: "exported, but the archive is not in S3 as it should be",
  stale: "exported, but begun before the cutover",
  running: "the export still runs",
  unknown: "it cannot be told",
  excluded: "need not be exported, for the reason given",
  exported: "an export completed",
} as const satisfies Record<CountedAs, string>;

/** By the names of the counts, the graver first. @internal */
export const jobSigns = {
  failed: { tone: "failed", mark: "✕", title: "Failed" },
  cancelled: { tone: "cancelled", mark: "⊘", title: "Cancelled" },
  other: { tone: "unknown", mark: "?", title: "Other" },
  running: { tone: "running", mark: "▸", title: "Running" },
  completed: { tone: "exported", mark: "✓", title: "Completed" },
} as const satisfies Record<Exclude<keyof MailboxExportJobCounts, "total">, Sign>;

/** Under what a job is counted. @internal */
export type JobCountedAs = keyof typeof jobSigns;

/** The order of {@link jobSigns}. @internal */
export const jobsGravestFirst = [
  "failed",
  "cancelled",
  "other",
  "running",
  "completed",
] as const satisfies readonly JobCountedAs[];

const countedAs: Readonly<Record<KnownMailboxExportJobState, JobCountedAs>> = {
  RUNNING: "running",
  COMPLETED: "completed",
  FAILED: "failed",
  CANCELLED: "cancelled",
};

/** @internal */
export function jobCountedAs(state: string | undefined): JobCountedAs {
  return isKnownState(state) ? countedAs[state] : "other";
}

/** @internal */
export const verdictSigns = {
  complete: { tone: "exported", mark: "✓", title: "Complete" },
  incomplete: { tone: "failed", mark: "✕", title: "Incomplete" },
  unknown: { tone: "unknown", mark: "?", title: "Unknown" },
} as const satisfies Record<MailboxExportVerdict, Sign>;
