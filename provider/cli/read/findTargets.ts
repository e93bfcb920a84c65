import type { ReadContext } from "../../functions/withConnection";
import type { LeftOutOrganization, UnreadOrganization } from "../answer";
import type { Settings } from "../settings/readSettings";
import { sameOrganization } from "../settings/sameOrganization";
import type { ReadingCommand } from "../settings/settingTable";
import { wrongSettings } from "../settings/wrongSettings";
import type { Remembered } from "../sources/remembered";
import { type Place, placesSaid, type Target, targetOf } from "./target";

// Loaded on use: most runs name their organizations.
const account = (): typeof import("./organizationsOfAccount") => require("./organizationsOfAccount");

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
    ? await account().organizationsOfAccount(settings, remembered, context)
    : named(command, settings, remembered, context);
  const isOnly = found.places.length === 1;
  requireOwner(command, remembered, isOnly);
  if (found.places.length > 1) requireOneMeaning(command, settings);
  const byStacks = remembered.filter(({ by }) => by === "stack");
  warnOfOthers(byStacks, found.places, context.warn);
  const targets = found.places.map((place) => targetOf(place, settings, remembered, isOnly));
  return { targets, leftOut: found.leftOut, unread: found.unread };
}

/** Where they are, before it is known how each is to be read. @internal */
export interface Places extends Omit<Found, "targets"> {
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
  throw wrongSettings(command, [{ property: "--organization-id", reason }]);
}

function requireOwner(command: ReadingCommand, remembered: readonly Remembered[], isOnly: boolean): void {
  if (isOnly || remembered.every(({ organizationId }) => organizationId !== undefined)) return;
  const reason =
    "--stack-outputs has a bare list of jobs, and of several organizations it cannot be told whose they are: export " +
    "the result of getMailboxExportJobs, or ask for one organization";
  throw wrongSettings(command, [{ property: "--stack-outputs", reason }]);
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
  throw wrongSettings(command, [{ property: "--exclude", reason }]);
}

/** A ledger that is handed over for nothing is a slip, most likely. */
function warnOfOthers(
  remembered: readonly Remembered[],
  places: readonly Place[],
  warn: (message: string) => void,
): void {
  if (remembered.length === 0) return;
  const isAsked = (one: Remembered) => places.some((place) => sameOrganization(one, place));
  for (const one of remembered) {
    if (one.organizationId === undefined || isAsked(one)) continue;
    warn(`the stack remembers jobs of ${one.region}/${one.organizationId}, which is not asked for: they are not used`);
  }
  for (const { organizationId, region } of places) {
    const knows = remembered.some(
      (one) => one.organizationId === undefined || sameOrganization(one, { organizationId, region }),
    );
    if (!knows) warn(`the stack remembers no jobs of ${organizationId}: of it only what WorkMail lists now counts`);
  }
}
