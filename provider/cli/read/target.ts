import type { CoverageRules } from "../../coverageModel";
import { MailboxExportsError } from "../../errors";
import { mergeLedgers } from "../../exports/ledger";
import type { ConnectionArgs, MailboxExportJob, ReadMailboxExportJobsArgs } from "../../model";
import { withoutUndefined } from "../../withoutUndefined";
import { CliError, EXIT } from "../exit";
import type { Settings } from "../settings/readSettings";
import { sameOrganization } from "../settings/sameOrganization";
import type { Remembered } from "../sources/remembered";

/** An organization to read, and all that the read needs of it. @internal */
export interface Target {
  readonly organizationId: string;
  /** Undefined where the environment or the profile says it. */
  readonly region: string | undefined;
  readonly args: ReadMailboxExportJobsArgs & CoverageRules;
  readonly remembered: readonly MailboxExportJob[];
  /** How many of them a stack remembers; the others an earlier read of the same wait has seen. */
  readonly rememberedByStacks: number;
}

/** Where an organization is, as far as it is said. @internal */
export type Place = Pick<Target, "organizationId" | "region">;

/** The organizations that the settings name, or, where they name none, those that the stacks remember. @internal */
export function placesSaid(settings: Settings, remembered: readonly Remembered[]): readonly Place[] {
  const { organizationId, organizations, region: [region] = [] } = settings;
  if (organizationId !== undefined) return eachOnce(organizationId.map((said) => placeOf(said, region)));
  if (organizations.length > 0) {
    return eachOnce(
      organizations.map((entry) => ({ organizationId: entry.organizationId, region: entry.region ?? region })),
    );
  }
  return eachOnce(
    remembered.flatMap((one) =>
      one.organizationId === undefined || !isInRegions(one, settings)
        ? []
        : [{ organizationId: one.organizationId, region: one.region }],
    ),
  );
}

function isInRegions({ region }: Remembered, { region: asked }: Settings): boolean {
  return asked === undefined || region === undefined || asked.includes(region);
}

function placeOf(said: string, region: string | undefined): Place {
  const [before = "", id] = said.split("/");
  return id === undefined ? { organizationId: before, region } : { organizationId: id, region: before };
}

function eachOnce(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.region}/${place.organizationId}`, place])).values()];
}

/** Where, as whom and how patiently, for what is no one organization's. @internal */
export function connectionArgs(
  settings: Settings,
): ConnectionArgs & Pick<ReadMailboxExportJobsArgs, "prove" | "s3Endpoint"> {
  const { profile, endpoint, maxAttempts, requestTimeoutSeconds, timeoutSeconds, prove, s3Endpoint } = settings;
  const assumeRole = roleOf(settings);
  return withoutUndefined({
    profile,
    endpoint,
    maxAttempts,
    requestTimeoutSeconds,
    timeoutSeconds,
    prove,
    s3Endpoint,
    assumeRole,
  });
}

function roleOf({ assumeRoleArn, assumeRoleSessionName, assumeRoleExternalId, assumeRoleDurationSeconds }: Settings) {
  if (assumeRoleArn === undefined) return undefined;
  return {
    roleArn: assumeRoleArn,
    ...withoutUndefined({
      sessionName: assumeRoleSessionName,
      externalId: assumeRoleExternalId,
      durationSeconds: assumeRoleDurationSeconds,
    }),
  };
}

/**
 * What the read of an organization is given: what is said for all, and over that what the configuration file says of
 * this one. Of what the stacks remember it takes what is of this organization, and, where it is the only one, the jobs of
 * which nobody says whose they are.
 *
 * @internal
 */
export function targetOf(place: Place, settings: Settings, remembered: readonly Remembered[], isOnly: boolean): Target {
  const entry = settings.organizations.find((one) => sameOrganization(one, place));
  const { includeDetails, detailsConcurrency, pageSize, proveConcurrency, cutover, exclude } = settings;
  const said = { includeDetails, detailsConcurrency, pageSize, proveConcurrency, cutover };
  const region = place.region ?? entry?.region;
  const args = {
    ...connectionArgs(settings),
    ...withoutUndefined(said),
    ...withoutUndefined({ ...entry, exclude: bothOf(exclude, entry?.exclude) }),
    organizationId: place.organizationId,
    ...withoutUndefined({ region }),
  };
  const own = remembered.filter((one) =>
    one.organizationId === undefined ? isOnly : sameOrganization(one, { ...place, region }),
  );
  return {
    organizationId: place.organizationId,
    region,
    args,
    remembered: joined(place.organizationId, own),
    rememberedByStacks: new Set(own.flatMap(({ by, jobs }) => (by === "stack" ? jobs.map(({ jobId }) => jobId) : [])))
      .size,
  };
}

/** @throws CliError when one says that a job is of this mailbox, and another that it is of that one */
function joined(organizationId: string, remembered: readonly Remembered[]): readonly MailboxExportJob[] {
  try {
    return remembered.map(({ jobs }) => jobs).reduce(mergeLedgers, []);
  } catch (cause) {
    if (!(cause instanceof MailboxExportsError)) throw cause;
    const reason =
      "what the stacks remember of it contradicts itself: one job is told of as an export of two mailboxes";
    throw new CliError(`${organizationId}: ${reason}`, EXIT.usage, { cause });
  }
}

function bothOf(all: CoverageRules["exclude"], own: CoverageRules["exclude"]): CoverageRules["exclude"] {
  return all === undefined && own === undefined ? undefined : { ...all, ...own };
}
