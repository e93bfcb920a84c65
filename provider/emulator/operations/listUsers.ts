import { epochSecondsOf } from "../epochSeconds";
import { optional, optionalStructure, required } from "../input";
import type { JsonObject } from "../json";
import type { SeedUser } from "../rosterTypes";
import { shapes } from "../shapes";
import { defineOperation } from "./define";
import { type FilterTests, matching, startsWith } from "./filters";
import { pageMembers, readPage } from "./readPage";

const filters = {
  UsernamePrefix: optional(shapes.String),
  DisplayNamePrefix: optional(shapes.UserAttribute),
  PrimaryEmailPrefix: optional(shapes.String),
  State: optional(shapes.EntityState),
  IdentityProviderUserIdPrefix: optional(shapes.IdentityProviderUserIdPrefix),
};

const tests: FilterTests<SeedUser, keyof typeof filters> = {
  UsernamePrefix: ({ name }, prefix) => startsWith(name, prefix),
  DisplayNamePrefix: ({ displayName }, prefix) => startsWith(displayName, prefix),
  PrimaryEmailPrefix: ({ email }, prefix) => startsWith(email, prefix),
  State: ({ state = "ENABLED" }, wanted) => state === wanted,
  IdentityProviderUserIdPrefix: ({ identityProviderUserId }, prefix) => startsWith(identityProviderUserId, prefix),
};

/**
 * {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListUsers.html}
 * Whether DELETED users are listed without a filter is not documented; here they are.
 * @internal
 */
export const listUsers = defineOperation({
  input: {
    OrganizationId: required(shapes.OrganizationId),
    ...pageMembers,
    Filters: optionalStructure(filters),
  },
  listMember: "Users",
  answer(input, service) {
    const keep = matching(tests, input.Filters);
    const { users } = service.store.active(input.OrganizationId);
    const { items, NextToken } = readPage(service, "ListUsers", input, users, keep);
    return { Users: items.map(userMembers), NextToken };
  },
});

function userMembers(user: SeedUser): JsonObject {
  return {
    Id: user.id,
    Email: user.email,
    Name: user.name,
    DisplayName: user.displayName,
    State: user.state ?? "ENABLED",
    UserRole: user.userRole ?? "USER",
    EnabledDate: epochSecondsOf(user.enabledDate),
    DisabledDate: epochSecondsOf(user.disabledDate),
    IdentityProviderUserId: user.identityProviderUserId,
    IdentityProviderIdentityStoreId: user.identityProviderIdentityStoreId,
  };
}
