import * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../errors";
import { adviceFor, type OtherIdentity, otherIdentities, unreplacedIdentities } from "./identities";
import { valueNow, whereKnown } from "./known";
import { markedForPulumi } from "./withoutStackTrace";

/** Where and as whom, as far as the program says it; the environment and the profile are asked later. @internal */
export interface AwsSettings {
  readonly region: pulumi.Input<string | undefined>;
  readonly profile: pulumi.Input<string | undefined>;
}

/** Settings that are known, as the direct form needs them. @internal */
export interface KnownAwsSettings {
  readonly region: string | undefined;
  readonly profile: string | undefined;
}

/** The arguments that say where and as whom. @internal */
export interface SettingsSource {
  readonly region?: pulumi.Input<string | undefined>;
  readonly profile?: pulumi.Input<string | undefined>;
  readonly assumeRole?: unknown;
  readonly endpoint?: unknown;
}

interface Options {
  readonly provider?: pulumi.ProviderResource | undefined;
  readonly parent?: pulumi.Resource | undefined;
}

/**
 * Region: the argument, else that of the `aws.Provider` given (or the parent's), else the stack's `aws:region`.
 * Profile: the argument, else the provider's, or without a provider the stack's `aws:profile`, since an explicit
 * provider does not go by the stack's settings.
 *
 * @throws InvalidArgumentsError for a provider of something else. For an identity that cannot be taken over, `profile`
 * rejects with one.
 * @internal
 */
export function awsSettings(args: SettingsSource, { provider, parent }: Options): AwsSettings {
  const aws = provider ?? parent?.getProvider("aws:index:Provider");
  if (aws) requireAwsProvider(aws);
  const config = new pulumi.Config("aws");
  const ofSource = (name: string) => (aws ? whereKnown(member(aws, name)) : pulumi.output(config.get(name)));
  const source = aws ? "opts.provider" : "the stack's configuration of aws";
  return {
    region: regionOf(args.region, aws && member(aws, "region"), config.get("region")),
    profile: profileOf(args, source, ofSource),
  };
}

/**
 * The settings at once, for the direct form.
 *
 * @throws InvalidArgumentsError where this run does not know the provider's region.
 * @internal
 */
export async function knownAwsSettings({ region, profile }: AwsSettings): Promise<KnownAwsSettings> {
  const notKnown = (): never => {
    throw settingsError(
      "opts.provider",
      "has a region that this run does not know: it is not set, or comes from a resource still to be created; " +
        "set it, or give the argument region, or use the output form, which waits for it",
    );
  };
  // Both at once: one that fails while the other is awaited would be a rejection that nobody handles in time.
  const [knownRegion, knownProfile] = await Promise.all([valueNow(region, notKnown), valueNow(profile, notKnown)]);
  return { region: knownRegion, profile: knownProfile };
}

function regionOf(
  argument: pulumi.Input<string | undefined>,
  ofProvider: pulumi.Output<unknown> | undefined,
  ofStack: string | undefined,
): pulumi.Input<string | undefined> {
  if (typeof argument === "string") return argument;
  const otherwise = ofStack || undefined;
  if (argument === undefined && ofProvider === undefined) return otherwise;
  return pulumi.all([argument, ofProvider]).apply(([given, provided]) => given ?? textOf(provided) ?? otherwise);
}

/**
 * Decided once all is known: an argument can be an output of undefined. A source that is somebody by other means than a
 * profile is refused where no argument replaces these: somebody else would ask. What a provider does not set, a preview
 * does not know, so what it does not know is taken as not set.
 */
function profileOf(
  { profile, assumeRole, endpoint }: SettingsSource,
  source: string,
  ofSource: (name: string) => pulumi.Output<unknown>,
): pulumi.Output<string | undefined> {
  const values = pulumi.all(otherIdentities.map(ofSource));
  return pulumi.all([profile, assumeRole, endpoint, ofSource("profile"), values]).apply((settled) => {
    const [ownProfile, role, url, ofProvider, identities] = settled;
    const args = { profile: ownProfile, assumeRole: role, endpoint: url };
    const set = otherIdentities.filter((_name, index) => isSet(identities[index]));
    const left: readonly OtherIdentity[] = unreplacedIdentities(set, args);
    if (left.length === 0) return textOf(ownProfile) ?? textOf(ofProvider);
    const advice = left.map(adviceFor).join("; ");
    throw settingsError(source, `sets ${left.join(" and ")}, which this package does not use; ${advice}`);
  });
}

function member(provider: pulumi.ProviderResource, name: string): pulumi.Output<unknown> {
  const value: unknown = Reflect.get(provider, name);
  return pulumi.output(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

// The provider keeps lists as JSON.
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== "[]";
}

function requireAwsProvider(provider: pulumi.ProviderResource): void {
  const type: unknown = Reflect.get(provider, "__pulumiType");
  if (type === "pulumi:providers:aws") return;
  throw settingsError("opts.provider", `must be an aws.Provider, for its region and profile; got ${String(type)}`);
}

function settingsError(source: string, reason: string): InvalidArgumentsError {
  const failure = { property: source, reason: `${source} ${reason}` };
  return markedForPulumi(new InvalidArgumentsError("pulumi-workmail-exports", [failure]));
}
