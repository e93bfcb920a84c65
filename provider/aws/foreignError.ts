import { stripVTControlCharacters } from "node:util";

/** What an error of the SDK, of Node's network or of a signal tells. Every member may be missing. @internal */
export interface ForeignError {
  readonly name?: string | undefined;
  readonly message?: string | undefined;
  /** Node's code, for example ENOTFOUND. */
  readonly code?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly attempts?: number | undefined;
  readonly requestId?: string | undefined;
}

/** What an error tells, whoever threw it. @internal */
export function foreignError(error: unknown): ForeignError {
  const metadata = member(error, "$metadata");
  const message = textMember(error, "message") ?? String(error);
  return {
    name: textMember(error, "name"),
    message,
    // An error from another realm (as under jest) comes out of the SDK with nothing left but its text.
    code: textMember(error, "code") ?? /\bE[A-Z_]{4,}\b/.exec(message)?.[0],
    httpStatus: numberMember(metadata, "httpStatusCode"),
    attempts: numberMember(metadata, "attempts"),
    requestId: textMember(metadata, "requestId"),
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textMember(value: unknown, name: string): string | undefined {
  const text = member(value, name);
  return typeof text === "string" ? text : undefined;
}

function numberMember(value: unknown, name: string): number | undefined {
  const number = member(value, name);
  return typeof number === "number" ? number : undefined;
}

/** A service, or a proxy, that repeats what it was asked repeats what it was signed with. */
function withoutSecrets(text: string): string {
  return text.replace(/\b(Signature|Credential|X-Amz-Security-Token|Authorization)(\s*[=:]\s*)[^\s,]+/gi, "$1$2…");
}

const longestSaid = 500;

/** What an error of any kind says, in one plain line. @internal */
export function saidBy(error: unknown): string {
  return forPeople(foreignError(error).message ?? "");
}

/** What somebody else says, in one plain line. @internal */
export function forPeople(message: string): string {
  const [firstLine = ""] = stripVTControlCharacters(message).split("\n");
  return (
    withoutSecrets(firstLine)
      .slice(0, longestSaid)
      .replace(/[\s.]+$/, "") || "no message"
  );
}
