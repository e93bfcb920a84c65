import type * as pulumi from "@pulumi/pulumi";
import type { AssumeRole, GetMailboxExportJobsArgs, ReadMailboxExportJobsArgs } from "../model";

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
