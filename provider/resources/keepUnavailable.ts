import { type RequestFailureReason, WorkMailRequestError } from "../errors";
import { jobsById } from "../exports/jobsById";
import { rememberedOf, withoutProof } from "./ledgerState";
import type { LifeCycleContext, Properties } from "./lifeCycle";
import type { MailboxExportJobsInputs, MailboxExportJobsState } from "./mailboxExportJobsState";

/**
 * Which failures can mean that the organization, or WorkMail itself, is gone. The others ask for another setting, or
 * for another try, and gone for good is neither. How the service will fail after its end is not known, so what is not
 * clearly one of these counts as gone.
 */
const canMeanGone = {
  regionMissing: false,
  credentialsMissing: false,
  credentialsRejected: false,
  roleNotAssumed: false,
  accessDenied: false,
  organizationNotFound: true,
  organizationState: true,
  entityNotFound: false,
  invalidRequest: false,
  throttled: false,
  serviceFailure: true,
  malformedResponse: true,
  timeout: true,
  aborted: false,
  unknownHost: true,
  unreachable: true,
  unexpected: true,
} as const satisfies Record<RequestFailureReason, boolean>;

/**
 * The state as it stands, marked as no longer live, where `onUnavailable` says so, there is something to keep, and the
 * failure can mean that nobody will answer any more. Otherwise it throws `error`.
 *
 * @internal
 */
export function keepUnavailable(
  error: unknown,
  args: MailboxExportJobsInputs,
  olds: Properties,
  { warn }: LifeCycleContext,
): MailboxExportJobsState {
  if (args.onUnavailable !== "keep" || !(error instanceof WorkMailRequestError) || !canMeanGone[error.reason])
    throw error;
  const { organizationId } = args;
  const { region } = error.subject;
  if (olds["jobsById"] === undefined || olds["organizationId"] !== organizationId || olds["region"] !== region) {
    throw error;
  }
  const remembered = rememberedOf(olds, organizationId, region);
  const jobs = args.prove ? remembered : remembered.map(withoutProof);
  warn(
    `The ${jobs.length} jobs remembered of organization ${organizationId} in ${region} are kept as they stand, and are ` +
      `not live any more (onUnavailable: "keep"): ${error.message}`,
  );
  return { ...args, region, jobsById: jobsById(jobs), live: false };
}
