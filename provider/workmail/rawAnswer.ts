import type { ServiceInputTypes, ServiceOutputTypes } from "@aws-sdk/client-workmail";
import type { WorkMailCommand } from "./workMailCommand";

/** An answer as it came over the wire. @internal */
export interface RawAnswer {
  readonly status: unknown;
  readonly body: Uint8Array;
}

/**
 * Keeps what the command's answer really was, beside what the SDK makes of it. The SDK takes an empty body, `null` or
 * an error under status 200 for an answer that has no members, which would look like an empty list.
 *
 * @internal
 */
export function keepRawAnswer<Input extends ServiceInputTypes, Answer extends ServiceOutputTypes>(
  command: WorkMailCommand<Input, Answer>,
): () => RawAnswer | undefined {
  let raw: RawAnswer | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (typeof response === "object" && response !== null) {
        const body = await bytesOf(Reflect.get(response, "body"));
        raw = { status: Reflect.get(response, "statusCode"), body };
        Reflect.set(response, "body", body);
      }
      return result;
    },
    // Nearest to the wire, so that the SDK's own reading of the body comes after.
    { step: "deserialize", priority: "low", name: "keepRawAnswer" },
  );
  return () => raw;
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  if (!isStream(body)) return Buffer.from(String(body ?? ""));
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

/**
 * Whether the answer says of a list that it is empty, and not something else: an object under status 200, with nothing
 * of an error in it. `listMember` is the member that holds the list.
 *
 * @internal
 */
export function isEmptyList(raw: RawAnswer | undefined, listMember: string): boolean {
  if (raw?.status !== 200) return false;
  const answer = parsed(raw.body);
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return false;
  return Object.entries(answer).every(
    ([member, value]) =>
      (member === listMember && Array.isArray(value)) || (member === "NextToken" && typeof value === "string"),
  );
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
