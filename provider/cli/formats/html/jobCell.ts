import type { MailboxExportJob } from "../../../model";
import { foreign, foreignIfAny } from "./foreign";
import { type Content, markup } from "./markup";

/** A job by its id, and what whoever started it wrote to it. @internal */
export function jobCell(job: MailboxExportJob | undefined): Content {
  if (job === undefined) return undefined;
  const description = foreignIfAny(job.description);
  return [
    markup`<code>${foreign(job.jobId)}</code>`,
    description === undefined ? undefined : markup`<div class="note">${description}</div>`,
  ];
}
