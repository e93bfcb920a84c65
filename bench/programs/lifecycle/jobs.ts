import type { MailboxExportJob } from "../../../provider/model";

/** How the archives of many jobs can lie in a bucket, and how many rules they get. */
export const layouts = {
  /** In one directory, with nothing else in it: one rule. */
  flat: (i) => ({ s3Path: `exports/${i}.zip` }),
  /** In 500 directories, beside which a job runs: a rule for each. */
  waves: (i) => (i === 0 ? runsAt("exports/0.zip") : { s3Path: `exports/wave-${i % 500}/${i}.zip` }),
  /** In seven directories on each of a hundred levels, below which a job runs: a rule for each. */
  deep: (i) =>
    i === 0 ? runsAt(`${"d/".repeat(100)}0.zip`) : { s3Path: `${"d/".repeat(i % 100)}wave-${i % 7}/${i}.zip` },
  /** In one directory, in which every second job runs: none can be joined, and so many rules are refused. */
  mixed: (i) => (i % 2 === 0 ? runsAt(`exports/${i}.zip`) : { s3Path: `exports/${i}.zip` }),
} satisfies Record<string, (i: number) => Partial<MailboxExportJob>>;

export type Layout = keyof typeof layouts;

function runsAt(s3Path: string) {
  return { s3Path, state: "RUNNING" };
}

/** With every field of the list; ids and names are as long as real ones. */
export function jobsOf(layout: Layout, count: number, organization: number): MailboxExportJob[] {
  return Array.from({ length: count }, (_, i) => ({
    jobId: `5cefdd76-3eb0-43da-${String(organization).padStart(4, "0")}-${String(i).padStart(12, "0")}`,
    entityId: `S-1-1-11-2362408048-3311241473-3983602004-${1000 + i}`,
    description: `Mailbox ${i} before the move`,
    s3BucketName: "archives",
    estimatedProgress: 100,
    state: "COMPLETED",
    startTime: "2026-11-20T00:00:00.000Z",
    endTime: "2026-11-20T01:00:00.000Z",
    ...layouts[layout](i),
  }));
}
