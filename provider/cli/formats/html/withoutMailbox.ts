import type { MemberWithoutMailbox } from "../../../coverageModel";
import { mailboxLabel } from "../words";
import { foreign } from "./foreign";
import { section } from "./heading";
import { type Content, type Markup, markup } from "./markup";
import { inDigits } from "./numbers";

/** Who is on the roster and not counted, by the reason: the reader can see whether somebody is missed. @internal */
export function withoutMailbox(members: readonly MemberWithoutMailbox[]): Content {
  if (members.length === 0) return undefined;
  const byReason = [...Map.groupBy(members, ({ reason }) => reason)];
  return section(
    "without-mailbox",
    2,
    "Users and resources without a mailbox",
    markup`<p>WorkMail lists them, and there is nothing to export of them, so they are not counted.</p><ul class="findings">${byReason.map(
      ([reason, all]) => markup`<li>${group(reason, all)}</li>`,
    )}</ul>`,
  );
}

function group(reason: string, all: readonly MemberWithoutMailbox[]): Markup {
  const names = all.map((member) => markup`<li>${foreign(mailboxLabel(member))}</li>`);
  return markup`<details><summary>${foreign(reason)} <span class="times">${inDigits(all.length)}</span></summary><ul class="names">${names}</ul></details>`;
}
