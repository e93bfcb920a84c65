import fc from "fast-check";
import { IncompleteListError, MailboxExportsError, WorkMailRequestError } from "../../provider/errors";
import { listResources } from "../../provider/workmail/listResources";
import { listUsers } from "../../provider/workmail/listUsers";
import { organizationId, region, rejectionOf, withAwsEnvironment } from "../support/organization";
import type { Scripted } from "../support/scriptedWorkMail";
import { answeringWorkMail, connectionTo, inTurn, optionsOf, paged } from "./rosterServer";

withAwsEnvironment();

const lists = [
  { operation: "ListUsers", member: "Users", kind: "user", list: listUsers },
  { operation: "ListResources", member: "Resources", kind: "resource", list: listResources },
] as const;

const one = { Id: "entity-0000001", Name: "alice", Email: "alice@example.com", State: "ENABLED", EnabledDate: 1.7e9 };

describe.each(lists)("$operation", ({ operation, member, kind, list }) => {
  const readWith = async (...answers: readonly Scripted[]) => {
    const { url, asked } = await answeringWorkMail({ [operation]: inTurn(...answers) });
    const options = optionsOf();
    const connection = await connectionTo(url);
    return { read: list(connection, options), options, asked };
  };
  const read = async (...answers: readonly Scripted[]) => (await readWith(...answers)).read;

  describe("an answer that is no list passes for no empty list", () => {
    test.each<[string, Scripted]>([
      ["an empty body", { body: "" }],
      ["null", { body: "null" }],
      ["a list", { body: [] }],
      ["a text", { body: '"x"' }],
      ["a number", { body: "5" }],
      ["a list that is null", { body: { [member]: null } }],
      ["a list that is an object", { body: { [member]: {} } }],
      ["a list that is a text", { body: { [member]: "none" } }],
      ["the list in lower case", { body: { [member.toLowerCase()]: [one] } }],
      ["the list of jobs", { body: { Jobs: [] } }],
      ["another list beside an empty one", { body: { [member]: [], Groups: [] } }],
      ["an error under status 200", { body: { __type: "AccessDeniedException", Message: "no" } }],
      ["an error with an empty list under status 200", { body: { __type: "AccessDeniedException", [member]: [] } }],
      ["another protocol's error", { body: { Output: { __type: "UnknownOperationException" }, Version: "1.0" } }],
      ["an empty token and no list", { body: { NextToken: "" } }],
      ["201", { status: 201, body: {} }],
      ["204", { status: 204, body: "" }],
    ])("%s", async (_name, answer) => {
      const { read, options } = await readWith(answer);
      expect(await rejectionOf(read)).toBeInstanceOf(MailboxExportsError);
      expect(options.warnings).toEqual([]);
    });

    test.each<[string, Scripted[]]>([
      ["on the first of several pages", [{ body: { NextToken: "t" } }, { body: { [member]: [one] } }]],
      ["on the last page", [{ body: { [member]: [one], NextToken: "t" } }, { body: {} }]],
    ])("a page without its list %s", async (_name, answers) => {
      expect(await rejectionOf(read(...answers))).toMatchObject({
        reason: "malformedPage",
        message: expect.stringContaining(`a page has no list of ${kind}s`),
      });
    });

    test("an empty list does, and an object without members, which is warned of", async () => {
      expect(await read({ body: { [member]: [] } })).toEqual([]);
      expect(await read({ body: { [member]: [one], NextToken: "t" } }, { body: { [member]: [] } })).toHaveLength(1);
      const { read: bare, options } = await readWith({ body: {} });
      expect(await bare).toEqual([]);
      expect(options.warnings).toEqual([
        expect.stringMatching(
          `^${operation} for organization ${organizationId} in ${region} answered without a list of ${kind}s`,
        ),
      ]);
    });
  });

  test("nothing is warned of on a page behind the first", async () => {
    const { read, options } = await readWith({ body: { [member]: [one], NextToken: "t" } }, { body: { [member]: [] } });
    await read;
    expect(options.warnings).toEqual([]);
  });

  test.each<[Scripted, string, RegExp]>([
    [{ status: 503, body: "<html>busy</html>" }, "serviceFailure", /HTTP 503/],
    [{ status: 502, body: "" }, "serviceFailure", /HTTP 502/],
    [{ status: 301, body: "" }, "malformedResponse", /HTTP 301/],
    [{ status: 403, body: "<html>no</html>" }, "malformedResponse", /HTTP 403/],
    [{ status: 407, body: "" }, "malformedResponse", /HTTP 407/],
    [{ status: 429, body: "" }, "throttled", /HTTP 429/],
    [{ body: "<html>" }, "malformedResponse", /not JSON/],
  ])("what stands in between is told by its status: %j", async (answer, reason, message) => {
    expect(await rejectionOf(read(answer))).toMatchObject({ reason, message: expect.stringMatching(message) });
  });

  test.each([5, true, {}, ["t"]])("a token that is %j is malformed", async (NextToken) => {
    const error = await rejectionOf(read({ body: { [member]: [one], NextToken } }, { body: { [member]: [] } }));
    expect(error).toBeInstanceOf(MailboxExportsError);
  });

  describe("a record that is none fails the whole read", () => {
    test.each<[string, unknown]>([
      ["null", null],
      ["a text", "entity-1"],
      ["a number", 5],
      ["a list", []],
      ["without Id", { ...one, Id: undefined }],
      ["with an empty Id", { ...one, Id: "" }],
      ["with a blank Id", { ...one, Id: " " }],
      ["with the Id __proto__", { ...one, Id: "__proto__" }],
      ["with an Id that is a number", { ...one, Id: 7 }],
      ["with a Name that is a number", { ...one, Name: 7 }],
      ["with an Email that is a list", { ...one, Email: [] }],
      ["with a State that is an object", { ...one, State: {} }],
      ["with a date in milliseconds", { ...one, EnabledDate: 1_764_000_000_000 }],
      ["with a date that is no time", { ...one, DisabledDate: 1e300 }],
      ["with a date before Christ", { ...one, EnabledDate: -1e11 }],
      ["with a date that is a text", { ...one, DisabledDate: "today" }],
    ])("%s", async (_name, record) => {
      expect(await rejectionOf(read({ body: { [member]: [one, record] } }))).toBeInstanceOf(MailboxExportsError);
    });

    test("and is told by kind, page and what is wrong", async () => {
      const error = await rejectionOf(
        read({ body: { [member]: [one], NextToken: "t" } }, { body: { [member]: [{}] } }),
      );
      expect(error).toBeInstanceOf(IncompleteListError);
      expect(error).toMatchObject({
        reason: "malformedPage",
        subject: { operation, organizationId, region, pagesRead: 1 },
        message: expect.stringMatching(`^${operation} for .*: a ${kind} record has no Id \\(1 page read\\)`),
      });
    });
  });

  test("a record is taken over as it is, without what it lacks", async () => {
    const whole = {
      ...one,
      DisabledDate: 1_700_086_400.5,
      State: "SLEEPING",
      IdentityProviderUserId: "x",
      Type: "ROOM",
    };
    expect(await read({ body: { [member]: [whole, { Id: "S-1-1-12-3", Name: null }] } })).toEqual([
      {
        entityId: "entity-0000001",
        kind,
        name: "alice",
        email: "alice@example.com",
        state: "SLEEPING",
        enabledDate: "2023-11-14T22:13:20.000Z",
        disabledDate: "2023-11-15T22:13:20.500Z",
      },
      { entityId: "S-1-1-12-3", kind },
    ]);
  });

  test("every record is read in order, whatever the size of the list and of a page", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 13 }), async (count, pageSize) => {
        const ids = Array.from({ length: count }, (_, index) => `entity-${index}`);
        const { url, asked } = await answeringWorkMail({
          [operation]: paged(
            member,
            ids.map((Id) => ({ Id })),
          ),
        });
        const members = await list(await connectionTo(url), optionsOf(pageSize));
        expect(members.map(({ entityId }) => entityId)).toEqual(ids);
        const starts = Array.from({ length: Math.max(1, Math.ceil(count / pageSize)) }, (_, page) => page * pageSize);
        // No filter and no limit goes to the service.
        expect(asked.map(({ input }) => input)).toEqual(
          starts.map((start) => ({
            OrganizationId: organizationId,
            MaxResults: pageSize,
            ...(start > 0 && { NextToken: String(start) }),
          })),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("it is told of each page", async () => {
    const { url } = await answeringWorkMail({ [operation]: paged(member, [{ Id: "a" }, { Id: "b" }, { Id: "c" }]) });
    const told: unknown[] = [];
    await list(await connectionTo(url), { ...optionsOf(2), onPage: (progress) => told.push(progress) });
    expect(told).toEqual([
      { pages: 1, items: 2 },
      { pages: 2, items: 3 },
    ]);
  });

  test.each([
    ["a token that comes again", [{ NextToken: "a" }, { NextToken: "a" }], 2],
    ["tokens in turn", [{ NextToken: "a" }, { NextToken: "b" }, { NextToken: "a" }], 3],
  ])("%s ends in an error", async (_name, pages, pagesRead) => {
    const { read, asked } = await readWith(...pages.map((page) => ({ body: { [member]: [one], ...page } })));
    const error = await rejectionOf(read);
    expect(error).toBeInstanceOf(IncompleteListError);
    expect(error).toMatchObject({ reason: "repeatedToken", subject: { operation, pagesRead } });
    expect(asked).toHaveLength(pagesRead);
  });

  test.each<[string, string, RegExp]>([
    ["AccessDeniedException", "accessDenied", RegExp(`Allow workmail:${operation} on arn:aws:workmail:${region}:`)],
    ["OrganizationNotFoundException", "organizationNotFound", /list-organizations/],
    ["OrganizationStateException", "organizationState", /cannot be asked for what it holds/],
    ["ThrottlingException", "throttled", /Try again later/],
  ])("%s on the second page is %s, and says what was asked", async (__type, reason, advice) => {
    const error = await rejectionOf(
      read({ body: { [member]: [one], NextToken: "t" } }, { status: 400, body: { __type, Message: "no" } }),
    );
    expect(error).toBeInstanceOf(WorkMailRequestError);
    const asked = `${operation} for organization ${organizationId} in ${region} failed after 1 page: `;
    expect(error).toMatchObject({ reason, message: expect.stringMatching(advice) });
    expect(String(error)).toContain(asked);
  });
});

test("a user has a display name and a role, and both are texts", async () => {
  const record = { Id: "entity-1", DisplayName: "Alice", UserRole: "REMOTE_USER" };
  const { url } = await answeringWorkMail({
    ListUsers: inTurn({ body: { Users: [record] } }, { body: { Users: [{ ...record, UserRole: 7 }] } }),
  });
  const connection = await connectionTo(url);
  expect(await listUsers(connection, optionsOf())).toEqual([
    { entityId: "entity-1", kind: "user", displayName: "Alice", userRole: "REMOTE_USER" },
  ]);
  expect(await rejectionOf(listUsers(connection, optionsOf()))).toMatchObject({
    reason: "malformedPage",
    message: expect.stringContaining("the UserRole of a user is not a text"),
  });
});
