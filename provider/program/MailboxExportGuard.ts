import * as pulumi from "@pulumi/pulumi";
import { asWorkMailTellsIt, checkJobs } from "../arguments/rememberedJobs";
import { InvalidArgumentsError } from "../errors";
import { jobsById } from "../exports/jobsById";
import { joinSightings } from "../exports/joinSightings";
import type { MailboxExportJob, RememberedJob } from "../model";
import { awsSettings } from "./awsSettings";
import { idsOf } from "./dependsOn";
import type { CoverageInputRules, ReadMailboxExportJobsInputArgs } from "./inputs";
import { thinProvider } from "./thinProvider";
import { markedForPulumi } from "./withoutStackTrace";

/** The arguments of {@link MailboxExportGuard}. @public */
export interface MailboxExportGuardArgs
  extends Omit<ReadMailboxExportJobsInputArgs, "includeDetails">,
    CoverageInputRules {
  /**
   * Jobs for the guard to remember: `jobs` of a {@link MailboxExportJobs}. Without them it knows those alone that the
   * service lists on the day it is deleted, and that is seven days of them.
   */
  readonly jobs?: pulumi.Input<readonly MailboxExportJob[] | undefined>;
  /**
   * Why the guard may be deleted although not every mailbox is exported. It works once an update has put it into state,
   * and every preview and update warns of it. Default: the guard refuses.
   */
  readonly acceptLoss?: pulumi.Input<string | undefined>;
}

/**
 * A resource that does not let itself be deleted while a mailbox is not exported, and so holds whatever it depends on: make
 * it depend on all that must not go yet, the organization, its users, the bucket and the key of the archives.
 *
 * On delete it reads the organization's roster and jobs anew, adds the jobs it remembers, and refuses unless every
 * mailbox is exported or excluded: also when that cannot be learnt, because WorkMail does not answer or a job is lost
 * from sight. So does a `pulumi up` that would delete or replace it, or replace what it depends on, unless `--target` leaves
 * the guard out. It changes nothing in
 * WorkMail. A refresh adds the jobs that WorkMail lists to those it remembers.
 *
 * `pulumi state delete`, and deleting in the console or by another tool, go round it.
 *
 * ```ts
 * const exportJobs = new MailboxExportJobs("exports", { organizationId });
 * new MailboxExportGuard("guard", { organizationId, jobs: exportJobs.jobs, cutover: "2027-01-15T00:00:00Z" }, {
 *   dependsOn: [organization, bucket, key],
 * });
 * ```
 *
 * A wrong argument ends the preview or update with one message. What it says when it refuses is a
 * {@link MailboxExportGuardError}.
 *
 * @public
 */
export class MailboxExportGuard extends pulumi.dynamic.Resource {
  /** The organization that is guarded. */
  declare readonly organizationId: pulumi.Output<string>;
  /** The region that will be asked, wherever it was said. */
  declare readonly region: pulumi.Output<string>;
  /** The ids of what it holds: the resources of `dependsOn`. */
  declare readonly guards: pulumi.Output<string[]>;
  /** The jobs it remembers, by job id, which does not stand in them again. */
  declare readonly jobsById: pulumi.Output<Record<string, RememberedJob>>;

  /**
   * @param name The name of the resource in the stack.
   * @param args Which organization to guard, where and as whom to ask, and what counts as exported.
   * @param opts `provider` takes an `aws.Provider`, for its region and profile; `dependsOn` what must not go before.
   */
  constructor(name: string, args: MailboxExportGuardArgs, opts: pulumi.CustomResourceOptions = {}) {
    requireDeletion(opts);
    const { provider, ...ownOpts } = opts;
    const { jobs, ...ownArgs } = args ?? {};
    const remembered = jobs && pulumi.output(jobs).apply((list) => jobsById(requireJobs(list ?? [])));
    const guards = idsOf("MailboxExportGuard", opts.dependsOn);
    const properties = { ...ownArgs, ...awsSettings(ownArgs, opts), jobsById: remembered, guards };
    const asked = askedInAnyCase(ownOpts);
    super(thinProvider("mailboxExportGuard"), name, properties, asked, "workmail-exports", "MailboxExportGuard");
  }
}

/**
 * What a component says of its children must not hold for the guard. The engine takes `retainOnDelete` over only where
 * nothing is said; that `deletedWith` was taken over, a transform alone gets to see. It refuses, and does not take it
 * away: a transform that gives properties back loses which of them comes of which resource, and by that the engine tells
 * who must be asked before the organization is replaced.
 */
function askedInAnyCase(opts: pulumi.CustomResourceOptions): pulumi.CustomResourceOptions {
  const asked = { ...opts, retainOnDelete: false };
  return opts.parent === undefined ? asked : { ...asked, transforms: [...(opts.transforms ?? []), refuseDeletedWith] };
}

const refuseDeletedWith: pulumi.ResourceTransform = async ({ opts: { deletedWith } }) => {
  if (deletedWith !== undefined) requireDeletion({ deletedWith });
  return undefined;
};

/** A job without an id, or two under one, would stand for an export that nobody made. */
function requireJobs(jobs: readonly MailboxExportJob[]): readonly MailboxExportJob[] {
  const failures = checkJobs(jobs);
  if (failures.length > 0) throw markedForPulumi(new InvalidArgumentsError("MailboxExportGuard", failures));
  return [...joinSightings(jobs.map(asWorkMailTellsIt)).values()];
}

/** With these the engine forgets a resource without asking it, and there would be a guard that guards nothing. */
function requireDeletion({ retainOnDelete, deletedWith }: pulumi.CustomResourceOptions): void {
  const failures = Object.entries({ retainOnDelete: retainOnDelete || undefined, deletedWith })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => ({
      property: `opts.${name}`,
      reason: `opts.${name} lets the guard go without a look at the mailboxes; take it away, here or at the parent`,
    }));
  if (failures.length > 0) throw markedForPulumi(new InvalidArgumentsError("MailboxExportGuard", failures));
}
