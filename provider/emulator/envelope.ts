import type { IncomingHttpHeaders } from "node:http";
import { JSON_TYPE } from "./answer";
import { ServiceError } from "./errors";
import { isOperationName, type OperationName } from "./operations/table";

const SERVICE_PREFIX = "WorkMailService";

/** @internal */
export interface Envelope {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Who signed, and for which region. @internal */
export interface Caller {
  readonly accessKeyId: string;
  readonly region: string;
}

/**
 * Everything the service settles before it reads the body.
 * @throws ServiceError
 * @internal
 */
export function checkEnvelope(envelope: Envelope): { readonly operation: OperationName; readonly caller: Caller } {
  checkProtocol(envelope);
  return { operation: operationOf(envelope.headers), caller: callerOf(envelope.headers) };
}

// What is no JSON 1.1 call reaches no operation at all, and the front end says so with 404.
function checkProtocol({ method, url, headers }: Envelope): void {
  const contentType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  const received = [
    method === "POST" ? undefined : `method ${method}`,
    url === "/" ? undefined : `path ${url}`,
    contentType === JSON_TYPE ? undefined : `content type ${contentType ?? "(none)"}`,
  ].filter((part) => part !== undefined);
  if (received.length > 0) {
    const message = `This service takes POST / with ${JSON_TYPE}; received ${received.join(", ")}.`;
    throw new ServiceError("UnknownOperationException", message, 404);
  }
}

function operationOf(headers: IncomingHttpHeaders): OperationName {
  const target = headers["x-amz-target"];
  const [prefix, name, ...more] = typeof target === "string" ? target.split(".") : [];
  if (prefix === SERVICE_PREFIX && name !== undefined && more.length === 0 && isOperationName(name)) return name;
  throw new ServiceError(
    "UnknownOperationException",
    `This emulator has no operation ${target ?? "(no X-Amz-Target)"}.`,
  );
}

// The signature itself is not checked: the emulator knows no secret key, so any will do.
function callerOf(headers: IncomingHttpHeaders): Caller {
  const authorization = headers.authorization;
  if (authorization === undefined) {
    throw new ServiceError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
  }
  const scope = /^AWS4-HMAC-SHA256 .*\bCredential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/workmail\/aws4_request(?:,|\s|$)/;
  const [, accessKeyId, region] = scope.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined) {
    const message =
      "Authorization header requires 'AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/workmail/aws4_request'.";
    throw new ServiceError("IncompleteSignatureException", message);
  }
  return { accessKeyId, region };
}
