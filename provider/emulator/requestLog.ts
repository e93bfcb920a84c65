import type { FaultKind } from "./faults/types";

/**
 * One request as it came in and what was answered.
 * @public
 */
export interface RecordedRequest {
  /** The operation that was asked for, or the whole `X-Amz-Target` if there is no such operation; `""` without one. */
  readonly operation: string;
  /** The parsed body, or its text if it is no JSON. */
  readonly body: unknown;
  /** From the credential's scope; `undefined` if the request was not signed. */
  readonly region: string | undefined;
  /** Who signed. Nothing secret is kept: no signature, no session token. */
  readonly accessKeyId: string | undefined;
  /** The HTTP status; `undefined` until one is sent, and for ever if the connection was reset or left hanging. */
  readonly status: number | undefined;
  /** The error's `__type`, if the answer was an error. */
  readonly errorCode: string | undefined;
  /** The fault that shaped the answer, if one did. */
  readonly fault: FaultKind | undefined;
}

/** The log's own view of an entry, filled in as the request goes on. @internal */
export type RequestEntry = { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] };

/** @internal */
export function newEntry(target: string): RequestEntry {
  const operation = target.replace(/^WorkMailService\./, "");
  return {
    operation,
    body: undefined,
    region: undefined,
    accessKeyId: undefined,
    status: undefined,
    errorCode: undefined,
    fault: undefined,
  };
}
