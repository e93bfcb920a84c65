import type { CoverageAnswer, ListAnswer, OrganizationCoverage, OrganizationJobs } from "../answer";
import { escapedInJson } from "./escapedInJson";
import type { Render } from "./format";

type Line = Readonly<Record<string, unknown>>;

/**
 * One JSON object a line; `type` tells them apart. Members are those of the json format, under the same names. The first
 * line is always the `summary`: `schemaVersion`, `kind`, `askedAt`, `counts` and, of a coverage, `verdict`. Then come
 *
 * - of a list, for each organization a line `organization` and one `job` for each of its jobs;
 * - of a coverage, for each organization a line `organization`, and one for each `finding`, `mailbox`, member
 *   `withoutMailbox` and `jobWithoutMailbox`; then one `unread` for each organization that could not be read;
 * - at the end one `leftOut` for each organization that was left out.
 *
 * Lines that belong to an organization have its `organizationId` and `region`.
 *
 * @internal
 */
export const renderNdjson: Render = (answer) => {
  const lines = answer.kind === "list" ? listLines(answer) : coverageLines(answer);
  return lines.map((line) => `${escapedInJson(JSON.stringify(line), lineEnds)}\n`).join("");
};

/** Some readers end a line at these. */
const lineEnds = /[\u0085\u2028\u2029]/g;

function listLines({ organizations, leftOut, ...summary }: ListAnswer): readonly Line[] {
  return [
    marked({ type: "summary" }, summary),
    ...organizations.flatMap(jobLines),
    ...leftOut.map((each) => marked({ type: "leftOut" }, each)),
  ];
}

function jobLines({ jobs, ids, latestByEntity, ...organization }: OrganizationJobs): readonly Line[] {
  return [marked({ type: "organization" }, organization), ...linesOf("job", organization, jobs)];
}

function coverageLines({ organizations, unread, leftOut, ...summary }: CoverageAnswer): readonly Line[] {
  return [
    marked({ type: "summary" }, summary),
    ...organizations.flatMap(organizationLines),
    ...unread.map((each) => marked({ type: "unread" }, each)),
    ...leftOut.map((each) => marked({ type: "leftOut" }, each)),
  ];
}

function organizationLines(coverage: OrganizationCoverage): readonly Line[] {
  const { findings, mailboxes, withoutMailbox, jobsWithoutMailbox, ...organization } = coverage;
  return [
    marked({ type: "organization" }, organization),
    ...linesOf("finding", organization, findings),
    ...linesOf("mailbox", organization, mailboxes),
    ...linesOf("withoutMailbox", organization, withoutMailbox),
    ...linesOf("jobWithoutMailbox", organization, jobsWithoutMailbox),
  ];
}

function linesOf(
  type: string,
  { organizationId, region }: { readonly organizationId: string; readonly region: string },
  members: readonly object[],
): readonly Line[] {
  return members.map((member) => marked({ type, organizationId, region }, member));
}

/** The mark comes first, and nothing that a member happens to be called takes its place. */
function marked(mark: Line, members: object): Line {
  return { ...mark, ...members, ...mark };
}
