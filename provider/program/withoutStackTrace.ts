import { MailboxExportsError } from "../errors";

/**
 * Runs `run`, and marks an error of ours as one that Pulumi shows by its message alone: what to do stands there, and
 * the stack of a library says nothing to its user.
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

/**
 * The mark alone, for an error thrown at once. It is that of pulumi.RunError, which works across copies of Pulumi in one
 * process, so that the error keeps its own class for those who catch it. Where Pulumi does not look at the mark (once the
 * program's body has ended) it shows the stack, so that is the message as well; the cause keeps its own.
 *
 * @internal
 */
export function markedForPulumi<Failure>(error: Failure): Failure {
  if (error instanceof MailboxExportsError) {
    Object.defineProperty(error, "__pulumiRunError", { value: true });
    error.stack = error.message;
  }
  return error;
}
