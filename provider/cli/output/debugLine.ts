import type { RequestTrace } from "../../aws/traceRequests";
import { plainLine } from "../../exports/plainText";

/** A line about one request: what was asked of whom, and what came back. @internal */
export function debugLine(request: RequestTrace): string {
  const { operation, about, isFurtherPage, status, error, requestId, milliseconds } = request;
  const parts = [
    operation,
    ...about,
    ...(isFurtherPage ? ["next page"] : []),
    "→",
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(error === undefined ? [] : [error]),
    `${Math.round(milliseconds)} ms`,
    ...(requestId === undefined ? [] : [requestId]),
  ];
  return `debug: ${plainLine(parts.join(" "))}\n`;
}
