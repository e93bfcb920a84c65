import { untilAborted } from "../aws/untilAborted";
import type { RequestSubject } from "../errors";
import type { Connection } from "./connect";
import { toRequestError } from "./requestError";

/** What is asked over `connection`, for the errors. @internal */
export function subjectOf(
  { organizationId, region }: Connection,
  operation: string,
  pagesRead: number,
): RequestSubject {
  return { operation, organizationId, region, pagesRead };
}

/**
 * One request, its retries included; a failure comes out as a WorkMailRequestError about `subject`.
 *
 * @internal
 */
export async function request<Answer>(
  subject: RequestSubject,
  signal: AbortSignal,
  send: (options: { abortSignal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  try {
    signal.throwIfAborted();
    return await untilAborted(send({ abortSignal: signal }), signal);
  } catch (error) {
    throw toRequestError(error, subject, signal);
  }
}
