import * as pulumi from "@pulumi/pulumi";
import type { ListProgress } from "../workmail/readEveryPage";

/**
 * Shows how far a long read is, after 4, 8, 16 … pages: as a status line that the next one replaces on a terminal. A
 * pipeline's log prints each, so they must be few. With fewer pages the list is there before a line could be read.
 *
 * @internal
 */
export function showProgress(what: string): (progress: ListProgress) => void {
  return ({ pages, items }) => {
    if (pages < 4 || !Number.isInteger(Math.log2(pages)) || !pulumi.runtime.hasEngine()) return;
    const message = `Reading ${what}: ${items} so far, from ${pages} pages`;
    void pulumi.log.info(message, undefined, undefined, true);
  };
}
