import { IncompleteListError, MailboxExportsError, WorkMailRequestError } from "../../provider/errors";
import { getMailboxExportJobs } from "../../provider/functions/getMailboxExportJobs";
import { contextOf, organizationId, region, rejectionOf, withAwsEnvironment } from "../support/organization";
import { type Scripted, scriptedWorkMail } from "../support/scriptedWorkMail";

withAwsEnvironment();

async function read(...answers: readonly Scripted[]) {
  const { url } = await scriptedWorkMail(...answers);
  return getMailboxExportJobs({ organizationId, region, endpoint: url, maxAttempts: 1 }, contextOf());
}

const one = { JobId: "job-1", EntityId: "entity-0000001", State: "RUNNING", StartTime: 1_764_000_000 };

describe("an answer that is no list passes for no empty list", () => {
  test.each<[string, Scripted]>([
    ["an empty body", { body: "" }],
    ["null", { body: "null" }],
    ["a list", { body: [] }],
    ["a text", { body: '"x"' }],
    ["a number", { body: "5" }],
    ["Jobs: null", { body: { Jobs: null } }],
    ["Jobs that are an object", { body: { Jobs: {} } }],
    ["Jobs that are a text", { body: { Jobs: "none" } }],
    ["jobs in lower case", { body: { jobs: [one] } }],
    ["an error under status 200", { body: { __type: "AccessDeniedException", Message: "no" } }],
    ["an error with an empty list under status 200", { body: { __type: "AccessDeniedException", Jobs: [] } }],
    ["another protocol's error", { body: { Output: { __type: "UnknownOperationException" }, Version: "1.0" } }],
    ["201", { status: 201, body: {} }],
    ["204", { status: 204, body: "" }],
  ])("%s", async (_name, answer) => {
    expect(await rejectionOf(read(answer))).toBeInstanceOf(MailboxExportsError);
  });

  test.each<[string, Scripted[]]>([
    ["on the first of several pages", [{ body: { NextToken: "t" } }, { body: { Jobs: [one] } }]],
    ["on the last page", [{ body: { Jobs: [one], NextToken: "t" } }, { body: {} }]],
  ])("a page without Jobs %s", async (_name, answers) => {
    expect(await rejectionOf(read(...answers))).toMatchObject({
      reason: "malformedPage",
      message: expect.stringContaining("a page has no list of jobs"),
    });
  });

  test("an empty list, and an object without members, do", async () => {
    expect((await read({ body: { Jobs: [] } })).jobs).toEqual([]);
    expect((await read({ body: {} })).jobs).toEqual([]);
    expect((await read({ body: { Jobs: [one], NextToken: "t" } }, { body: { Jobs: [] } })).ids).toEqual(["job-1"]);
  });

  test("nothing is warned of on a page behind the first", async () => {
    const { url } = await scriptedWorkMail({ body: { Jobs: [one], NextToken: "t" } }, { body: { Jobs: [] } });
    const context = contextOf();
    await getMailboxExportJobs({ organizationId, region, endpoint: url }, context);
    expect(context.warnings).toEqual([]);
  });
});

test.each([5, true, {}, ["t"]])("a token that is %j is malformed", async (NextToken) => {
  expect(await rejectionOf(read({ body: { Jobs: [one], NextToken } }, { body: { Jobs: [] } }))).toBeInstanceOf(
    MailboxExportsError,
  );
});

describe("a record that is none", () => {
  test.each<[string, unknown]>([
    ["a text", "job-1"],
    ["a number", 5],
    ["a list", []],
    ["without JobId", { ...one, JobId: undefined }],
    ["with an empty JobId", { ...one, JobId: "" }],
    ["with a blank JobId", { ...one, JobId: " " }],
    ["with the JobId __proto__", { ...one, JobId: "__proto__" }],
    ["with a JobId that is a number", { ...one, JobId: 7 }],
    ["with an EntityId that is a number", { ...one, EntityId: 7 }],
    ["with a State that is an object", { ...one, State: {} }],
    ["with progress that is a text", { ...one, EstimatedProgress: "half" }],
    ["with a start in milliseconds", { ...one, StartTime: 1_764_000_000_000 }],
    ["with a start that is no time", { ...one, StartTime: 1e300 }],
    ["with a start before Christ", { ...one, StartTime: -1e11 }],
  ])("%s", async (_name, record) => {
    expect(await rejectionOf(read({ body: { Jobs: [one, record] } }))).toBeInstanceOf(MailboxExportsError);
  });
});

