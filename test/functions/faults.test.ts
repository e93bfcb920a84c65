import type { Fault, FaultKind } from "../../provider/emulator";
import { IncompleteListError, WorkMailRequestError } from "../../provider/errors";
import { getMailboxExportJobs } from "../../provider/functions/getMailboxExportJobs";
import {
  contextOf,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";

withAwsEnvironment();

interface Refused {
  readonly error: typeof WorkMailRequestError | typeof IncompleteListError;
  readonly reason: string;
  readonly message: RegExp;
  readonly pagesRead: number;
  readonly requests?: number;
}

/** Every fault on the second of three pages, and what becomes of the read; "whole": it still has every job. */
const outcomes: readonly (readonly [string, Fault, Refused | "whole"])[] = [
  ["throttled once", { kind: "throttle" }, "whole"],
  ["throttled for good", { kind: "throttle", times: 99 }, refused("throttled", /Rate exceeded \(tried 2 times/, 3)],
  ["a 5xx once", { kind: "serverError", status: 503 }, "whole"],
  ["a 5xx for good", { kind: "serverError", times: 99 }, refused("serviceFailure", /HTTP 500.*tried 2 times/, 3)],
  ["a reset once", { kind: "reset" }, "whole"],
  ["resets for good", { kind: "reset", times: 99 }, refused("unreachable", /socket hang up|ECONNRESET/, 3)],
  ["a hang", { kind: "hang", times: 99 }, refused("timeout", /requestTimeoutSeconds/, 3)],
  [
    "a hang amid the body",
    { kind: "hang", after: "halfBody", times: 99 },
    refused("timeout", /failed after 1 page/, 3),
  ],
  ["a repeated token", { kind: "repeatToken" }, incomplete("repeatedToken", /had handed out before/, 2)],
  ["two tokens in turn", { kind: "cycleTokens" }, incomplete("repeatedToken", /had handed out before/, 4)],
  ["an empty page with a token", { kind: "emptyPageWithToken" }, "whole"],
  ["a page without Jobs", { kind: "pageWithoutJobs" }, incomplete("malformedPage", /a page has no list of jobs/, 1)],
  ["a null job", { kind: "nullJob" }, incomplete("malformedPage", /a job record is null/, 1)],
  ["a job without JobId", { kind: "missingFields", fields: ["JobId"] }, incomplete("malformedPage", /no JobId/, 1)],
  ["jobs with a JobId alone", { kind: "missingFields", fields: ["EntityId", "State", "StartTime", "S3Path"] }, "whole"],
  ["an unknown state", { kind: "unknownState", state: "SUSPENDED" }, "whole"],
  ["unknown members", { kind: "unknownMembers" }, "whole"],
  ["a connection cut once", { kind: "truncatedBody", how: "connection" }, "whole"],
  ["half a JSON text", { kind: "truncatedBody", how: "json" }, refused("malformedResponse", /not JSON/, 2)],
  ["HTML with status 200", { kind: "html" }, refused("malformedResponse", /not JSON/, 2)],
  ["a time that is a text", { kind: "notATimestamp" }, refused("malformedResponse", /not what WorkMail answers/, 2)],
  [
    "access denied",
    { kind: "error", code: "AccessDeniedException", message: "not authorized" },
    refused(
      "accessDenied",
      new RegExp(
        `Allow workmail:ListMailboxExportJobs on arn:aws:workmail:${region}:\\*:organization/${organizationId}`,
      ),
      2,
    ),
  ],
  [
    "expired credentials",
    { kind: "error", code: "ExpiredTokenException", message: "The security token included in the request is expired" },
    refused("credentialsRejected", /is expired[\s\S]*aws sso login/, 2),
  ],
  [
    "unknown credentials",
    {
      kind: "error",
      code: "UnrecognizedClientException",
      message: "The security token included in the request is invalid",
    },
    refused("credentialsRejected", /get-caller-identity/, 2),
  ],
  [
    "an organization in the wrong state",
    { kind: "error", code: "OrganizationStateException", message: "The organization must have a valid state" },
    refused("organizationState", /describe-organization/, 2),
  ],
  [
    "an error nobody knows",
    { kind: "error", code: "TeapotException", message: "short and stout" },
    refused("unexpected", /TeapotException: short and stout/, 2),
  ],
];

function refused(reason: string, message: RegExp, requests: number): Refused {
  return { error: WorkMailRequestError, reason, message, pagesRead: 1, requests };
}

function incomplete(reason: string, message: RegExp, pagesRead: number): Refused {
  return { error: IncompleteListError, reason, message, pagesRead };
}

const read = (endpoint: string) =>
  getMailboxExportJobs(
    { organizationId, region, endpoint, pageSize: 10, maxAttempts: 2, requestTimeoutSeconds: 0.3 },
    contextOf(),
  );

describe("a fault on the second of three pages", () => {
  test.each(outcomes)("%s", async (_name, fault, outcome) => {
    const { emulator } = await workMailWith(30, { faults: [{ ...fault, onPage: 2 }] });
    if (outcome === "whole") {
      expect((await read(emulator.url)).jobs).toHaveLength(30);
      expect(emulator.pendingFaults).toEqual([]);
      return;
    }
    const error = await rejectionOf(read(emulator.url));
    expect(error).toBeInstanceOf(outcome.error);
    expect(error).toMatchObject({
      reason: outcome.reason,
      message: expect.stringMatching(outcome.message),
      subject: { organizationId, region, pagesRead: outcome.pagesRead },
    });
    if (outcome.requests) expect(emulator.requests).toHaveLength(outcome.requests);
  });

  test("every kind of fault that the emulator has stands in the table", () => {
    const tried = new Set<FaultKind>(outcomes.map(([, { kind }]) => kind));
    const all: Record<FaultKind, true> = {
      throttle: true,
      serverError: true,
      error: true,
      reset: true,
      hang: true,
      truncatedBody: true,
      html: true,
      repeatToken: true,
      cycleTokens: true,
      emptyPageWithToken: true,
      pageWithoutJobs: true,
      nullJob: true,
      missingFields: true,
      unknownState: true,
      unknownMembers: true,
      notATimestamp: true,
    };
    expect([...tried].sort()).toEqual(Object.keys(all).sort());
  });
});

describe("what passes through", () => {
  test("an unknown state, as it came, and counted as another", async () => {
    const { emulator } = await workMailWith(3, { faults: [{ kind: "unknownState", state: "SUSPENDED" }] });
    const { jobs, counts } = await read(emulator.url);
    expect(jobs.map(({ state }) => state)).toEqual(["SUSPENDED", "SUSPENDED", "SUSPENDED"]);
    expect(counts).toMatchObject({ total: 3, other: 3 });
  });

  test("a job with no more than its JobId; it has no undefined members", async () => {
    const fields = [
      "EntityId",
      "Description",
      "S3BucketName",
      "S3Path",
      "EstimatedProgress",
      "State",
      "StartTime",
      "EndTime",
    ];
    const { emulator } = await workMailWith(1, { faults: [{ kind: "missingFields", fields }] });
    const { jobs } = await read(emulator.url);
    expect(jobs.map((job) => Object.keys(job))).toEqual([["jobId"]]);
  });
});

describe("an answer without a list", () => {
  test("as the only one is an empty list, and warned of", async () => {
    const { emulator } = await workMailWith(0, { faults: [{ kind: "pageWithoutJobs" }] });
    const context = contextOf();
    const result = await getMailboxExportJobs({ organizationId, region, endpoint: emulator.url }, context);
    expect(result.jobs).toEqual([]);
    expect(context.warnings).toEqual([expect.stringContaining("answered without a list of jobs")]);
  });
});

describe("a fault while details are asked for", () => {
  test.each([
    [{ kind: "error", code: "EntityNotFoundException", message: "no such job" }, "entityNotFound"],
    [{ kind: "error", code: "AccessDeniedException", message: "no" }, "accessDenied"],
    [{ kind: "html" }, "malformedResponse"],
  ] as const)("%j fails the whole read, and names the job", async (fault, reason) => {
    const { emulator } = await workMailWith(30, { faults: [{ ...fault, operation: "DescribeMailboxExportJob" }] });
    const args = { organizationId, region, endpoint: emulator.url, includeDetails: true };
    const error = await rejectionOf(getMailboxExportJobs(args, contextOf()));
    expect(error).toBeInstanceOf(WorkMailRequestError);
    expect(error).toMatchObject({
      reason,
      message: expect.stringMatching(/^DescribeMailboxExportJob for job [0-9a-f-]{36} /),
    });
    if (reason === "accessDenied")
      expect(error).toMatchObject({ message: expect.stringContaining("workmail:DescribeMailboxExportJob") });
    // Nothing new is begun after the failure: one list, and no more than what was under way.
    expect(emulator.requests.length).toBeLessThanOrEqual(1 + 2 * 8);
  });
});
