import type { Column, Filter } from "./dataTable";
import { foreign } from "./foreign";
import { type Markup, markup } from "./markup";

/** What an organization is called by. @internal */
export interface OrganizationName {
  readonly organizationId: string;
  readonly region: string;
}

interface OfOrganization {
  readonly organization: number;
}

/** @internal */
export function organizationName({ organizationId, region }: OrganizationName): Markup {
  return markup`<code>${foreign(organizationId)}</code> in ${foreign(region)}`;
}

/** Only where there is more than one: else it would say the same in every row. @internal */
export function organizationColumn(organizations: readonly OrganizationName[]): readonly Column<OfOrganization>[] {
  if (organizations.length < 2) return [];
  const names = organizations.map(organizationName);
  return [
    { name: "organization", title: "Organization", key: "text", cell: ({ organization }) => names[organization] },
  ];
}

/** @internal */
export function organizationFilter(organizations: readonly OrganizationName[]): readonly Filter<OfOrganization>[] {
  if (organizations.length < 2) return [];
  return [
    {
      name: "organization",
      title: "Organization",
      all: "All",
      choices: organizations.map(({ organizationId, region }, index) => ({
        value: String(index),
        title: `${organizationId} in ${region}`,
      })),
      valuesOf: ({ organization }) => [String(organization)],
    },
  ];
}
