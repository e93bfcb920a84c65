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

/**
 * The one place that decides what counts. What is known to be missing goes before what cannot be told, and both before
 * `complete`, which is said only where nothing speaks against it.
 *
 * @internal
 */
export function verdictOf(findings: readonly MailboxExportFinding[]): MailboxExportVerdict {
  const severities = new Set(findings.map(severityOf));
  if (severities.has("incomplete")) return "incomplete";
  return severities.has("unknown") ? "unknown" : "complete";
}

function severityOf({ kind }: MailboxExportFinding): FindingSeverity {
  return findingKinds[kind].severity;
}
