/** Where an organization is, as far as it is said. */
interface Place {
  readonly organizationId?: string | undefined;
  readonly region?: string | undefined;
}

/** An id is that of one organization in all regions; where both sides say the region, they must agree. @internal */
export function sameOrganization(a: Place, b: Place): boolean {
  if (a.organizationId !== b.organizationId) return false;
  return a.region === undefined || b.region === undefined || a.region === b.region;
}
