import type { MailboxExportFinding } from "../../coverageModel";
import { type FindingSeverity, findingKinds } from "../../exports/findingKinds";
import { plainLine } from "../../exports/plainText";
import type { Answer } from "../answer";
import { findingDetail, findingSubject } from "../formats/words";
import { annotation } from "./annotation";

const levels = {
  incomplete: "error",
  unknown: "warning",
  note: "notice",
} as const satisfies Record<FindingSeverity, "error" | "warning" | "notice">;

/** GitHub shows so many of a level in a step; the rest it drops without a word. */
const shownByGitHub = 10;

/**
 * The findings as annotations: of each level as many as GitHub shows, the last of which says how many more there are.
 *
 * @internal
 */
export function annotationsOf(answer: Answer): readonly string[] {
  if (answer.kind === "list") return [];
  const findings = answer.organizations.flatMap((organization) =>
    organization.findings.map((finding) => ({ finding, organizationId: organization.organizationId })),
  );
  const bySeverity = Map.groupBy(findings, ({ finding }) => findingKinds[finding.kind].severity);
  return [...bySeverity].flatMap(([severity, all]) => {
    const shown = all.length > shownByGitHub ? all.slice(0, shownByGitHub - 1) : all;
    const lines = shown.map(({ finding, organizationId }) => lineOf(finding, organizationId));
    const more = all.length - shown.length;
    return more === 0
      ? lines
      : [...lines, annotation(levels[severity], undefined, `and ${more} more: see the summary of the run`)];
  });
}

function lineOf(finding: MailboxExportFinding, organizationId: string): string {
  const { title, severity, advice } = findingKinds[finding.kind];
  const words = [findingSubject(finding), findingDetail(finding)].filter((part) => part !== "").map(plainLine);
  return annotation(levels[severity], title, `${words.join(": ") || organizationId} (${organizationId}). ${advice}`);
}
