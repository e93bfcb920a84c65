import { InvalidArgumentsError } from "../../errors";
import type { ReadContext } from "../../functions/withConnection";
import type { Organization } from "../../model";
import { withoutUndefined } from "../../withoutUndefined";
import { workMailRegions } from "../../workmail/regions";
import type { LeftOutOrganization, UnreadOrganization } from "../answer";
import type { OrganizationEntry } from "../settings/configFile";
import type { Settings } from "../settings/readSettings";
import type { ReadingCommand } from "../settings/settingTable";
import type { Remembered } from "../sources/remembered";
import { connectionArgs, isOf, type Place, placesSaid, type Target, targetOf } from "./target";
import { toUnread } from "./unread";

// Loaded on use: most runs name their organizations.
const loaded = {
  getOrganizations: (): typeof import("../../functions/getOrganizations") =>
    require("../../functions/getOrganizations"),
};

/** The organizations to read, and what is known already of those that are not. @internal */
export interface Found {
  readonly targets: readonly Target[];
  readonly leftOut: readonly LeftOutOrganization[];
  readonly unread: readonly UnreadOrganization[];
}

/**
 * Finds out which organizations are to be read: those that are named, those of the stacks, or all of the account.
 *
 * @throws InvalidArgumentsError when none is named anywhere; what a setting that is wrong for all of them throws
 * @internal
 */
export async function findTargets(
  command: ReadingCommand,
  settings: Settings,
  remembered: readonly Remembered[],
  context: ReadContext,
): Promise<Found> {
  const found = settings.allOrganizations
    ? await ofAccount(settings, remembered, context)
    : named(command, settings, remembered, context);
  const isOnly = found.places.length === 1;
  requireOwner(command, remembered, isOnly);
  if (found.places.length > 1) requireOneMeaning(command, settings);
  const byStacks = remembered.filter(({ by }) => by === "stack");
  warnOfOthers(byStacks, found.places, context.warn);
  const targets = found.places.map((place) => targetOf(place, settings, remembered, isOnly));
  return { targets, leftOut: found.leftOut, unread: found.unread };
}

interface Places extends Omit<Found, "targets"> {
  readonly places: readonly Place[];
}

function named(
  command: ReadingCommand,
  settings: Settings,
  remembered: readonly Remembered[],
  { warn }: ReadContext,
): Places {
  const places = placesSaid(settings, remembered);
  for (const { organizationId } of settings.organizations) {
    if (places.some((place) => place.organizationId === organizationId)) continue;
    warn(`${organizationId} is among the organizations of the configuration file, and is not asked for`);
  }
  if (places.length > 0) return { places, leftOut: [], unread: [] };
  const reason =
    "--organization-id is required: m- and 32 hexadecimal digits (`aws workmail list-organizations` shows it); " +
    "or --all-organizations, or --stack-state";
  throw new InvalidArgumentsError(`workmail-exports ${command}`, [{ property: "--organization-id", reason }]);
}

/**
 * What is claimed is all of them. So an organization that the configuration file names is read although nobody lists it,
 * and one that a stack remembers and nobody lists is one that could not be read.
 */
async function ofAccount(settings: Settings, remembered: readonly Remembered[], context: ReadContext): Promise<Places> {
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
  const isListed = (one: Place) =>
    listed.some((each) => each.organizationId === one.organizationId && [undefined, each.region].includes(one.region));
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
    return await loaded.getOrganizations().getOrganizations(args, context);
  } catch (error) {
    return toUnread({ region }, error);
  }
}

function isKnownForm({ organizationId }: Place): boolean {
  return /^m-[0-9a-f]{32}$/.test(organizationId);
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

function requireOwner(command: ReadingCommand, remembered: readonly Remembered[], isOnly: boolean): void {
  if (isOnly || remembered.every(({ organizationId }) => organizationId !== undefined)) return;
  const reason =
    "--stack-outputs has a bare list of jobs, and of several organizations it cannot be told whose they are: export " +
    "the result of getMailboxExportJobs, or ask for one organization";
  throw new InvalidArgumentsError(`workmail-exports ${command}`, [{ property: "--stack-outputs", reason }]);
}

/** An email or an id is that of one mailbox; `info` is a mailbox of its own in each organization. */
const meansOneMailbox = /@|^(S-1-|[a-z]-[0-9a-f]{32}$|[0-9a-f]{8}-)/i;

/** What is excluded for all must not take a mailbox with it that nobody thought of. */
function requireOneMeaning(command: ReadingCommand, { exclude = {} }: Settings): void {
  const names = Object.keys(exclude).filter((name) => !meansOneMailbox.test(name));
  if (names.length === 0) return;
  const reason =
    `of several organizations, --exclude by name can mean a mailbox in each of them: ${names.join(", ")}. Give the email ` +
    "or the id, or exclude it in the configuration file, in organizations, for the one that is meant";
  throw new InvalidArgumentsError(`workmail-exports ${command}`, [{ property: "--exclude", reason }]);
}

/** A ledger that is handed over for nothing is a slip, most likely. */
function warnOfOthers(
  remembered: readonly Remembered[],
  places: readonly Place[],
  warn: (message: string) => void,
): void {
  if (remembered.length === 0) return;
  const isAsked = (one: Remembered) => places.some((place) => isOf(one, place));
  for (const one of remembered) {
    if (one.organizationId === undefined || isAsked(one)) continue;
    warn(`the stack remembers jobs of ${one.region}/${one.organizationId}, which is not asked for: they are not used`);
  }
  for (const { organizationId, region } of places) {
    const knows = remembered.some((one) => one.organizationId === undefined || isOf(one, { organizationId, region }));
    if (!knows) warn(`the stack remembers no jobs of ${organizationId}: of it only what WorkMail lists now counts`);
  }
}
