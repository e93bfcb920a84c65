import { epochSecondsOf } from "../epochSeconds";
import { optional, optionalStructure, required } from "../input";
import type { JsonObject } from "../json";
import type { SeedResource } from "../rosterTypes";
import { shapes } from "../shapes";
import { defineOperation } from "./define";
import { type FilterTests, matching, startsWith } from "./filters";
import { pageMembers, readPage } from "./readPage";

const filters = {
  NamePrefix: optional(shapes.String),
  PrimaryEmailPrefix: optional(shapes.String),
  State: optional(shapes.EntityState),
};

const tests: FilterTests<SeedResource, keyof typeof filters> = {
  NamePrefix: ({ name }, prefix) => startsWith(name, prefix),
  PrimaryEmailPrefix: ({ email }, prefix) => startsWith(email, prefix),
  State: ({ state = "ENABLED" }, wanted) => state === wanted,
};

/**
 * {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListResources.html}
 * That one filter is the most is said of ListUsers alone; here it holds for both. DELETED ones are listed as well.
 * @internal
 */
export const listResources = defineOperation({
  input: {
    OrganizationId: required(shapes.OrganizationId),
    ...pageMembers,
    Filters: optionalStructure(filters),
  },
  listMember: "Resources",
  answer(input, service) {
    const keep = matching(tests, input.Filters);
    const { resources } = service.store.active(input.OrganizationId);
    const { items, NextToken } = readPage(service, "ListResources", input, resources, keep);
    return { Resources: items.map(resourceMembers), NextToken };
  },
});

function resourceMembers(resource: SeedResource): JsonObject {
  return {
    Id: resource.id,
    Email: resource.email,
    Name: resource.name,
    Type: resource.type ?? "ROOM",
    State: resource.state ?? "ENABLED",
    EnabledDate: epochSecondsOf(resource.enabledDate),
    DisabledDate: epochSecondsOf(resource.disabledDate),
    Description: resource.description,
  };
}
