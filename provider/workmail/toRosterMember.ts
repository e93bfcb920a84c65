import type { Resource, User } from "@aws-sdk/client-workmail";
import type { RosterMember } from "../model";
import type { Malformed } from "./malformed";
import { isId, type MemberNames, refuseOf, takeTexts, takeTimes } from "./takeMembers";

type Draft = { -readonly [Member in keyof RosterMember]: RosterMember[Member] };

/** Each as the service names it and as we do. A resource has no DisplayName and no UserRole. */
const texts = [
  ["Name", "name"],
  ["DisplayName", "displayName"],
  ["Email", "email"],
  ["State", "state"],
  ["UserRole", "userRole"],
] as const satisfies MemberNames<keyof User, keyof Draft>;
const times = [
  ["EnabledDate", "enabledDate"],
  ["DisabledDate", "disabledDate"],
] as const satisfies MemberNames<keyof User & keyof Resource, keyof Draft>;

/**
 * One record of ListUsers or ListResources as a member of the roster. Records are foreign: a null, a record without an
 * id or a member of another type is malformed, and an error, since a skipped user would be a mailbox that nobody misses.
 *
 * @internal
 */
export function toRosterMember(kind: RosterMember["kind"], record: unknown, malformed: Malformed): RosterMember {
  if (typeof record !== "object" || record === null) throw malformed(`a ${kind} record is ${record}`);
  const { Id: entityId }: { readonly Id?: unknown } = record;
  if (!isId(entityId)) throw malformed(`a ${kind} record has no Id`);
  const member: Draft = { entityId, kind };
  const refuse = refuseOf(kind, malformed);
  takeTexts(texts, record, member, refuse);
  takeTimes(times, record, member, refuse);
  return member;
}
