import type { ArchiveLocation } from "../archiveModel";
import type { RequestFailureReason } from "../errors";

// Why an archive could not be seen, and what to do. It stands in state, so it says the same as long as the reason is the
// same: nothing of a request is in it.

/** @internal */
export function deniedInWords({ bucket, key }: ArchiveLocation): string {
  return (
    `S3 refuses s3:GetObject on arn:aws:s3:::${bucket}/${key}: allow it in a policy of this identity (and of the bucket, ` +
    `where that is another account's), and s3:ListBucket on arn:aws:s3:::${bucket}, without which S3 refuses in the ` +
    "same way what is not there."
  );
}

/** @internal */
export function unreachableInWords(
  { bucket, key }: ArchiveLocation,
  reason: RequestFailureReason,
  status?: number,
): string {
  return `HeadObject on s3://${bucket}/${key} failed: ${words[reason](status)}.`;
}

const network = "see whether the network, a proxy or s3Endpoint lets the connection through";

const words = {
  regionMissing: () => "no region is known",
  credentialsMissing: () => "there are no credentials any more",
  credentialsRejected: () => "the credentials are expired or revoked: renew them",
  roleNotAssumed: () => "the role of assumeRole cannot be assumed any more",
  accessDenied: () => "access is denied",
  organizationNotFound: () => "the answer is not one of S3",
  organizationState: () => "the answer is not one of S3",
  entityNotFound: () => "the answer is not one of S3",
  invalidRequest: () => "S3 refuses the request as it stands",
  throttled: () => "S3 allows fewer requests than this: lower proveConcurrency, or try again later",
  serviceFailure: () => "S3 fails on its own side: try again later",
  malformedResponse: () => "the answer is not one of S3: see whether a proxy or a wrong s3Endpoint stands in between",
  timeout: () => `S3 did not answer in time (requestTimeoutSeconds, and timeoutSeconds for the whole read): ${network}`,
  aborted: () => "it was aborted",
  unknownHost: () => `there is no such host: ${network}`,
  unreachable: () => `there is no connection: ${network}`,
  // HEAD has no body to say more in.
  unexpected: (status = 0) =>
    status === 400
      ? "S3 says no more than HTTP 400, which can mean expired credentials: renew them"
      : "it says no more",
} as const satisfies Record<RequestFailureReason, (status?: number) => string>;
