import * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../errors";
import { valueNow, whereKnown } from "./known";

/** Where and as whom, as far as the program says it; the environment and the profile are asked later. @internal */
export interface AwsSettings {
  readonly region: pulumi.Input<string | undefined>;
  readonly profile: pulumi.Input<string | undefined>;
}

/** Settings that are known, as the plain form needs them. @internal */
export interface KnownAwsSettings {
  readonly region: string | undefined;
  readonly profile: string | undefined;
}

/**
 * The settings at once, for the plain form.
 *
 * @throws InvalidArgumentsError where this run does not know the provider's region.
 * @internal
 */
export async function knownAwsSettings({ region, profile }: AwsSettings): Promise<KnownAwsSettings> {
  const notKnown = (): never => {
    throw providerError(
      "has a region that this run does not know: it is not set, or comes from a resource still to be created; " +
        "set it, or give the argument region, or use the Output form, which waits for it",
    );
  };
  return { region: await valueNow(region, notKnown), profile: await valueNow(profile, notKnown) };
}

/** The arguments and options that say where and as whom. @internal */
export interface SettingsSource {
  readonly region?: pulumi.Input<string | undefined>;
  readonly profile?: pulumi.Input<string | undefined>;
  readonly assumeRole?: unknown;
}

interface Options {
  readonly provider?: pulumi.ProviderResource | undefined;
  readonly parent?: pulumi.Resource | undefined;
}

/**
 * Region and profile: the argument, else the `aws.Provider` given (or the parent's), else the stack's `aws:region` and
 * `aws:profile`.
 *
 * @throws InvalidArgumentsError for a provider of something else, or one whose identity cannot be taken over.
 * @internal
 */
export function awsSettings(args: SettingsSource, { provider, parent }: Options): AwsSettings {
  const aws = provider ?? parent?.getProvider("aws:index:Provider");
  const config = new pulumi.Config("aws");
  if (aws) requireAwsProvider(aws);
  return {
    region: firstGiven(args.region, aws && member(aws, "region"), config.get("region")),
    profile: firstGiven(args.profile, aws && profileOf(aws, args), config.get("profile")),
  };
}

function firstGiven(
  argument: pulumi.Input<string | undefined>,
  ofProvider: pulumi.Output<unknown> | undefined,
  ofStack: string | undefined,
): pulumi.Input<string | undefined> {
  if (typeof argument === "string") return argument;
  if (argument === undefined && ofProvider === undefined) return ofStack;
  return pulumi
    .all([argument, ofProvider])
    .apply(([given, provided]) => given ?? (typeof provided === "string" && provided !== "" ? provided : ofStack));
}

function member(provider: pulumi.ProviderResource, name: string): pulumi.Output<unknown> {
  const value: unknown = Reflect.get(provider, name);
  return pulumi.output(value);
}

function requireAwsProvider(provider: pulumi.ProviderResource): void {
  const type: unknown = Reflect.get(provider, "__pulumiType");
  if (type === "pulumi:providers:aws" || type === "pulumi:providers:aws-native") return;
  throw providerError(`must be an aws.Provider, for its region and profile; got ${String(type)}`);
}

const otherIdentities = ["accessKey", "secretKey", "token", "assumeRole", "assumeRoles", "assumeRoleWithWebIdentity"];

/**
 * The provider's profile. A provider that is somebody by other means is refused: without them somebody else would ask.
 * What a provider does not set, a preview does not know, so what it does not know is taken as not set.
 */
function profileOf(provider: pulumi.ProviderResource, { profile, assumeRole }: SettingsSource): pulumi.Output<unknown> {
  if (profile !== undefined || assumeRole !== undefined) return pulumi.output(undefined);
  const identities = pulumi.all(otherIdentities.map((name) => whereKnown(member(provider, name))));
  return pulumi.all([whereKnown(member(provider, "profile")), identities]).apply(([ofProvider, values]) => {
    const used = otherIdentities.filter((_name, index) => values[index] !== undefined && values[index] !== "");
    if (used.length === 0) return ofProvider;
    throw providerError(
      `sets ${used.join(" and ")}, which are not taken over; give the argument profile or assumeRole instead`,
    );
  });
}

function providerError(reason: string): InvalidArgumentsError {
  const failure = { property: "opts.provider", reason: `opts.provider ${reason}` };
  return new InvalidArgumentsError("pulumi-workmail-exports", [failure]);
}
