import {
  DescribeMailboxExportJobCommand,
  ListMailboxExportJobsCommand,
  type ListMailboxExportJobsCommandOutput,
  paginateListMailboxExportJobs,
} from "@aws-sdk/client-workmail";
import type { Fault, FaultKind } from "../../provider/emulator";
import { errorOf, job, jobs, ORGANIZATION, type Started, started } from "./harness";
import { AUTHORIZATION, call, HEADERS } from "./raw";

const list = ({ client }: Pick<Started, "client">, NextToken?: string) =>
  client.send(new ListMailboxExportJobsCommand({ OrganizationId: ORGANIZATION, MaxResults: 2, NextToken }));

const describeJob = ({ client }: Started) =>
  client.send(new DescribeMailboxExportJobCommand({ OrganizationId: ORGANIZATION, JobId: "job-0" }));

const idsOf = ({ Jobs }: ListMailboxExportJobsCommandOutput) => Jobs?.map((each) => each?.JobId);

/** The ids of each page and the token that came with it, until there is none or enough has been seen. */
async function walk(here: Started, mostPages: number): Promise<{ ids: unknown[]; tokens: (string | undefined)[] }> {
  const ids: unknown[] = [];
  const tokens: (string | undefined)[] = [];
  do {
    const page = await list(here, tokens.at(-1));
    ids.push(idsOf(page));
    tokens.push(page.NextToken);
  } while (tokens.at(-1) !== undefined && tokens.length < mostPages);
  return { ids, tokens };
}

const PAGES = [
  ["job-0", "job-1"],
  ["job-2", "job-3"],
  ["job-4", "job-5"],
];

/** What an SDK client sees when its next request meets the fault; each kind has to be here. */
const seenAs: {
  readonly [K in FaultKind]: readonly (readonly [Fault & { kind: K }, (page: Promise<Page>) => unknown])[];
} = {
  throttle: [[{ kind: "throttle" }, (page) => failsWith(page, "ThrottlingException", "Rate exceeded", 400)]],
  serverError: [
    [{ kind: "serverError" }, (page) => failsWith(page, "InternalFailure", "unknown error", 500)],
    [{ kind: "serverError", status: 503 }, (page) => failsWith(page, "InternalFailure", "unknown error", 503)],
  ],
  error: [
    [
      { kind: "error", code: "AccessDeniedException", message: "User: x is not authorized" },
      (page) => failsWith(page, "AccessDeniedException", "User: x is not authorized", 400),
    ],
    [
      { kind: "error", code: "UnrecognizedClientException", message: "The token is invalid.", status: 403 },
      (page) => failsWith(page, "UnrecognizedClientException", "The token is invalid.", 403),
    ],
    [
      { kind: "error", code: "OrganizationStateException", message: "Not now." },
      (page) => failsWith(page, "OrganizationStateException", "Not now.", 400),
    ],
  ],
  reset: [[{ kind: "reset" }, async (page) => expect((await errorOf(page)).message).toMatch(/ECONNRESET|hang up/)]],
  hang: [
    [{ kind: "hang" }, (page) => isStillOpen(page)],
    [{ kind: "hang", after: "nothing" }, (page) => isStillOpen(page)],
    [{ kind: "hang", after: "halfBody" }, (page) => isStillOpen(page)],
  ],
  truncatedBody: [
    [{ kind: "truncatedBody" }, async (page) => expect((await errorOf(page)).message).toMatch(/aborted|ECONNRESET/)],
    [{ kind: "truncatedBody", how: "json" }, async (page) => expect((await errorOf(page)).name).toBe("SyntaxError")],
  ],
  html: [
    [{ kind: "html" }, async (page) => expect((await errorOf(page)).name).toBe("SyntaxError")],
    [{ kind: "html", status: 502 }, async (page) => expect(await errorOf(page)).toBeInstanceOf(Error)],
  ],
  repeatToken: [[{ kind: "repeatToken" }, async (page) => expect((await page).NextToken).toBeDefined()]],
  cycleTokens: [[{ kind: "cycleTokens" }, async (page) => expect((await page).NextToken).toBeDefined()]],
  emptyPageWithToken: [
    [
      { kind: "emptyPageWithToken" },
      async (page) => expect(await page).toMatchObject({ Jobs: [], NextToken: expect.any(String) }),
    ],
  ],
  pageWithoutJobs: [
    [
      { kind: "pageWithoutJobs" },
      async (page) => expect([(await page).Jobs, (await page).NextToken]).toEqual([undefined, expect.any(String)]),
    ],
  ],
  nullJob: [
    [{ kind: "nullJob" }, async (page) => expect((await page).Jobs).toEqual([null, aJob("job-0"), aJob("job-1")])],
  ],
  missingFields: [
    [
      { kind: "missingFields", fields: ["JobId", "StartTime"] },
      async (page) => {
        const { Jobs = [] } = await page;
        expect(Jobs).toHaveLength(2);
        for (const each of Jobs) {
          expect(each).not.toHaveProperty("JobId");
          expect(each).not.toHaveProperty("StartTime");
          expect(each).toHaveProperty("EntityId");
        }
      },
    ],
  ],
  unknownState: [
    [
      { kind: "unknownState" },
      async (page) => expect((await page).Jobs).toEqual([inState("SUSPENDED"), inState("SUSPENDED")]),
    ],
    [
      { kind: "unknownState", state: "QUEUED" },
      async (page) => expect((await page).Jobs).toEqual([inState("QUEUED"), inState("QUEUED")]),
    ],
  ],
  unknownMembers: [[{ kind: "unknownMembers" }, async (page) => expect(idsOf(await page)).toEqual(PAGES[0])]],
  notATimestamp: [
    [{ kind: "notATimestamp" }, async (page) => expect((await errorOf(page)).name).toBe("TypeError")],
    [
      { kind: "notATimestamp", member: "EndTime", value: "soon" },
      async (page) => expect((await errorOf(page)).name).toBe("TypeError"),
    ],
  ],
};

