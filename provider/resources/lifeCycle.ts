import { isDeepStrictEqual } from "node:util";
import type { IsUnknown } from "../arguments/checkArguments";
import { type ArgumentFailure, MailboxExportsError } from "../errors";
import type { ReadContext } from "../functions/withConnection";

/** Plain values as the engine sends them: nothing is known of their members. @internal */
export type Properties = Readonly<Record<string, unknown>>;

/** What a face hands down to a life cycle. @internal */
export interface LifeCycleContext extends ReadContext {
  readonly isUnknown: IsUnknown;
}

/** What a `check` gives: the inputs with what it added, or what is wrong. @internal */
export interface Checked {
  readonly inputs: Properties;
  readonly failures?: readonly ArgumentFailure[];
}

/** What a `read` gives, for a refresh. @internal */
export interface Refreshed {
  readonly id: string;
  readonly props: Properties;
  readonly inputs: Properties;
}

/** What makes it another resource: another organization, not a newer one. */
const forceReplacement = ["organizationId", "region"];

/** What a `diff` gives. @internal */
export interface Difference {
  readonly changes: boolean;
  readonly replaces: string[];
  readonly stables: string[];
  readonly deleteBeforeReplace: boolean;
}

/** Says what changed, and whether it takes another resource. Code that changed is no change. @internal */
export function diff(olds: Properties, news: Properties): Difference {
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter((name) => name !== "__provider");
  // With an argument unknown the region may be one that only `check` finds out: that is no change of it.
  const regionIsPending = news["region"] === undefined;
  const changed = names.filter(
    (name) => !(name === "region" && regionIsPending) && !isDeepStrictEqual(olds[name], news[name]),
  );
  return {
    changes: changed.length > 0,
    replaces: changed.filter((name) => forceReplacement.includes(name)),
    stables: forceReplacement.filter((name) => !changed.includes(name)),
    deleteBeforeReplace: false,
  };
}

/** There is nothing to make in WorkMail: the resource is what `check` made of its arguments. @internal */
export function create(inputs: Properties): { id: string; outs: Properties } {
  return { id: `${inputs["region"]}/${inputs["organizationId"]}`, outs: inputs };
}

/** Takes what `check` made into state. @internal */
export function update(news: Properties): { outs: Properties } {
  return { outs: news };
}

/** The user's arguments among the properties: all but what the resource keeps there for itself. @internal */
export function argumentsOf(properties: Properties, own: readonly string[]): Properties {
  // __provider is Pulumi's: the serialised provider itself.
  const notArguments = [...own, "__provider"];
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !notArguments.includes(name)));
}

/** Whether something in a value, at any depth, is only known later. @internal */
export function hasUnknown(value: unknown, isUnknown: IsUnknown): boolean {
  if (isUnknown(value)) return true;
  return (
    typeof value === "object" && value !== null && Object.values(value).some((each) => hasUnknown(each, isUnknown))
  );
}

/**
 * An error of ours as the failure of a check, and not as an exception, which the engine would show twice and with its
 * stack. Any other error is thrown.
 *
 * @internal
 */
export function failureOf(error: unknown): ArgumentFailure {
  if (!(error instanceof MailboxExportsError)) throw error;
  return { property: "", reason: error.message };
}
