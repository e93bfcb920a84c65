import { ServiceError } from "./errors";
import { hasMailbox } from "./hasMailbox";
import type { Organization } from "./organization";

type Roster = Pick<Organization, "details" | "users" | "resources" | "hasRoster">;

/**
 * The id of the mailbox that a caller names by id, name or email, written exactly as it is seeded. In an organization
 * without a roster everything names a mailbox, as jobs then name entities freely.
 * @throws ServiceError EntityNotFoundException if there is nobody. It is a guess that it also comes for somebody who
 * has no mailbox: the model has no EntityStateException for StartMailboxExportJob.
 * @internal
 */
export function exportable({ details, users, resources, hasRoster }: Roster, named: string, nowMs: number): string {
  if (!hasRoster) return named;
  const entities = [...users, ...resources].map(({ value }) => value);
  const meant = entities.filter(({ id, name, email }) => id === named || name === named || email === named);
  // An id names one entity; a name may be that of somebody who is gone and of somebody who is there.
  const mailbox = meant.find(({ id }) => id === named) ?? meant.find((entity) => hasMailbox(entity, nowMs)) ?? meant[0];
  if (mailbox && hasMailbox(mailbox, nowMs)) return mailbox.id;
  const what = mailbox ? "has no mailbox" : "does not exist";
  throw new ServiceError(
    "EntityNotFoundException",
    `The entity ${named} ${what} in the organization ${details.organizationId}.`,
  );
}
