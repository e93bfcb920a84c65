import { requireEnvironment } from "../arguments/requireEnvironment";
import type { ConnectionArgs } from "../model";
import { findRegion } from "../workmail/connect";
import type { ReadContext } from "./withConnection";

/**
 * The region that a read with these arguments would ask: theirs, the environment's or the profile's. Nothing is sent.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError with the reason `regionMissing`
 * @internal
 */
export function regionAsked(
  args: ConnectionArgs & { readonly organizationId: string },
  { environment }: ReadContext,
): Promise<string> {
  requireEnvironment(args, environment);
  return findRegion("ListUsers", args.organizationId, args, environment);
}
