import { reasonOf } from "../../provider/aws/failureReason";

test.each([
  [{ name: "AccessDeniedException", httpStatus: 400 }, "accessDenied"],
  [{ name: "ExpiredTokenException" }, "credentialsRejected"],
  [{ name: "SignatureDoesNotMatch", httpStatus: 403 }, "credentialsRejected"],
  [{ name: "CredentialsProviderError" }, "credentialsMissing"],
  [{ name: "TimeoutError", code: "ECONNRESET" }, "unreachable"],
  [{ name: "TimeoutError" }, "timeout"],
  [{ name: "Error", code: "ENOTFOUND" }, "unknownHost"],
  [{ name: "ThrottlingException", httpStatus: 400 }, "throttled"],
  [{ name: "InternalFailure", httpStatus: 500 }, "serviceFailure"],
  [{ name: "LimitExceededException", httpStatus: 400 }, "throttled"],
  [{ name: "Error", code: "EAI_AGAIN" }, "unknownHost"],
  [{ name: "ThrottlingException", httpStatus: 503 }, "throttled"],
  [{ name: "toString" }, "unexpected"],
  [{}, "unexpected"],
])("%j is %s", (foreign, reason) => {
  expect(reasonOf(foreign)).toBe(reason);
});
