import type { MailboxCoverage } from "../../../coverageModel";
import { compareText } from "../../../exports/compareText";
import type { OrganizationCoverage } from "../../answer";
import { countedAs, isOpen } from "../words";
import { archiveCell } from "./archiveCell";
import { badge } from "./badge";
import { type Column, dataTable, type Filter } from "./dataTable";
import { foreign, foreignIfAny } from "./foreign";
import { jobCell } from "./jobCell";
import { type Content, type Markup, markup } from "./markup";
import { inDigits } from "./numbers";
import { organizationColumn, organizationFilter } from "./organizationColumn";
import { timestampIfAny } from "./timestamp";
import { gravestFirst, statusSigns } from "./tones";
import { whyCell } from "./whyCell";

interface Row {
  readonly organization: number;
  readonly mailbox: MailboxCoverage;
}

/** Every mailbox of every organization: first what is not exported, the graver first, then by email. @internal */
export function mailboxTable(organizations: readonly OrganizationCoverage[]): Markup {
  const rows = organizations
    .flatMap(({ mailboxes }, organization) => mailboxes.map((mailbox) => ({ organization, mailbox })))
    .sort(compareRows);
  const [status, ...rest] = columns;
  return dataTable<Row>({
    id: "mailboxes-table",
    one: "mailbox",
    several: "mailboxes",
    rows,
    columns: [status, ...organizationColumn(organizations), ...rest],
    filters: [statusFilter(rows), ...organizationFilter(organizations)],
  });
}

function compareRows(a: Row, b: Row): number {
  return (
    rankOf(a) - rankOf(b) ||
    compareText(nameKey(a.mailbox), nameKey(b.mailbox)) ||
    compareText(a.mailbox.entityId, b.mailbox.entityId) ||
    a.organization - b.organization
  );
}

function rankOf({ mailbox }: Row): number {
  return gravestFirst.indexOf(countedAs(mailbox));
}

/** By email; those without one after all that have one, by name. */
function nameKey({ email = "", name = "" }: MailboxCoverage): string {
  return email === "" ? `\uffff${name}` : email;
}

const columns: readonly [Column<Row>, ...Column<Row>[]] = [
  {
    name: "status",
    title: "Status",
    key: "rank",
    cell: ({ mailbox }) => badge(statusSigns[countedAs(mailbox)]),
    rank: rankOf,
  },
  { name: "mailbox", title: "Mailbox", key: "first", cell: ({ mailbox }) => nameCell(mailbox), names: true },
  {
    name: "display",
    title: "Display name",
    key: "text",
    cell: ({ mailbox }) => foreignIfAny(mailbox.displayName),
  },
  { name: "kind", title: "Kind", key: "text", cell: ({ mailbox }) => mailbox.kind },
  { name: "why", title: "Why", key: "text", cell: ({ mailbox }) => whyCell(mailbox) },
  { name: "started", title: "Started", key: "time", cell: ({ mailbox }) => timestampIfAny(mailbox.job?.startTime) },
  { name: "ended", title: "Ended", key: "time", cell: ({ mailbox }) => timestampIfAny(mailbox.job?.endTime) },
  { name: "job", title: "Job", key: "first", cell: ({ mailbox }) => jobCell(mailbox.job) },
  { name: "archive", title: "Archive", key: "first", cell: ({ mailbox }) => archiveCell(mailbox.job) },
];

function nameCell({ email, name, entityId }: MailboxCoverage): Content {
  const shownName = foreignIfAny(name);
  const first = emailIfAny(email) ?? shownName ?? foreign(entityId);
  const second = [
    ...(shownName === undefined || shownName.text === first.text ? [] : [shownName]),
    markup`<code>${foreign(entityId)}</code>`,
  ];
  return [first, markup`<div class="muted">${second.map((each, index) => (index === 0 ? each : [" · ", each]))}</div>`];
}

/** An address that is too long for its column goes on below from its `@`, and not from anywhere. */
function emailIfAny(email: string | undefined): Markup | undefined {
  const [, before, after] = /^([^@]+)(@[^@]+)$/.exec(email ?? "") ?? [];
  return before === undefined ? foreignIfAny(email) : markup`<bdi>${before}<wbr>${after}</bdi>`;
}

function statusFilter(rows: readonly Row[]): Filter<Row> {
  const byStatus = Map.groupBy(rows, ({ mailbox }) => countedAs(mailbox));
  const open = rows.filter(({ mailbox }) => isOpen(mailbox)).length;
  const present = gravestFirst.flatMap((status) => {
    const found = byStatus.get(status)?.length ?? 0;
    return found === 0 ? [] : [{ value: status, title: `${statusSigns[status].title} (${inDigits(found)})` }];
  });
  return {
    name: "status",
    title: "Status",
    all: "All",
    choices: [
      ...(open > 0 ? [{ value: "open", title: `Neither exported nor excluded (${inDigits(open)})` }] : []),
      ...present,
    ],
    valuesOf: ({ mailbox }) => [countedAs(mailbox), ...(isOpen(mailbox) ? ["open"] : [])],
  };
}
