import { reasonOf } from "../aws/failureReason";
import { type ForeignError, foreignError, forPeople } from "../aws/foreignError";
import { ofOrganization, pages, type RequestFailureReason, type RequestSubject, WorkMailRequestError } from "../errors";
import { adviceFor } from "./advice";

/**
 * The one place where a foreign error becomes ours: it says what was asked, what came back and what to do.
 *
 * @internal
 */
export function toRequestError(error: unknown, subject: RequestSubject, signal?: AbortSignal): WorkMailRequestError {
  if (error instanceof WorkMailRequestError) return error;
  const foreign = foreignError(error);
  if (signal?.aborted) return aborted(error, subject, signal);
  return requestError(reasonOf(foreign), subject, `${whatCameBack(foreign)}${tries(foreign)}`, error);
}

/** A failure of a known kind: `detail` is what came back. @internal */
export function requestError(
  reason: RequestFailureReason,
  subject: RequestSubject,
  detail: string,
  cause?: unknown,
): WorkMailRequestError {
  const { operation, region, jobId, pagesRead } = subject;
  const job = jobId === undefined ? "" : ` for job ${jobId}`;
  const progress = pagesRead > 0 ? ` after ${pages(pagesRead)}` : "";
  const place = region === "" ? "" : ` in ${region}`;
  const message = `${operation}${job}${ofOrganization(subject)}${place} failed${progress}: ${detail}.\n${adviceFor[reason](subject)}`;
  return new WorkMailRequestError(reason, subject, message, cause);
}

function aborted(error: unknown, subject: RequestSubject, signal: AbortSignal): WorkMailRequestError {
  const { name, message } = foreignError(signal.reason);
  return name === "TimeoutError"
    ? requestError("timeout", subject, "the whole read took longer than timeoutSeconds", error)
    : requestError("aborted", subject, `it was aborted${message ? ` (${message})` : ""}`, error);
}

function whatCameBack({ name = "Error", message = "", code, httpStatus = 400 }: ForeignError): string {
  const status = httpStatus === 200 || httpStatus === 400 ? "" : ` (HTTP ${httpStatus})`;
  // What the parser says of a page that is no JSON is of use to nobody: the SDK hangs the page itself to it.
  if (name === "SyntaxError") return `the answer is not JSON${status}`;
  if (name === "Unknown") return `an answer without a reason${status}`;
  const said = forPeople(message);
  const kind = code !== undefined && !said.includes(code) ? code : name;
  return `${kind === "Error" ? "" : `${kind}: `}${said}${status}`;
}

function tries({ attempts, requestId }: ForeignError): string {
  const facts = [
    attempts !== undefined && attempts > 1 ? `tried ${attempts} times` : "",
    requestId === undefined ? "" : `request id ${requestId}`,
  ].filter((fact) => fact !== "");
  return facts.length > 0 ? ` (${facts.join(", ")})` : "";
}
