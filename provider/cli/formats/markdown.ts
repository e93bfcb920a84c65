import type { Render } from "./format";
import { bounded } from "./markdownBound";
import { coverageLines } from "./markdownCoverage";
import { listLines } from "./markdownList";

/**
 * The answer as GitHub's Markdown, for the summary of a workflow or a comment on a change: of a coverage the verdict, the
 * counts, what could not be read, each organization's findings (at most 50 of a kind by name) and, where asked for, its
 * mailboxes; of a list the counts and the jobs. What others wrote stands there as code, without control characters. At
 * most 900,000 bytes: what does not fit is left out from the end, and a last line says so.
 *
 * @internal
 */
export const renderMarkdown: Render = (answer, { show }) =>
  bounded(answer.kind === "list" ? listLines(answer) : coverageLines(answer, show));
