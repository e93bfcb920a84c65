import type { MailboxExportFinding, MailboxExportFindingKind } from "../../../coverageModel";
import { type FindingSeverity, findingKinds } from "../../../exports/findingKinds";
import { findingDetail, findingSubject } from "../words";
import { foreign } from "./foreign";
import { heading } from "./heading";
import { type Content, type Markup, markup } from "./markup";
import { inDigits } from "./numbers";
import type { Sign } from "./tones";

/** How many a finding names: a list of hundreds would hide what to do. */
const namedAtOnce = 8;

const severitySigns = {
  incomplete: { tone: "failed", mark: "✕", title: "To do" },
  unknown: { tone: "unknown", mark: "?", title: "To find out" },
  note: { tone: "excluded", mark: "–", title: "Worth a note" },
} as const satisfies Record<FindingSeverity, Sign>;

/** What stands in the way, kind by kind as they came, which is the graver first. @internal */
export function findings(found: readonly MailboxExportFinding[], level: number): Markup {
  if (found.length === 0) return markup`<p class="nothing">Nothing stands in the way.</p>`;
  const byKind = [...Map.groupBy(found, ({ kind }) => kind)];
  return markup`<ol class="findings">${byKind.map(([kind, all]) => markup`<li>${finding(kind, all, level)}</li>`)}</ol>`;
}

function finding(kind: MailboxExportFindingKind, all: readonly MailboxExportFinding[], level: number): Content {
  const { title, advice, severity } = findingKinds[kind];
  const sign = severitySigns[severity];
  const named = all.filter((each) => findingSubject(each) !== "");
  return [
    heading(level, markup`${title} <span class="times">${inDigits(all.length)}</span>`),
    markup`<p class="severity ${sign.tone}"><span aria-hidden="true">${sign.mark}</span> ${sign.title}</p><p>${advice}</p>`,
    namesOf(named),
  ];
}

/** The first of them, and how many more there are: mailboxes and jobs stand in their tables, each with its status. */
function namesOf(all: readonly MailboxExportFinding[]): Content {
  const first = all.slice(0, namedAtOnce);
  const rest = all.slice(namedAtOnce);
  if (first.length === 0) return undefined;
  if (rest.length === 0) return nameList(first);
  return rest.some(({ kind }) => kind === "exclusionUnused")
    ? [
        nameList(first),
        markup`<details><summary>and ${inDigits(rest.length)} more</summary>${nameList(rest)}</details>`,
      ]
    : [nameList(first), markup`<p class="muted">and ${inDigits(rest.length)} more, in the table below</p>`];
}

function nameList(all: readonly MailboxExportFinding[]): Markup {
  return markup`<ul class="names">${all.map((each) => {
    const detail = findingDetail(each);
    return markup`<li>${foreign(findingSubject(each))}${
      detail === "" ? undefined : markup` <span class="muted">${foreign(detail)}</span>`
    }</li>`;
  })}</ul>`;
}
