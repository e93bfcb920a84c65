import { MailboxExportsError } from "../errors";

/**
 * Runs `run`, and marks an error of ours as one that Pulumi shows by its message alone: what to do stands there, and
 * the stack of a library says nothing to its user. The mark is that of pulumi.RunError, which works across copies of
 * Pulumi in one process; so the error keeps its own class for those who catch it.
 *
 * @internal
 */
export async function withoutStackTrace<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw markedForPulumi(error);
  }
}

/** The mark alone, for an error thrown at once. @internal */
export function markedForPulumi(error: unknown): unknown {
  if (error instanceof MailboxExportsError) Object.defineProperty(error, "__pulumiRunError", { value: true });
  return error;
}
