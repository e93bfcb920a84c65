import type { UnreadOrganization } from "../../answer";
import { foreign } from "./foreign";
import { section } from "./heading";
import { type Content, type Markup, markup } from "./markup";
import { organizationName } from "./organizationColumn";

/** What could not be read, where nobody can overlook it. @internal */
export function unread(failures: readonly UnreadOrganization[]): Content {
  if (failures.length === 0) return undefined;
  return section(
    "unread",
    2,
    "Could not be read",
    markup`<p>Of these nothing is known, so nothing below is about them. While one is left, the verdict is not complete.</p><ul class="failures">${failures.map(
      failure,
    )}</ul>`,
  );
}

function failure({ organizationId, region, reason, message }: UnreadOrganization): Markup {
  return markup`<li><p><strong>${subject(organizationId, region)}</strong> <span class="muted">${reason}</span></p><p class="message">${foreign(
    message,
  )}</p></li>`;
}

function subject(organizationId: string | undefined, region: string | undefined): Markup {
  if (organizationId !== undefined) {
    return region === undefined
      ? markup`<code>${foreign(organizationId)}</code>`
      : organizationName({ organizationId, region });
  }
  return region === undefined ? markup`Organizations` : markup`The organizations of ${foreign(region)}`;
}
