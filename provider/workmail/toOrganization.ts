import type { OrganizationSummary } from "@aws-sdk/client-workmail";
import type { Organization } from "../model";
import type { Malformed } from "./malformed";
import { isId, type MemberNames, refuseOf, takeTexts } from "./takeMembers";

type Draft = { -readonly [Member in keyof Organization]: Organization[Member] };

const texts = [
  ["Alias", "alias"],
  ["State", "state"],
] as const satisfies MemberNames<keyof OrganizationSummary, keyof Draft>;

/** One record of ListOrganizations; one without an id is malformed, since nobody would miss its mailboxes. @internal */
export function toOrganization(record: unknown, malformed: Malformed): Organization {
  if (typeof record !== "object" || record === null) throw malformed(`an organization record is ${record}`);
  const { OrganizationId: organizationId }: { readonly OrganizationId?: unknown } = record;
  if (!isId(organizationId)) throw malformed("an organization record has no OrganizationId");
  const organization: Draft = { organizationId };
  takeTexts(texts, record, organization, refuseOf("organization", malformed));
  return organization;
}
