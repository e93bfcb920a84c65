import type { RequestFailureReason, RequestSubject } from "../errors";
import { regionsInWords } from "./regions";

/** What to do about each kind of failure. @internal */
export const adviceFor = {
  regionMissing: () =>
    `Say in which region the organization is: WorkMail exists in ${regionsInWords}. ` +
    "Set the argument region, or `pulumi config set aws:region`, or AWS_REGION, or the profile's region.",
  credentialsMissing: () =>
    "Give the SDK credentials: environment variables, a profile (argument profile, `aws:profile` or AWS_PROFILE; " +
    "`aws sso login` for SSO), a role (argument assumeRole), or the role of the machine.",
  credentialsRejected: () =>
    "The credentials are expired, revoked or not meant for this: renew them (`aws sso login`, a new session token) " +
    "and see with `aws sts get-caller-identity` whose they are.",
  roleNotAssumed: () =>
    "See that the role's trust policy names this identity (and the externalId, if it asks for one), that this identity " +
    "may sts:AssumeRole it, and that the network reaches STS.",
  accessDenied: ({ operation, organizationId, region }) =>
    `Allow workmail:${operation} on ${arnOf(region, organizationId)} ` +
    "in a policy of this identity; a service control policy can refuse it as well.",
  organizationNotFound: ({ organizationId, region }) =>
    `There is no organization ${organizationId} in ${region} for this account. See \`aws workmail list-organizations\`; ` +
    `WorkMail exists in ${regionsInWords}.`,
  organizationState: ({ organizationId }) =>
    `The organization ${organizationId} is not active. See \`aws workmail describe-organization\`; ` +
    "while it is being made or deleted it cannot be asked for what it holds.",
  entityNotFound: () =>
    "WorkMail does not know this job any more. If it was listed just now, try again, or read without includeDetails; " +
    "a job that left the list long ago may be forgotten: whether its archive was written, only S3 can tell.",
  invalidRequest: () => "WorkMail refuses this request as it stands: see its words above.",
  throttled: () =>
    "WorkMail allows fewer requests than this. Try again later, or raise maxAttempts, or lower detailsConcurrency.",
  serviceFailure: () => "The service fails on its own side. Try again later.",
  malformedResponse: () =>
    "The answer is not what WorkMail answers: see whether a proxy or a wrong endpoint stands in between.",
  timeout: () =>
    "See whether the network reaches WorkMail; for a slow one raise requestTimeoutSeconds (one request) " +
    "or timeoutSeconds (the whole read).",
  aborted: () => "The caller's signal ended the read.",
  unknownHost: ({ region }) =>
    `WorkMail has no host by this name. It exists in ${regionsInWords}; the region asked is ${region}. ` +
    "With the right region, look to the network's name service and to the argument endpoint.",
  unreachable: () => "See whether the network, a proxy or the argument endpoint lets the connection through.",
  unexpected: () => "This failure has no known cause here: see the words above, and the error's cause.",
} satisfies Record<RequestFailureReason, (subject: RequestSubject) => string>;

/** ListOrganizations asks for no one organization, and is allowed on all of them. */
function arnOf(region: string, organizationId: string): string {
  return organizationId === "" ? "*" : `arn:aws:workmail:${region}:*:organization/${organizationId}`;
}
