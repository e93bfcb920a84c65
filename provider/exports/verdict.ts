import type { MailboxExportFinding, MailboxExportVerdict } from "../coverageModel";
import type { Coverage } from "./coverage";
import { type FindingSeverity, findingKinds } from "./findingKinds";
import { findingsOf } from "./findings";

/** The verdict on a coverage, and why: the graver findings first. @internal */
export interface Judgement {
  readonly verdict: MailboxExportVerdict;
  readonly findings: readonly MailboxExportFinding[];
}

/** @internal */
export function judge(coverage: Coverage): Judgement {
  const findings = findingsOf(coverage);
  const bySeverity = Map.groupBy(findings, severityOf);
  return {
    verdict: verdictOf(findings),
    findings: bySeverityOrder.flatMap((severity) => bySeverity.get(severity) ?? []),
  };
}

const bySeverityOrder: readonly FindingSeverity[] = ["incomplete", "unknown", "note"];

/** What the findings come to; a note does nothing. @internal */
export function verdictOf(findings: readonly MailboxExportFinding[]): MailboxExportVerdict {
  return worstOf(findings.map(severityOf).filter((severity) => severity !== "note"));
}

/**
 * The one place that decides what counts. What is known to be missing goes before what cannot be told, and both before
 * `complete`, which is said only where nothing speaks against it.
 *
 * @internal
 */
export function worstOf(verdicts: readonly MailboxExportVerdict[]): MailboxExportVerdict {
  if (verdicts.includes("incomplete")) return "incomplete";
  return verdicts.includes("unknown") ? "unknown" : "complete";
}

function severityOf({ kind }: MailboxExportFinding): FindingSeverity {
  return findingKinds[kind].severity;
}
