import type { ConnectionArgs, ProofArgs } from "../model";
import { findRegion } from "../workmail/connect";
import { requireSurroundings } from "./requireSurroundings";
import type { ReadContext } from "./withConnection";

/**
 * The region that a read with these arguments would ask: theirs, the environment's or the profile's. Nothing is sent.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError with the reason `regionMissing`
 * @internal
 */
export function regionAsked(
  args: ConnectionArgs & ProofArgs & { readonly organizationId: string },
  { environment }: ReadContext,
): Promise<string> {
  requireSurroundings(args, environment);
  return findRegion("ListUsers", args.organizationId, args, environment);
}
