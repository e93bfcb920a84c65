import type { MailboxExportJob } from "../../../model";
import { type JobCountedAs, jobCountedAs } from "./tones";

/** A job, and whose mailbox it is of, in words. @internal */
export interface LabelledJob {
  readonly label: string;
  readonly job: MailboxExportJob;
}

/** A job on the timeline: from its start to its end, in milliseconds. @internal */
export interface TimelineJob {
  readonly label: string;
  readonly jobId: string;
  readonly state: JobCountedAs;
  readonly from: number;
  /** Of one that runs, when it was read; of one that does not tell its end, its start. */
  readonly to: number;
}

/** The jobs that tell when they started, the earliest first. @internal */
export function timelineJobs(jobs: readonly LabelledJob[], readAt: number): readonly TimelineJob[] {
  return jobs
    .flatMap(({ label, job }) => {
      const from = Date.parse(job.startTime ?? "");
      if (Number.isNaN(from)) return [];
      const state = jobCountedAs(job.state);
      const told = Date.parse(job.endTime ?? "");
      const end = Number.isNaN(told) ? (state === "running" ? readAt : from) : told;
      return [{ label, jobId: job.jobId, state, from, to: Math.max(from, end) }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
