import type { MailboxExportJob } from "../../../model";
import { archiveCell } from "./archiveCell";
import { badge } from "./badge";
import { type Column, dataTable, type Filter } from "./dataTable";
import { foreignIfAny } from "./foreign";
import { jobCell } from "./jobCell";
import { jobNotes } from "./jobNotes";
import { type Markup, markup } from "./markup";
import { inDigits } from "./numbers";
import { type OrganizationName, organizationColumn, organizationFilter } from "./organizationColumn";
import { timestampIfAny } from "./timestamp";
import { jobCountedAs, jobSigns, jobsGravestFirst } from "./tones";

/** The jobs of one organization. @internal */
export interface JobsOfOrganization extends OrganizationName {
  readonly jobs: readonly MailboxExportJob[];
}

interface Row {
  readonly organization: number;
  readonly job: MailboxExportJob;
}

/** Jobs: the graver state first, else as they come, which is the newest first. @internal */
export function jobTable(id: string, organizations: readonly JobsOfOrganization[]): Markup {
  const rows = organizations
    .flatMap(({ jobs }, organization) => jobs.map((job) => ({ organization, job })))
    .sort((a, b) => rankOf(a) - rankOf(b));
  const [state, ...rest] = columns;
  return dataTable<Row>({
    id,
    one: "job",
    several: "jobs",
    rows,
    columns: [state, ...organizationColumn(organizations), ...rest],
    filters: [stateFilter(rows), ...organizationFilter(organizations)],
  });
}

function rankOf({ job }: Row): number {
  return jobsGravestFirst.indexOf(jobCountedAs(job.state));
}

const columns: readonly [Column<Row>, ...Column<Row>[]] = [
  {
    name: "status",
    title: "State",
    key: "rank",
    cell: ({ job }) => badge(jobSigns[jobCountedAs(job.state)]),
    rank: rankOf,
  },
  { name: "job", title: "Job", key: "first", cell: ({ job }) => jobCell(job), names: true },
  { name: "entity", title: "User or resource", key: "first", cell: ({ job }) => entityCell(job) },
  { name: "why", title: "Notes", key: "text", cell: ({ job }) => jobNotes(job) },
  { name: "started", title: "Started", key: "time", cell: ({ job }) => timestampIfAny(job.startTime) },
  { name: "ended", title: "Ended", key: "time", cell: ({ job }) => timestampIfAny(job.endTime) },
  { name: "archive", title: "Archive", key: "first", cell: ({ job }) => archiveCell(job) },
];

function entityCell({ entityId }: MailboxExportJob): Markup | undefined {
  const shown = foreignIfAny(entityId);
  return shown === undefined ? undefined : markup`<code>${shown}</code>`;
}

function stateFilter(rows: readonly Row[]): Filter<Row> {
  const byState = Map.groupBy(rows, ({ job }) => jobCountedAs(job.state));
  return {
    name: "status",
    title: "State",
    all: "All",
    choices: jobsGravestFirst.flatMap((state) => {
      const found = byState.get(state)?.length ?? 0;
      return found === 0 ? [] : [{ value: state, title: `${jobSigns[state].title} (${inDigits(found)})` }];
    }),
    valuesOf: ({ job }) => [jobCountedAs(job.state)],
  };
}
