import { IncompleteListError, InvalidArgumentsError, MailboxExportsError, WorkMailRequestError } from "../../errors";
import { withoutUndefined } from "../../withoutUndefined";
import type { UnreadOrganization } from "../answer";
import { CliError, EXIT } from "../exit";

/**
 * A failure that is of one organization or one region, and leaves the others as they are. What is wrong with the settings
 * is wrong for all of them, and so is what nobody expected.
 *
 * @throws `error` itself where it is none of these
 * @internal
 */
export function toUnread(
  { organizationId, region }: { readonly organizationId?: string; readonly region: string | undefined },
  error: unknown,
): UnreadOrganization {
  if (error instanceof InvalidArgumentsError || !(error instanceof MailboxExportsError)) throw error;
  const known = error instanceof WorkMailRequestError || error instanceof IncompleteListError ? error : undefined;
  if (known?.reason === "aborted") throw error;
  if (known?.reason === "regionMissing")
    throw new CliError(`${known.message}\nHere: --region.`, EXIT.usage, { cause: error });
  return {
    ...withoutUndefined({ organizationId, region: region ?? (known?.subject.region || undefined) }),
    reason: known?.reason ?? "other",
    message: error.message,
  };
}
