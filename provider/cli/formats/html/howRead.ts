import type { HowRead } from "../../answer";
import { section } from "./heading";
import { type Content, type Markup, markup } from "./markup";
import { inDigits } from "./numbers";
import { type OrganizationName, organizationName } from "./organizationColumn";
import { timestamp } from "./timestamp";

/** An organization, and how it was read. @internal */
export interface Read extends OrganizationName {
  readonly read: HowRead;
  /** What else bears on what is shown, such as a cutover or filters. */
  readonly rules: Content;
}

/** How it was read. Every page was: a list that is short is an error, and no report. @internal */
export function howRead(organizations: readonly Read[], askedAt: string): Markup {
  const rows = organizations.map(
    (each) =>
      markup`<tr><th scope="row">${organizationName(each)}</th><td>${timestamp(each.read.readAt)}</td><td class="digits">${inDigits(
        each.read.pages,
      )}</td><td class="digits">${inDigits(each.read.rememberedJobs)}</td><td>${each.rules}</td></tr>`,
  );
  const table = markup`<div class="scroll" tabindex="0" role="group" aria-label="How each organization was read"><table class="plain"><thead><tr><th scope="col">Organization</th><th scope="col">Read at</th><th scope="col" class="digits">Pages of WorkMail</th><th scope="col" class="digits">Remembered jobs given</th><th scope="col">Rules</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return section(
    "how-read",
    2,
    "How this was read",
    rows.length === 0
      ? markup`<p>Asked at ${timestamp(askedAt)}. Nothing was read.</p>`
      : markup`<p>Asked at ${timestamp(askedAt)}. Every page that WorkMail gave was read to the end. WorkMail lists jobs for seven days; what is older is known only from the remembered jobs that were given.</p>${table}`,
  );
}
