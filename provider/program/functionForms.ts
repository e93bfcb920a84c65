import * as pulumi from "@pulumi/pulumi";
import { withoutUndefined } from "../withoutUndefined";
import { awsSettings, type KnownAwsSettings, knownAwsSettings } from "./awsSettings";
import { type DependsOn, dependenciesOf } from "./dependsOn";
import { keepAlive } from "./keepAlive";
import { comesOfResources, isKnown, valueNow } from "./known";
import { requirePlain } from "./requirePlain";
import { withoutStackTrace } from "./withoutStackTrace";

/** One question of this package, as both of its forms ask it. @internal */
export interface Question<Result, Options extends FormOptions> {
  /** The name of the direct form; the output form's has `Output` behind it. */
  readonly name: string;
  /** @throws InvalidArgumentsError for plain arguments that are wrong. */
  readonly requireArguments: (args: unknown) => unknown;
  /** `comesAfterResources`: what was read before is no answer, since a resource may have changed it. */
  readonly answer: (args: unknown, opts: Options, comesAfterResources: boolean) => Promise<Result>;
}

/** @internal */
export interface FormOptions extends Pick<pulumi.InvokeOptions, "parent" | "provider"> {
  readonly dependsOn?: DependsOn;
}

/** Asks for plain arguments, at once. @internal */
export async function askDirectly<Result, Options extends FormOptions>(
  { name, requireArguments, answer }: Question<Result, Options>,
  args: object,
  opts: Options,
): Promise<Result> {
  return keepAlive(() =>
    withoutStackTrace(async () => {
      requirePlain(name, args);
      requireArguments(args);
      return answer(withSettings(args, await knownAwsSettings(awsSettings(args, opts))), opts, false);
    }),
  );
}

/** Asks once the arguments, and what `dependsOn` names, are known. @internal */
export function askOnceKnown<Result, Options extends FormOptions>(
  question: Question<Result, Options>,
  args: object,
  opts: Options,
): pulumi.Output<Result> {
  const plain: pulumi.Output<unknown> = pulumi.output(args);
  const comesAfter = opts.dependsOn === undefined ? comesOfResources(plain) : Promise.resolve(true);
  const dependencies = dependenciesOf(`${question.name}Output`, opts.dependsOn);
  const result = pulumi
    .all([plain, dependencies])
    .apply(([known]) => askWithSettings(question, known, comesAfter, opts));
  // Its failure is the result's own, and shows there.
  keepAlive(() => isKnown(result)).catch(() => undefined);
  return result;
}

/** Waits for the arguments, in a place that can wait, such as a hook; `notKnown` where this run does not know them. @internal */
export async function askInTurn<Result, Options extends FormOptions>(
  { answer }: Question<Result, Options>,
  args: object,
  opts: Options,
  notKnown: () => never,
): Promise<Result> {
  const plain: unknown = await valueNow(pulumi.output(args), notKnown);
  const settings = await knownAwsSettings(awsSettings(isRecord(plain) ? plain : {}, opts));
  return answer(withSettings(plain, settings), opts, true);
}

function askWithSettings<Result, Options extends FormOptions>(
  { answer }: Question<Result, Options>,
  args: unknown,
  comesAfterResources: Promise<boolean>,
  opts: Options,
): pulumi.Output<Result> {
  const settings = awsSettings(isRecord(args) ? args : {}, opts);
  return pulumi
    .all([settings.region, settings.profile])
    .apply(([region, profile]) =>
      withoutStackTrace(async () => answer(withSettings(args, { region, profile }), opts, await comesAfterResources)),
    );
}

function withSettings(args: unknown, settings: KnownAwsSettings): unknown {
  return isRecord(args) ? { ...args, ...withoutUndefined(settings) } : args;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
