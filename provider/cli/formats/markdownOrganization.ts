import type { HowRead, LeftOutOrganization } from "../answer";
import { counted } from "./counted";
import { code } from "./markdownText";

/** Which organization it is, and where. @internal */
export function organizationName(organization: { readonly organizationId?: string; readonly region?: string }): string {
  const { organizationId, region } = organization;
  const whose = organizationId === undefined ? "the organizations" : code(organizationId);
  return region === undefined ? whose : `${whose} in ${code(region)}`;
}

/** How an organization was read, as a sentence. @internal */
export function howRead({ readAt, pages, rememberedJobs }: HowRead): string {
  const remembered = rememberedJobs === 0 ? "" : `, and ${counted(rememberedJobs, "job")} remembered before`;
  return `Read at ${code(readAt)}: ${counted(pages, "page")}${remembered}.`;
}

/** @internal */
export function leftOutLines(leftOut: readonly LeftOutOrganization[]): readonly string[] {
  if (leftOut.length === 0) return [];
  return ["", "### Not asked", "", ...leftOut.map((each) => `- ${leftOutInWords(each)}`)];
}

function leftOutInWords({ state, alias, ...organization }: LeftOutOrganization): string {
  const called = alias === undefined ? "" : `, called ${code(alias)}`;
  return `${organizationName(organization)}${called}: its state is ${code(state)}`;
}
