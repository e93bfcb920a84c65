import type { MailboxExportJob } from "../../../model";
import { foreign } from "./foreign";
import { type Markup, markup } from "./markup";
import { jobCountedAs } from "./tones";

/** What there is to say of a job besides its state: why it failed, how far it is, why it cannot be told. @internal */
export function jobNotes({ state, estimatedProgress, errorInfo, lostFromSight, proof }: MailboxExportJob): Markup[] {
  const notes: (Markup | undefined)[] = [
    jobCountedAs(state) === "other" ? otherState(state) : undefined,
    jobCountedAs(state) === "running" && estimatedProgress !== undefined
      ? markup`About ${estimatedProgress} % done`
      : undefined,
    errorInfo === undefined || errorInfo === "" ? undefined : markup`Error: ${foreign(errorInfo)}`,
    lostFromSight === undefined ? undefined : markup`Lost from sight: ${foreign(lostFromSight)}`,
    proof !== undefined && "because" in proof ? foreign(proof.because) : undefined,
  ];
  return notes.filter((note) => note !== undefined).map((note) => markup`<div class="note">${note}</div>`);
}

function otherState(state: string | undefined): Markup {
  return state === undefined || state === "" ? markup`No state is told` : markup`State: ${foreign(state)}`;
}
