import { readRules } from "../../arguments/readRules";
import { getOrganizations } from "../../functions/getOrganizations";
import type { ReadContext } from "../../functions/withConnection";
import type { Organization } from "../../model";
import { withoutUndefined } from "../../withoutUndefined";
import { workMailRegions } from "../../workmail/regions";
import type { UnreadOrganization } from "../answer";
import type { OrganizationEntry } from "../settings/configFile";
import type { Settings } from "../settings/readSettings";
import { sameOrganization } from "../settings/sameOrganization";
import type { Remembered } from "../sources/remembered";
import type { Places } from "./findTargets";
import { connectionArgs, type Place } from "./target";
import { toUnread } from "./unread";

/**
 * All organizations of the account, as ListOrganizations shows them. What is claimed is all of them. So an organization that the configuration file names is read although nobody lists it,
 * and one that a stack remembers and nobody lists is one that could not be read.
 *
 * @throws CliError when no region is said; InvalidArgumentsError for the environment
 * @internal
 */
export async function organizationsOfAccount(
  settings: Settings,
  remembered: readonly Remembered[],
  context: ReadContext,
): Promise<Places> {
  const regions = regionsOf(settings, context);
  const results = await Promise.all(regions.map((region) => organizationsIn(region, settings, context)));
  const listed = results.flatMap((result) =>
    "organizations" in result ? result.organizations.map((one) => ({ ...one, region: result.region })) : [],
  );
  const asked = results.flatMap((result) => ("organizations" in result ? [result.region] : []));
  if (listed.length === 0 && asked.length > 0) {
    context.warn(
      `ListOrganizations shows no organization in ${asked.join(", ")}: see whether this is the right account`,
    );
  }
  const isListed = (one: Place) => listed.some((each) => sameOrganization(each, one));
  const living = listed.filter((one) => !isDeleted(one));
  return {
    places: [...living.filter(isKnownForm), ...settings.organizations.map(placeIn).filter((place) => !isListed(place))],
    leftOut: listed.filter(isDeleted).map(({ state = "", ...one }) => ({ ...one, state })),
    unread: [
      ...results.filter((result) => "message" in result),
      ...living.filter((one) => !isKnownForm(one)).map(ofStrangeForm),
      ...remembered.flatMap((one) => unlisted(one, asked, isListed)),
    ],
  };
}

const placeIn = ({ organizationId, region }: OrganizationEntry): Place => ({ organizationId, region });

async function organizationsIn(region: string | undefined, settings: Settings, context: ReadContext) {
  const args = { ...connectionArgs(settings), ...withoutUndefined({ region }) };
  try {
    return await getOrganizations(args, context);
  } catch (error) {
    return toUnread({ region }, error);
  }
}

function isKnownForm({ organizationId }: Place): boolean {
  return readRules.organizationId.accepts(organizationId);
}

function ofStrangeForm({ organizationId, region }: Place): UnreadOrganization {
  const message =
    `ListOrganizations shows an organization with the id ${organizationId}, which is not the form of one. ` +
    "See whether a proxy or a wrong endpoint stands in between.";
  return { organizationId, ...withoutUndefined({ region }), reason: "malformedPage", message };
}

function unlisted(
  { organizationId, region }: Remembered,
  asked: readonly string[],
  isListed: (place: Place) => boolean,
): readonly UnreadOrganization[] {
  if (organizationId === undefined || region === undefined || !asked.includes(region)) return [];
  if (isListed({ organizationId, region })) return [];
  const message =
    `Jobs of organization ${organizationId} in ${region} are remembered, and ListOrganizations does not show it. ` +
    "See whether this is the account that is meant; if the organization is gone for good, name those that are left.";
  return [{ organizationId, region, reason: "organizationNotFound", message }];
}

/** Another endpoint is one WorkMail, whatever region it is asked in, so it is asked in one. @internal */
export function regionsOf(settings: Settings, { environment, warn }: ReadContext): readonly (string | undefined)[] {
  if (settings.region !== undefined) return settings.region;
  if (settings.endpoint !== undefined) return [undefined];
  const variable = ["AWS_ENDPOINT_URL_WORKMAIL", "AWS_ENDPOINT_URL"].find((name) => environment[name]);
  if (variable === undefined || environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] === "true") return workMailRegions;
  warn(`organizations are listed in one region alone, since ${variable} names another WorkMail; --region says more`);
  return [undefined];
}

/** Of a deleted organization there is nothing to be learnt: WorkMail refuses to be asked. */
function isDeleted({ state }: Organization): boolean {
  return state?.toLowerCase() === "deleted";
}
