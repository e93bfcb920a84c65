import type { LeftOutOrganization } from "../../answer";
import { foreign, foreignIfAny } from "./foreign";
import { section } from "./heading";
import { type Content, markup } from "./markup";
import { organizationName } from "./organizationColumn";

/** The organizations that were found and not asked. @internal */
export function leftOut(organizations: readonly LeftOutOrganization[]): Content {
  if (organizations.length === 0) return undefined;
  const rows = organizations.map(
    (organization) =>
      markup`<tr><th scope="row">${organizationName(organization)}</th><td>${foreignIfAny(organization.alias)}</td><td>${foreign(
        organization.state,
      )}</td></tr>`,
  );
  return section(
    "left-out",
    2,
    "Not asked",
    markup`<p>These organizations were found and not asked, since they are deleted: WorkMail tells nothing of them any more.</p><div class="scroll" tabindex="0" role="group" aria-label="Organizations that were not asked"><table class="plain"><thead><tr><th scope="col">Organization</th><th scope="col">Alias</th><th scope="col">State</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}
