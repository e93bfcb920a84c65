import type { Answer, CoverageAnswer, ListAnswer } from "../answer";
import type { Look, Render } from "./format";
import { type Canvas, drawTable } from "./terminal/drawTable";
import { jobColumns } from "./terminal/jobColumns";
import { mailboxColumns } from "./terminal/mailboxColumns";
import { painter } from "./terminal/paint";
import { countsInWords, organizationLine, unreadLines } from "./terminal/summaryLines";
import { verdictHeadline, verdictLines } from "./terminal/verdictLines";
import { wrap } from "./terminal/wrap";
import { cutoverInWords } from "./words";

/**
 * The answer for people, in lines that fit their terminal: jobs, mailboxes, or the verdict with its findings. Not meant for
 * programs: its columns can change.
 *
 * @internal
 */
export const renderTable: Render = (answer, look) => {
  const canvas: Canvas = { columns: look.columns, paint: painter(look.colour) };
  return `${linesOf(answer, look, canvas).join("\n")}\n`;
};

function linesOf(answer: Answer, look: Look, canvas: Canvas): readonly string[] {
  if (answer.kind === "list") return listLines(answer, canvas);
  return look.show === "findings" ? verdictLines(answer, canvas) : coverageLines(answer, canvas);
}

function listLines({ organizations }: ListAnswer, canvas: Canvas): readonly string[] {
  const sections = organizations.map((organization) => [
    organizationLine(organization, countsInWords(organization.counts, "job"), canvas),
    ...(organization.jobs.length === 0 ? [] : ["", ...drawTable(jobColumns, organization.jobs, canvas)]),
  ]);
  return sections.length === 0 ? ["No organization was found."] : inParagraphs(sections);
}

function coverageLines(answer: CoverageAnswer, canvas: Canvas): readonly string[] {
  const sections = answer.organizations.map((organization) => [
    organizationLine(organization, countsInWords(organization.counts, "mailbox"), canvas),
    ...wrap(cutoverInWords(organization.cutover), canvas.columns),
    ...(organization.mailboxes.length === 0 ? [] : ["", ...drawTable(mailboxColumns, organization.mailboxes, canvas)]),
  ]);
  return inParagraphs([verdictHeadline(answer, canvas), ...sections, unreadLines(answer, canvas)]);
}

function inParagraphs(sections: readonly (readonly string[])[]): readonly string[] {
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : ["", ...section]));
}
