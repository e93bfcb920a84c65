import type { RosterMember } from "../model";

/** Whether somebody has a mailbox, and why not if not. @internal */
export interface MailboxAnswer {
  readonly has: "yes" | "no" | "perhaps";
  readonly because: string;
}

interface MailboxRule extends MailboxAnswer {
  readonly applies: (member: RosterMember, now: Date) => boolean;
}

/** How long WorkMail keeps the mailbox of somebody who was disabled. */
const keptMs = 30 * 86_400_000;

/**
 * Who has a mailbox: the first rule that applies. Groups have none, and stand in neither list. What no rule knows, such
 * as a state that AWS adds, perhaps has one: nobody is left out because something is not told.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_User.html
 * @see https://docs.aws.amazon.com/workmail/latest/adminguide/manage-mailboxes.html
 */
const mailboxRules: readonly MailboxRule[] = [
  {
    // One with an address can receive mail, whatever its role; and a resource is none, whoever it is listed as besides.
    applies: ({ kind, userRole, email }) => kind === "user" && userRole === "SYSTEM_USER" && email === undefined,
    has: "no",
    because: "a system user without an address has no mailbox",
  },
  {
    applies: ({ kind, userRole }) => kind === "user" && userRole === "REMOTE_USER",
    has: "no",
    because: "the mailbox of a remote user is not in this organization",
  },
  {
    applies: ({ state }) => state === "DELETED",
    has: "no",
    because: "it was deleted, and cannot be exported any more",
  },
  {
    applies: ({ state, userRole = "USER" }) => state === "ENABLED" && ["USER", "RESOURCE"].includes(userRole),
    has: "yes",
    because: "it is enabled",
  },
  {
    applies: ({ state, disabledDate }, now) => state === "DISABLED" && ageMs(disabledDate, now) <= keptMs,
    has: "yes",
    because: "it was disabled in the last 30 days, for which its mailbox is kept",
  },
  {
    applies: ({ state, disabledDate, enabledDate }, now) =>
      state === "DISABLED" &&
      ageMs(disabledDate, now) > keptMs &&
      !(ageMs(enabledDate, now) < ageMs(disabledDate, now)),
    has: "no",
    because: "it was disabled more than 30 days ago, and its mailbox is deleted",
  },
  {
    applies: ({ state, enabledDate, email }) =>
      state === "DISABLED" && enabledDate === undefined && email === undefined,
    has: "no",
    because: "it was never enabled for WorkMail",
  },
];

const otherwise: MailboxAnswer = { has: "perhaps", because: "WorkMail does not tell enough of it" };

/** @internal */
export function mailboxOf(member: RosterMember, now: Date): MailboxAnswer {
  return mailboxRules.find(({ applies }) => applies(member, now)) ?? otherwise;
}

/** NaN without a date, which is neither below nor above anything. */
function ageMs(date: string | undefined, now: Date): number {
  return now.getTime() - Date.parse(date ?? "");
}
