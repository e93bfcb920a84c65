import type { RequestFailureReason } from "../errors";
import type { ForeignError } from "./foreignError";

const reasonByCode = {
  ENOTFOUND: "unknownHost",
  EAI_AGAIN: "unknownHost",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  EPIPE: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ETIMEDOUT: "timeout",
} satisfies Record<string, RequestFailureReason>;

/** AWS's error codes, common and WorkMail's own, and the names of the SDK's own errors. */
const reasonByName = {
  AccessDeniedException: "accessDenied",
  AccessDenied: "accessDenied",
  ExpiredTokenException: "credentialsRejected",
  ExpiredToken: "credentialsRejected",
  RequestExpired: "credentialsRejected",
  UnrecognizedClientException: "credentialsRejected",
  InvalidClientTokenId: "credentialsRejected",
  InvalidSignatureException: "credentialsRejected",
  SignatureDoesNotMatch: "credentialsRejected",
  IncompleteSignatureException: "credentialsRejected",
  IncompleteSignature: "credentialsRejected",
  MissingAuthenticationTokenException: "credentialsRejected",
  MissingAuthenticationToken: "credentialsRejected",
  CredentialsProviderError: "credentialsMissing",
  TokenProviderError: "credentialsMissing",
  OrganizationNotFoundException: "organizationNotFound",
  OrganizationStateException: "organizationState",
  EntityNotFoundException: "entityNotFound",
  InvalidParameterException: "invalidRequest",
  ValidationException: "invalidRequest",
  SerializationException: "invalidRequest",
  ThrottlingException: "throttled",
  Throttling: "throttled",
  TooManyRequestsException: "throttled",
  LimitExceededException: "throttled",
  SyntaxError: "malformedResponse",
  TypeError: "malformedResponse",
  TimeoutError: "timeout",
} satisfies Record<string, RequestFailureReason>;

/** Which kind of failure an error is. @internal */
export function reasonOf({ code, name, httpStatus }: ForeignError): RequestFailureReason {
  const byStatus = httpStatus === undefined ? undefined : reasonOfStatus(httpStatus);
  const byName = lookUp(reasonByName, name);
  // Node's code first: the SDK gives a connection that was reset the name TimeoutError. And the status before an answer
  // that is no JSON: a load balancer says 503 in HTML.
  return (
    lookUp(reasonByCode, code) ??
    (byName === "malformedResponse" ? byStatus : byName) ??
    byName ??
    byStatus ??
    "unexpected"
  );
}

/** What a status says of itself, whoever answered. */
function reasonOfStatus(status: number): RequestFailureReason | undefined {
  if (status >= 500) return "serviceFailure";
  if (status === 429) return "throttled";
  // A redirect, or a proxy that wants to know who asks: WorkMail does neither.
  return (status >= 300 && status < 400) || status === 407 ? "malformedResponse" : undefined;
}

function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