type Page = ListMailboxExportJobsCommandOutput;

const aJob = (JobId: string) => expect.objectContaining({ JobId });
const inState = (State: string) => expect.objectContaining({ State });

async function failsWith(page: Promise<Page>, name: string, message: string, status: number): Promise<void> {
  const error = await errorOf(page);
  expect(error).toMatchObject({
    name,
    message: expect.stringContaining(message),
    $metadata: { httpStatusCode: status },
  });
}

async function isStillOpen(page: Promise<Page>): Promise<void> {
  const settled = page.then(
    () => "settled",
    () => "settled",
  );
  const later = new Promise((resolve) => setTimeout(resolve, 150, "open"));
  expect(await Promise.race([settled, later])).toBe("open");
}

const cases = Object.values(seenAs)
  .flat()
  .map(([fault, expectation]) => ({ name: JSON.stringify(fault), fault, expectation }));

describe("each kind of fault", () => {
  test.each(cases)("$name is seen by the SDK, and logged", async ({ fault, expectation }) => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject(fault as Fault);
    const page = list(here);
    page.catch(() => undefined); // looked at below; a hanging one fails when the emulator closes
    await expectation(page);
    expect(here.emulator.requests.map((request) => request.fault)).toEqual([fault.kind]);
  });

  const once = cases.filter(({ fault }) => fault.kind !== "repeatToken" && fault.kind !== "cycleTokens");

  test.each(once)("$name strikes once, and then all is well", async ({ fault }) => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject(fault as Fault);
    const struck = list(here);
    struck.catch(() => undefined);
    if (fault.kind === "hang") await isStillOpen(struck);
    else await struck.catch(() => undefined);
    expect(here.emulator.pendingFaults).toEqual([]);
    expect((await walk(here, 9)).ids).toEqual(PAGES);
  });
});

