import * as pulumi from "@pulumi/pulumi";
import type { ListProgress } from "../workmail/readEveryPage";

/** With fewer pages the list is there before the line could be read. */
const quietPages = 3;

/** Shows how far a long read is, as a status line that the next one replaces and that stays in no log. @internal */
export function showProgress(): (progress: ListProgress) => void {
  return ({ pages, items }) => {
    if (pages <= quietPages || !pulumi.runtime.hasEngine()) return;
    const message = `Reading mailbox export jobs: ${items} so far, from ${pages} pages`;
    void pulumi.log.info(message, undefined, undefined, true);
  };
}
