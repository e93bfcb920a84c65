import { connect } from "node:net";
import { GetMailboxDetailsCommand, ListGroupsCommand, ListMailboxExportJobsCommand } from "@aws-sdk/client-workmail";
import { errorOf, job, ORGANIZATION, REGION, started } from "./harness";
import { AUTHORIZATION, call, HEADERS, post } from "./raw";
import { OPERATIONS, VALID_INPUT } from "./validInput";

const BODY = JSON.stringify({ OrganizationId: ORGANIZATION });
const { Authorization: _, ...UNSIGNED } = HEADERS;
const withAuthorization = (text: string) => ({ headers: { ...HEADERS, Authorization: text } });
const withTarget = (text: string) => ({ headers: { ...HEADERS, "X-Amz-Target": text } });
const withType = (text: string) => ({ headers: { ...HEADERS, "Content-Type": text } });

interface Refused {
  readonly what: string;
  readonly init: RequestInit;
  readonly path?: string;
  readonly status: number;
  readonly code: string;
  /** What the message has to name. */
  readonly names: string;
}

const unknownOperation = { status: 400, code: "UnknownOperationException" };
const notACall = { status: 404, code: "UnknownOperationException" };
const incomplete = { status: 400, code: "IncompleteSignatureException", names: "workmail/aws4_request" };
const notJson = { status: 400, code: "SerializationException", names: "not a JSON object" };

const refused: readonly Refused[] = [
  { what: "another method", init: { method: "PUT" }, ...notACall, names: "method PUT" },
  { what: "another path", init: {}, path: "/jobs", ...notACall, names: "path /jobs" },
  { what: "a query", init: {}, path: "/?Action=ListMailboxExportJobs", ...notACall, names: "path /?Action" },
  { what: "JSON 1.0", init: withType("application/x-amz-json-1.0"), ...notACall, names: "application/x-amz-json-1.0" },
  { what: "plain JSON", init: withType("application/json"), ...notACall, names: "application/json" },
  { what: "no target", init: withTarget(""), ...unknownOperation, names: "no operation" },
  { what: "an unknown operation", init: withTarget("WorkMailService.ListFoo"), ...unknownOperation, names: "ListFoo" },
  {
    what: "a bare name",
    init: withTarget("ListMailboxExportJobs"),
    ...unknownOperation,
    names: "ListMailboxExportJobs",
  },
  {
    what: "another service",
    init: withTarget("AmazonSSM.ListMailboxExportJobs"),
    ...unknownOperation,
    names: "AmazonSSM.ListMailboxExportJobs",
  },
  {
    what: "a longer target",
    init: withTarget("WorkMailService.ListMailboxExportJobs.x"),
    ...unknownOperation,
    names: "ListMailboxExportJobs.x",
  },
  { what: "a name of Object's", init: withTarget("WorkMailService.toString"), ...unknownOperation, names: "toString" },
  {
    what: "no signature",
    init: { headers: UNSIGNED },
    status: 403,
    code: "MissingAuthenticationTokenException",
    names: "Missing Authentication Token",
  },
  { what: "another scheme", init: withAuthorization("Bearer abc"), ...incomplete },
  { what: "a bare scheme", init: withAuthorization("AWS4-HMAC-SHA256"), ...incomplete },
  { what: "another service's scope", init: withAuthorization(AUTHORIZATION.replace("workmail", "ses")), ...incomplete },
  {
    what: "another end of scope",
    init: withAuthorization(AUTHORIZATION.replace("aws4_request", "aws5")),
    ...incomplete,
  },
  { what: "a scope without a region", init: withAuthorization(AUTHORIZATION.replace("us-east-1/", "")), ...incomplete },
  { what: "text", init: { body: "hello" }, ...notJson },
  { what: "nothing", init: { body: "" }, ...notJson },
  { what: "half of the JSON", init: { body: BODY.slice(0, 9) }, ...notJson },
  { what: "a list", init: { body: "[]" }, ...notJson },
  { what: "null", init: { body: "null" }, ...notJson },
  { what: "a string", init: { body: '"x"' }, ...notJson },
];