describe("faults of pages", () => {
  test("repeatToken hands back the token it was called with, for ever", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "repeatToken", onPage: 2 });
    const { ids, tokens } = await walk(here, 8);
    expect(ids).toEqual([PAGES[0], ...Array(7).fill(PAGES[1])]);
    expect(new Set(tokens).size).toBe(1);
  });

  test("repeatToken on the first page leads back to the first page", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "repeatToken", onPage: 1 });
    const { ids, tokens } = await walk(here, 5);
    expect(ids).toEqual(Array(5).fill(PAGES[0]));
    expect(new Set(tokens).size).toBe(1);
  });

  test("repeatToken with times lets the walk go on in the end", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "repeatToken", onPage: 2, times: 2 });
    expect((await walk(here, 9)).ids).toEqual([PAGES[0], PAGES[1], PAGES[1], PAGES[1], PAGES[2]]);
  });

  test.each([1, 2])("cycleTokens on page %i gives A, B, A, B, and none of them twice in a row", async (onPage) => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "cycleTokens", onPage });
    const { tokens } = await walk(here, 9);
    const cycle = tokens.slice(onPage - 1);
    const [a, b] = cycle;
    expect(a).not.toBe(b);
    expect(cycle).toEqual(cycle.map((_, i) => (i % 2 === 0 ? a : b)));
  });

  test("emptyPageWithToken loses no job", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "emptyPageWithToken", onPage: 2 });
    expect((await walk(here, 9)).ids).toEqual([PAGES[0], [], PAGES[1], PAGES[2]]);
  });

  test("emptyPageWithToken without end has a new token on each page", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "emptyPageWithToken", times: Number.POSITIVE_INFINITY });
    const { ids, tokens } = await walk(here, 12);
    expect(ids).toEqual(Array(12).fill([]));
    expect(new Set(tokens).size).toBe(12);
  });

  test("pageWithoutJobs really loses that page's jobs", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "pageWithoutJobs", onPage: 2 });
    expect((await walk(here, 9)).ids).toEqual([PAGES[0], undefined, PAGES[2]]);
  });

  test("the SDK's own paginator, told to, stops at a repeated token", async () => {
    const { client, emulator } = await started({ jobs: jobs(6) });
    emulator.inject({ kind: "repeatToken", onPage: 2 });
    const config = { client, pageSize: 2, stopOnSameToken: true };
    let pages = 0;
    for await (const _ of paginateListMailboxExportJobs(config, { OrganizationId: ORGANIZATION })) pages += 1;
    expect([pages, emulator.requests.length]).toEqual([2, 2]);
  });
});

