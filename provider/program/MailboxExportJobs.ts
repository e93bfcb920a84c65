import * as pulumi from "@pulumi/pulumi";
import { countJobs } from "../exports/countJobs";
import { jobsOf } from "../exports/jobsById";
import { latestByEntity } from "../exports/latestByEntity";
import { sortJobs } from "../exports/sortJobs";
import type { MailboxExportJob, MailboxExportJobCounts, OnUnavailable, RememberedJob } from "../model";
import { awsSettings } from "./awsSettings";
import type { ReadMailboxExportJobsInputArgs } from "./inputs";
import { thinProvider } from "./thinProvider";

/** The arguments of {@link MailboxExportJobs}. It takes no filters: it holds what there is; see {@link filterJobs}. @public */
export interface MailboxExportJobsArgs extends ReadMailboxExportJobsInputArgs {
  /** Whether `estimatedProgress` is kept, so that a running export is a change in every preview. Default: false. */
  readonly trackProgress?: pulumi.Input<boolean | undefined>;
  /**
   * Forgets jobs that ended longer ago, in days: 7 to 36500. Default: nothing is forgotten. The latest completed job of
   * each mailbox, the latest that is proven, others that wrote where these did, and jobs that have not ended, are never
   * forgotten.
   */
  readonly retainDays?: pulumi.Input<number | undefined>;
  /** Forgets the oldest jobs above this number, with the same exceptions: 1 to 1000000. Default: no limit. */
  readonly maxJobs?: pulumi.Input<number | undefined>;
  /**
   * What to do when the organization, or WorkMail itself, does not answer any more: `fail`, or `keep` what is
   * remembered, with a warning and `live` false. A wrong setting fails in any case. Default: `fail`.
   */
  readonly onUnavailable?: pulumi.Input<OnUnavailable | undefined>;
}

/**
 * The mailbox export jobs of a WorkMail organization, remembered in the stack's state: a ledger. Every page is read in
 * preview and in update, so `jobs` is known in preview, and what changed in WorkMail shows as a change of this resource.
 * It makes, changes and deletes nothing in WorkMail. Another organization or region is another resource: a replacement,
 * with a ledger of its own.
 *
 * The service lists jobs started in the last seven days only; a job that was once read stays here after that, also when
 * it is only read by a refresh. One that had not ended when it left the list is asked for by name; where that fails it
 * is marked with `lostFromSight`. What was over before the first read is not known: an empty list proves nothing.
 *
 * ```ts
 * const exportJobs = new MailboxExportJobs("exports", { organizationId: "m-0123456789abcdef0123456789abcdef" });
 * export const running = exportJobs.counts.running;
 * ```
 *
 * A wrong argument or a failed read ends the preview or update with one message; nothing is kept of a part of a list.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html
 * @public
 */
export class MailboxExportJobs extends pulumi.dynamic.Resource {
  /** The organization whose jobs these are. */
  declare readonly organizationId: pulumi.Output<string>;
  /** The region that was asked, wherever it was said. */
  declare readonly region: pulumi.Output<string>;
  /** The jobs as state holds them: by job id, which does not stand in them again. */
  declare readonly jobsById: pulumi.Output<Record<string, RememberedJob>>;
  /** Whether the jobs were just read; false for a ledger kept by `onUnavailable` because nobody answered. */
  declare readonly live: pulumi.Output<boolean>;
  /** The jobs, remembered ones too: newest first, jobs of the same time by `jobId`, jobs without a start time last. */
  readonly jobs: pulumi.Output<MailboxExportJob[]>;
  /** The identifiers of `jobs`, in the same order. */
  readonly ids: pulumi.Output<string[]>;
  /** How many jobs there are, in total and by state. */
  readonly counts: pulumi.Output<MailboxExportJobCounts>;
  /** The newest job of each user or resource, by entity id. */
  readonly latestByEntity: pulumi.Output<Record<string, MailboxExportJob>>;

  /**
   * @param name The name of the resource in the stack.
   * @param args Which organization to read, where and as whom.
   * @param opts `provider` takes an `aws.Provider`, for its region and profile.
   */
  constructor(name: string, args: MailboxExportJobsArgs, opts: pulumi.CustomResourceOptions = {}) {
    const { provider, ...ownOpts } = opts;
    const settings = awsSettings(args ?? {}, opts);
    // The class must name every output, or one that `check` leaves out would be absent in preview instead of unknown.
    const properties = { ...args, ...settings, jobsById: undefined, live: undefined };
    super(thinProvider("mailboxExportJobs"), name, properties, ownOpts, "workmail-exports", "MailboxExportJobs");
    this.jobs = this.jobsById.apply((jobsById) => sortJobs(jobsOf(requireJobs(name, jobsById))));
    this.ids = this.jobs.apply((jobs) => jobs.map(({ jobId }) => jobId));
    this.counts = this.jobs.apply(countJobs);
    this.latestByEntity = this.jobs.apply(latestByEntity);
  }
}

// The provider always gives them; a mock of the resource can forget to, and no list must not pass for an empty one.
function requireJobs<Jobs>(name: string, jobsById: Jobs | undefined): Jobs {
  if (jobsById !== undefined) return jobsById;
  throw new pulumi.RunError(
    `MailboxExportJobs ${name} has no jobsById. A mock of it must return the jobs by job id: ` +
      '{ state: { ...inputs, region: "us-east-1", live: true, jobsById: { "job-1": { state: "COMPLETED" } } } }.',
  );
}