describe("the protocol", () => {
  test.each(refused)("$what is refused with $code", async ({ init, path = "/", status, code, names }) => {
    const { emulator } = await started({ jobs: [job()] });
    const answer = await post(emulator.url + path, { headers: HEADERS, body: BODY, ...init });
    expect([answer.status, answer.body["__type"]]).toEqual([status, code]);
    expect(String(answer.body["message"])).toContain(names);
    expect(emulator.requests.map((request) => [request.status, request.errorCode])).toEqual([[status, code]]);
  });

  test("a GET is refused too", async () => {
    const { emulator } = await started();
    const response = await fetch(emulator.url);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("method GET");
  });

  test.each(OPERATIONS)("%s is served", async (operation) => {
    const { emulator } = await started({ jobs: [job()] });
    const answer = await call(emulator.url, operation, VALID_INPUT[operation]);
    expect(answer.status).toBe(200);
  });

  test("the content type may name a character set", async () => {
    const { emulator } = await started({ jobs: [job()] });
    const init = withType("Application/X-Amz-Json-1.1; charset=utf-8");
    expect((await post(emulator.url, { ...init, body: BODY })).status).toBe(200);
  });

  test("every answer has the type and a request id of its own", async () => {
    const { emulator } = await started({ jobs: [job()] });
    const good = await post(emulator.url, { headers: HEADERS, body: BODY });
    const bad = await post(emulator.url, { headers: HEADERS, body: "{}" });
    expect([good.status, bad.status]).toEqual([200, 400]);
    const ids = [good, bad].map(({ headers }) => headers.get("x-amzn-RequestId"));
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(ids[0]).not.toBe(ids[1]);
    expect([good, bad].map(({ headers }) => headers.get("content-type"))).toEqual([
      "application/x-amz-json-1.1",
      "application/x-amz-json-1.1",
    ]);
  });

  test("times are numbers of seconds, with a fraction", async () => {
    const jobs = [job({ startTime: "2026-11-24T10:00:00.250Z", end: { state: "COMPLETED", afterSeconds: 60 } })];
    const { emulator } = await started({ jobs });
    const { body } = await call(emulator.url, "ListMailboxExportJobs", { OrganizationId: ORGANIZATION });
    const [listed] = body["Jobs"] as { StartTime: unknown; EndTime: unknown }[];
    const seconds = Date.parse("2026-11-24T10:00:00Z") / 1000 + 0.25;
    expect([listed?.StartTime, listed?.EndTime]).toEqual([seconds, seconds + 60]);
  });

  test("the SDK's operations that are not here end in an error that names them", async () => {
    const { client } = await started();
    const groups = await errorOf(client.send(new ListGroupsCommand({ OrganizationId: ORGANIZATION })));
    expect([groups.name, groups.message]).toEqual([
      "UnknownOperationException",
      "This emulator has no operation WorkMailService.ListGroups.",
    ]);
    const details = new GetMailboxDetailsCommand({ OrganizationId: ORGANIZATION, UserId: "x" });
    expect((await errorOf(client.send(details))).message).toContain("GetMailboxDetails");
  });

  test("it listens on 127.0.0.1 and on no other address", async () => {
    const { emulator } = await started();
    const { hostname, port } = new URL(emulator.url);
    expect(hostname).toBe("127.0.0.1");
    const error = await new Promise((resolve, reject) => {
      // Linux has all of 127/8; where there is less, the other family has to do.
      const host = process.platform === "linux" ? "127.0.0.2" : "::1";
      const socket = connect({ host, port: Number(port) });
      socket.once("error", resolve).once("connect", () => reject(new Error("another address of loopback answered")));
    });
    expect(error).toMatchObject({ code: expect.stringMatching(/^E(CONNREFUSED|ADDRNOTAVAIL)$/) });
  });
});

describe("the request log", () => {
  test("holds each request with what was sent, who signed, and what was answered", async () => {
    const { client, emulator } = await started({ jobs: [job()] });
    await client.send(new ListMailboxExportJobsCommand({ OrganizationId: ORGANIZATION, MaxResults: 3 }));
    await errorOf(client.send(new ListMailboxExportJobsCommand({ OrganizationId: "m-1" })));
    const common = { region: REGION, accessKeyId: "AKIDEXAMPLE", fault: undefined };
    expect(emulator.requests).toEqual([
      {
        ...common,
        operation: "ListMailboxExportJobs",
        body: { OrganizationId: ORGANIZATION, MaxResults: 3 },
        status: 200,
        errorCode: undefined,
      },
      {
        ...common,
        operation: "ListMailboxExportJobs",
        body: { OrganizationId: "m-1" },
        status: 400,
        errorCode: "InvalidParameterException",
      },
    ]);
  });

  test("is empty as long as nothing was sent", async () => {
    const { emulator } = await started();
    expect(emulator.requests).toEqual([]);
  });

  test("holds neither signature nor session token", async () => {
    const { clientWith, emulator } = await started();
    const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "hidden", sessionToken: "SESSIONTOKEN" };
    await clientWith({ credentials }).send(new ListMailboxExportJobsCommand({ OrganizationId: ORGANIZATION }));
    expect(JSON.stringify(emulator.requests)).not.toMatch(/hidden|SESSIONTOKEN|Signature/);
  });
});
