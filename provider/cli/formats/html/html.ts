import type { Answer } from "../../answer";
import type { Render } from "../format";
import { coveragePage } from "./coveragePage";
import { listPage } from "./listPage";
import { page } from "./page";

/**
 * The answer as one page that needs nothing else: to be read, sorted and filtered in a browser, printed and kept. It has
 * every mailbox whatever `look` says, since what is kept must not be a part of it.
 *
 * @internal
 */
export const renderHtml: Render = (answer) => page(contentOf(answer)).text;

function contentOf(answer: Answer): Parameters<typeof page>[0] {
  return answer.kind === "coverage" ? coveragePage(answer) : listPage(answer);
}
