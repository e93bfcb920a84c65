import type * as pulumi from "@pulumi/pulumi";
import type { CoverageRules } from "../coverageModel";
import type { AssumeRole, GetMailboxExportJobsArgs, MailboxExportJob, ReadMailboxExportJobsArgs } from "../model";

// In brackets, so that a union such as boolean or a text that may be undefined stays one input and does not become many.
type InputOf<Value> = [Value] extends [readonly (infer Item)[] | undefined]
  ? pulumi.Input<readonly pulumi.Input<Item>[] | undefined>
  : [Value] extends [AssumeRole | undefined]
    ? pulumi.Input<Inputs<AssumeRole> | undefined>
    : pulumi.Input<Value>;

/** Each argument as a plain value, a promise or an output. */
type Inputs<Args> = { readonly [Option in keyof Args]: InputOf<Args[Option]> };

/** What is read, each argument as a plain value, a promise or an output. @public */
export interface ReadMailboxExportJobsInputArgs extends Inputs<ReadMailboxExportJobsArgs> {}

/** The arguments of {@link getMailboxExportJobsOutput}. @public */
export interface GetMailboxExportJobsOutputArgs extends Inputs<GetMailboxExportJobsArgs> {}

/** What counts as exported, each argument as a plain value, a promise or an output. @public */
export interface CoverageInputRules extends Inputs<Omit<CoverageRules, "exclude">> {
  /** Mailboxes that need no export, by id, email or name, each with the reason. */
  readonly exclude?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>> | undefined>;
}

/** The arguments of {@link getMailboxExportCoverageOutput}. @public */
export interface GetMailboxExportCoverageOutputArgs extends ReadMailboxExportJobsInputArgs, CoverageInputRules {
  /** Jobs that are remembered: `jobs` of a {@link MailboxExportJobs}. */
  readonly jobs?: pulumi.Input<readonly MailboxExportJob[] | undefined>;
}