describe("a job that comes twice", () => {
  const done = { ...one, State: "COMPLETED", EndTime: 1_764_003_600 };
  const pages = (...records: unknown[]) =>
    records.map((record, index) => ({
      body: { Jobs: [record], ...(index + 1 < records.length && { NextToken: `t${index}` }) },
    }));

  test.each([
    ["running, then done", [one, done]],
    ["done, then running", [done, one]],
  ])("%s: once, and done", async (_name, records) => {
    expect((await read(...pages(...records))).jobs).toMatchObject([
      { jobId: "job-1", state: "COMPLETED", endTime: "2025-11-24T17:00:00.000Z" },
    ]);
    expect((await read({ body: { Jobs: records } })).counts).toMatchObject({ total: 1, completed: 1 });
  });

  test("with the newer progress, while it runs", async () => {
    const { jobs } = await read(...pages({ ...one, EstimatedProgress: 10 }, { ...one, EstimatedProgress: 20 }));
    expect(jobs).toMatchObject([{ estimatedProgress: 20 }]);
  });

  test.each([{ EntityId: "entity-0000002" }, { StartTime: 1 }, { S3BucketName: "other" }])(
    "as another job (%j) is malformed",
    async (other) => {
      const error = await rejectionOf(read(...pages(one, { ...one, ...other })));
      expect(error).toBeInstanceOf(IncompleteListError);
      expect(error).toMatchObject({ message: expect.stringContaining("two different jobs have the id job-1") });
    },
  );
});

describe("a description", () => {
  const described = async (body: unknown) => {
    const { url } = await scriptedWorkMail({ body: { Jobs: [{ ...one, State: "FAILED" }] } }, { body });
    return getMailboxExportJobs({ organizationId, region, endpoint: url, includeDetails: true }, contextOf());
  };

  test.each([
    "",
    "null",
    {},
    { EntityId: "entity-0000002", State: "FAILED" },
    { State: "FAILED", ErrorInfo: 5 },
    { State: "FAILED", EstimatedProgress: "half" },
  ])("%j is malformed", async (body) => {
    const error = await rejectionOf(described(body));
    expect(error).toBeInstanceOf(WorkMailRequestError);
    expect(error).toMatchObject({ reason: "malformedResponse" });
  });

  test("of the same job adds what it tells", async () => {
    const { jobs } = await described({ EntityId: "entity-0000001", State: "FAILED", ErrorInfo: "The role is gone." });
    expect(jobs).toMatchObject([{ jobId: "job-1", errorInfo: "The role is gone." }]);
  });
});

describe("what stands in between is told by its status", () => {
  test.each<[Scripted, string, RegExp]>([
    [
      { status: 503, headers: { "content-type": "text/html" }, body: "<html>busy</html>" },
      "serviceFailure",
      /HTTP 503/,
    ],
    [{ status: 502, body: "" }, "serviceFailure", /HTTP 502/],
    [{ status: 301, headers: { location: "http://127.0.0.1:1" }, body: "" }, "malformedResponse", /HTTP 301/],
    [
      { status: 403, headers: { "content-type": "text/html" }, body: "<html>no</html>" },
      "malformedResponse",
      /HTTP 403/,
    ],
    [{ status: 407, body: "" }, "malformedResponse", /HTTP 407/],
    [{ status: 429, body: "" }, "throttled", /HTTP 429/],
  ])("%j", async (answer, reason, message) => {
    expect(await rejectionOf(read(answer))).toMatchObject({ reason, message: expect.stringMatching(message) });
  });

  test("a message of a hundred thousand characters with colours is cut and plain", async () => {
    const Message = `\u001b[31m${"x".repeat(100_000)}`;
    const error = await rejectionOf(read({ status: 400, body: { __type: "OddException", Message } }));
    expect(String(error).length).toBeLessThan(1500);
    expect(String(error)).not.toContain("\u001b");
  });
});
