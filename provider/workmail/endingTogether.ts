import type { Connection } from "./connect";

/**
 * For questions that are asked side by side: when `ask` is over, so are all of them. When one fails, the others must not
 * go on asking behind their caller's back.
 *
 * @internal
 */
export async function endingTogether<Result>(
  connection: Connection,
  ask: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const end = new AbortController();
  try {
    return await ask({ ...connection, signal: AbortSignal.any([connection.signal, end.signal]) });
  } finally {
    end.abort();
  }
}
