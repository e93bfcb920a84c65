/**
 * The base of every error that this package makes. The foreign error it wraps, if any, is its `cause`.
 *
 * @public
 */
export class MailboxExportsError extends Error {
  override name = "MailboxExportsError";
}

/** One thing wrong with one argument. @public */
export interface ArgumentFailure {
  /** The option, for example `assumeRole.roleArn`. */
  readonly property: string;
  /** What the rule is, and what was given instead. */
  readonly reason: string;
}

/**
 * Arguments that cannot be right, all of them at once. Thrown before anything is sent.
 * Not thrown for what only the service can know, such as an organization that does not exist.
 *
 * @public
 */
export class InvalidArgumentsError extends MailboxExportsError {
  override name = "InvalidArgumentsError";

  constructor(
    /** What was called, for example `getMailboxExportJobs`. */
    readonly subject: string,
    readonly failures: readonly ArgumentFailure[],
  ) {
    super(
      failures.length === 1
        ? `${subject}: ${failures[0]?.reason}`
        : `${subject}: ${failures.length} arguments are wrong:\n${failures.map(({ reason }) => `  - ${reason}`).join("\n")}`,
    );
  }
}

/** What was asked when something went wrong. @public */
export interface RequestSubject {
  /** The operation, for example `ListMailboxExportJobs` or `ListUsers`. */
  readonly operation: string;
  /** Empty where no one organization is asked for: ListOrganizations. */
  readonly organizationId: string;
  /** The region that was asked; empty where none is known. */
  readonly region: string;
  /** The job that was asked about, if it was about one. */
  readonly jobId?: string;
  /** How many pages had been read before. */
  readonly pagesRead: number;
}

/**
 * Why a list could not be read to its end although WorkMail answered:
 *
 * - `repeatedToken`: a page token came that had come before, so the pages go in a circle;
 * - `pageLimit`: the list did not end after 10,000 pages;
 * - `malformedPage`: a page is no list of what was asked for, or one of its records is none.
 *
 * @public
 */
export type IncompleteListReason = "repeatedToken" | "pageLimit" | "malformedPage";

/**
 * WorkMail answered, but not with a list that can be trusted to be whole: a token came
 * twice, the pages did not end, or a page was malformed. Nothing of the list is returned. Not thrown when a request
 * itself fails: that is {@link WorkMailRequestError}.
 *
 * @public
 */
export class IncompleteListError extends MailboxExportsError {
  override name = "IncompleteListError";

  constructor(
    readonly reason: IncompleteListReason,
    readonly subject: RequestSubject,
    detail: string,
  ) {
    super(
      `${subject.operation}${ofOrganization(subject)} in ${subject.region}: ${detail} ` +
        `(${pages(subject.pagesRead)} read). Nothing is returned, because the list would be short.\n` +
        "Try again; if it stays so, see whether a proxy or a wrong endpoint stands in between, or report it to AWS.",
    );
  }
}

/**
 * Why a request failed; each asks for something else from its caller. Trying again later can help with `throttled`,
 * `serviceFailure`, `timeout`, `unreachable` and `entityNotFound`; the others want a change first.
 *
 * - `regionMissing`: no region is known;
 * - `credentialsMissing`, `credentialsRejected`: there are none, or they are expired, revoked or of another kind;
 * - `roleNotAssumed`: STS did not give the role of `assumeRole`;
 * - `accessDenied`: the identity may not do this;
 * - `organizationNotFound`, `organizationState`: there is no such organization, or it is not active;
 * - `entityNotFound`: a job that was seen before is not known any more;
 * - `invalidRequest`: WorkMail refuses the request as it stands;
 * - `throttled`: WorkMail allows fewer requests than this;
 * - `serviceFailure`: the service fails on its own side;
 * - `malformedResponse`: what came back is no answer of WorkMail;
 * - `timeout`, `aborted`: the time was up, or the caller's signal ended the read;
 * - `unknownHost`, `unreachable`: there is no such host, or no connection to it;
 * - `unexpected`: none of these.
 *
 * @public
 */
export type RequestFailureReason =
  | "regionMissing"
  | "credentialsMissing"
  | "credentialsRejected"
  | "roleNotAssumed"
  | "accessDenied"
  | "organizationNotFound"
  | "organizationState"
  | "entityNotFound"
  | "invalidRequest"
  | "throttled"
  | "serviceFailure"
  | "malformedResponse"
  | "timeout"
  | "aborted"
  | "unknownHost"
  | "unreachable"
  | "unexpected";

/**
 * A request to WorkMail that failed for good, after all its retries. Nothing is returned of what was read before it.
 * `reason` says what kind of failure it is, `cause` is the AWS SDK's own error.
 *
 * ```ts
 * if (error instanceof WorkMailRequestError && error.reason === "throttled") await tryLater();
 * ```
 *
 * @public
 */
export class WorkMailRequestError extends MailboxExportsError {
  override name = "WorkMailRequestError";

  constructor(
    readonly reason: RequestFailureReason,
    readonly subject: RequestSubject,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/**
 * A guard that does not let itself be deleted, because not every mailbox is exported, or because that cannot be learnt;
 * then `verdict` is `unknown`, and the failure that stands in the way is the `cause`.
 *
 * @public
 */
export class MailboxExportGuardError extends MailboxExportsError {
  override name = "MailboxExportGuardError";

  constructor(
    readonly verdict: "incomplete" | "unknown",
    /** Why; the message also says how to go on. */
    readonly because: string,
    waysOn: string,
    cause?: unknown,
  ) {
    super(`Refused, to save mail: ${because}\n${waysOn}`, { cause });
  }
}

/** " for organization m-…", or nothing. @internal */
export function ofOrganization({ organizationId }: RequestSubject): string {
  return organizationId === "" ? "" : ` for organization ${organizationId}`;
}

/** "1 page", "3 pages". @internal */
export function pages(count: number): string {
  return count === 1 ? "1 page" : `${count} pages`;
}
