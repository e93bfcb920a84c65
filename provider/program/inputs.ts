import type * as pulumi from "@pulumi/pulumi";
import type { AssumeRole, GetMailboxExportJobsArgs, ReadMailboxExportJobsArgs } from "../model";

type InputOf<Value> = Value extends readonly (infer Item)[]
  ? pulumi.Input<pulumi.Input<Item>[]>
  : Value extends AssumeRole
    ? pulumi.Input<Inputs<AssumeRole>>
    : pulumi.Input<Value>;

/** Each argument as a plain value, a promise or an output. */
type Inputs<Args> = {
  readonly [Option in keyof Args]: InputOf<Exclude<Args[Option], undefined>> | OptionalOf<Args, Option>;
};

type OptionalOf<Args, Option extends keyof Args> = undefined extends Args[Option] ? undefined : never;

/** What is read, each argument as a plain value, a promise or an output. @public */
export interface ReadMailboxExportJobsInputArgs extends Inputs<ReadMailboxExportJobsArgs> {}

/** The arguments of {@link getMailboxExportJobsOutput}. @public */
export interface GetMailboxExportJobsOutputArgs extends Inputs<GetMailboxExportJobsArgs> {}