describe("the queue", () => {
  test("a fault for a page waits for that page, and a retry is the same page", async () => {
    const { clientWith, emulator } = await started({ jobs: jobs(6) });
    emulator.inject({ kind: "throttle", onPage: 2, times: 2 });
    const client = clientWith({ maxAttempts: 3 });
    const found: unknown[] = [];
    for await (const page of paginateListMailboxExportJobs({ client, pageSize: 2 }, { OrganizationId: ORGANIZATION })) {
      found.push(idsOf(page));
    }
    expect(found).toEqual(PAGES);
    expect(emulator.requests.map(({ status, fault }) => fault ?? status)).toEqual([
      200,
      "throttle",
      "throttle",
      200,
      200,
    ]);
  });

  test("a fault for an operation leaves the others alone", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "throttle", operation: "DescribeMailboxExportJob" });
    expect(idsOf(await list(here))).toEqual(PAGES[0]);
    expect((await errorOf(describeJob(here))).name).toBe("ThrottlingException");
    expect((await describeJob(here)).State).toBe("RUNNING");
  });

  test.each(["repeatToken", "cycleTokens", "emptyPageWithToken", "pageWithoutJobs", "nullJob"] as const)(
    "%s does not meet an operation without pages",
    async (kind) => {
      const here = await started({ jobs: jobs(6) });
      here.emulator.inject({ kind });
      expect((await describeJob(here)).State).toBe("RUNNING");
      expect(here.emulator.pendingFaults).toHaveLength(1);
    },
  );

  test("a fault for a page does not meet an operation without pages", async () => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject({ kind: "throttle", onPage: 1 });
    expect((await describeJob(here)).State).toBe("RUNNING");
  });

  test.each([
    [{ kind: "missingFields", fields: ["State"] }, undefined],
    [{ kind: "unknownState" }, "SUSPENDED"],
  ] as const)("%j bends what Describe answers as well", async (fault, state) => {
    const here = await started({ jobs: jobs(6) });
    here.emulator.inject(fault);
    expect((await describeJob(here)).State).toBe(state);
  });

  test("faults strike in the order in which they were injected", async () => {
    const here = await started({ jobs: jobs(6), faults: [{ kind: "throttle", times: 2 }] });
    here.emulator.inject({ kind: "error", code: "ExpiredTokenException", message: "Expired." });
    const names = [];
    for (const _ of [1, 2, 3]) names.push((await errorOf(list(here))).name);
    expect(names).toEqual(["ThrottlingException", "ThrottlingException", "ExpiredTokenException"]);
  });

  test("pendingFaults shows what is left, and clearFaults drops it", async () => {
    const here = await started({ jobs: jobs(6), faults: [{ kind: "throttle", times: 3 }] });
    await errorOf(list(here));
    expect(here.emulator.pendingFaults).toEqual([{ kind: "throttle", times: 2 }]);
    here.emulator.clearFaults();
    expect(here.emulator.pendingFaults).toEqual([]);
    expect(idsOf(await list(here))).toEqual(PAGES[0]);
  });

  test("a request that is refused for itself stays refused under a fault that bends answers", async () => {
    const { emulator } = await started({ jobs: jobs(6) });
    emulator.inject({ kind: "unknownMembers" });
    const { status, body } = await call(emulator.url, "ListMailboxExportJobs", { OrganizationId: "m-1" });
    expect([status, Object.keys(body).sort()]).toEqual([400, ["Message", "__type"]]);
  });

  test.each([
    [{ kind: "earthquake" }, 'no fault of kind "earthquake"'],
    [{ kind: "throttle", times: 0 }, "times must be above 0, got 0"],
    [{ kind: "throttle", onPage: 0 }, "onPage must be a whole number above 0, got 0"],
    [{ kind: "throttle", onPage: 1.5 }, "onPage must be a whole number above 0, got 1.5"],
  ])("%j can never strike, and is refused", async (fault, message) => {
    const { emulator } = await started();
    expect(() => emulator.inject(fault as Fault)).toThrow(message);
    expect(emulator.pendingFaults).toEqual([]);
  });
});

describe("on the wire", () => {
  const init = { method: "POST", headers: HEADERS, body: JSON.stringify({ OrganizationId: ORGANIZATION }) };

  test("unknownMembers adds to the answer and to each job", async () => {
    const { emulator } = await started({ jobs: [job()], faults: [{ kind: "unknownMembers" }] });
    const { body } = await call(emulator.url, "ListMailboxExportJobs", { OrganizationId: ORGANIZATION });
    const stranger = expect.objectContaining({ RetentionClass: "GOLD" });
    expect(body).toEqual(stranger);
    expect(body["Jobs"]).toEqual([stranger]);
  });

  test("html is HTML, with the status it was given", async () => {
    const { emulator } = await started({ jobs: [job()], faults: [{ kind: "html" }, { kind: "html", status: 502 }] });
    for (const status of [200, 502]) {
      const response = await fetch(emulator.url, init);
      expect([response.status, response.headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
      expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
    }
  });

  test("hang after half a body sends headers and half of what they promise", async () => {
    const { emulator } = await started({ jobs: [job()], faults: [{ kind: "hang", after: "halfBody" }] });
    const response = await fetch(emulator.url, init);
    expect(response.status).toBe(200);
    const promised = Number(response.headers.get("content-length"));
    const first = await response.body?.getReader().read();
    expect(first?.value?.length).toBe(Math.floor(promised / 2));
  });

  test("an unsigned request meets no fault", async () => {
    const { emulator } = await started({ jobs: [job()], faults: [{ kind: "throttle" }] });
    const { Authorization, ...headers } = HEADERS;
    expect(Authorization).toBe(AUTHORIZATION);
    expect((await fetch(emulator.url, { ...init, headers })).status).toBe(403);
    expect(emulator.pendingFaults).toHaveLength(1);
  });
});
