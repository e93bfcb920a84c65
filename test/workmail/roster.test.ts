import { setTimeout } from "node:timers/promises";
import { WorkMailRequestError } from "../../provider/errors";
import { listRoster } from "../../provider/workmail/listRoster";
import { rejectionOf, withAwsEnvironment } from "../support/organization";
import { type Answering, answeringWorkMail, connectionTo, inTurn, optionsOf, paged } from "./rosterServer";

withAwsEnvironment();

const denied = { status: 400, body: { __type: "AccessDeniedException", Message: "no" } };
const never: Answering = () => new Promise(() => {});

const rejections: unknown[] = [];
const onRejection = (reason: unknown) => rejections.push(reason);
beforeAll(() => process.on("unhandledRejection", onRejection));
afterAll(() => process.off("unhandledRejection", onRejection));
afterEach(() => expect(rejections.splice(0)).toEqual([]));

async function roster(operations: Readonly<Record<string, Answering>>, pageSize = 100) {
  const { url, asked } = await answeringWorkMail(operations);
  return { read: listRoster(await connectionTo(url), optionsOf(pageSize)), asked };
}

test("users and resources, each id once, by id", async () => {
  const users = [
    { Id: "c", Name: "room", UserRole: "RESOURCE", State: "ENABLED" },
    { Id: "b", Name: "bob", UserRole: "USER", State: "DISABLED" },
    { Id: "d", Name: "dora", UserRole: "USER" },
    { Id: "b", Name: "bob", UserRole: "USER", State: "ENABLED" },
  ];
  const resources = [
    { Id: "c", Name: "room", Email: "room@example.com", State: "ENABLED", Type: "ROOM" },
    { Id: "a", Name: "beamer", Type: "EQUIPMENT" },
  ];
  const { read } = await roster({ ListUsers: paged("Users", users), ListResources: paged("Resources", resources) }, 3);
  expect(await read).toEqual([
    { entityId: "a", kind: "resource", name: "beamer" },
    { entityId: "b", kind: "user", name: "bob", userRole: "USER", state: "ENABLED" },
    {
      entityId: "c",
      kind: "resource",
      name: "room",
      email: "room@example.com",
      userRole: "RESOURCE",
      state: "ENABLED",
    },
    { entityId: "d", kind: "user", name: "dora", userRole: "USER" },
  ]);
});

test("both requests are under way at the same time", async () => {
  const both = Promise.withResolvers<void>();
  let underWay = 0;
  // Each is answered once the other one came too: one after the other they would never end.
  const waiting = (member: string) => async () => {
    underWay += 1;
    if (underWay === 2) both.resolve();
    await both.promise;
    return { body: { [member]: [] } };
  };
  const { read } = await roster({ ListUsers: waiting("Users"), ListResources: waiting("Resources") });
  expect(await read).toEqual([]);
});

describe("the failure of one list is the failure of the roster", () => {
  test.each([
    ["ListUsers", "ListResources"],
    ["ListResources", "ListUsers"],
  ])("of %s, while %s is under way", async (failing, other) => {
    const { read } = await roster({ [failing]: inTurn(denied), [other]: never });
    const error = await rejectionOf(read);
    expect(error).toBeInstanceOf(WorkMailRequestError);
    expect(error).toMatchObject({
      reason: "accessDenied",
      subject: { operation: failing },
      message: expect.stringContaining(`Allow workmail:${failing} on`),
    });
  });

  test("the other list is not asked for its next page", async () => {
    const failed = Promise.withResolvers<void>();
    const { read, asked } = await roster({
      ListUsers: async () => {
        await failed.promise;
        return { body: { Users: [{ Id: "a" }], NextToken: "t" } };
      },
      ListResources: inTurn(denied),
    });
    await rejectionOf(read);
    failed.resolve();
    await setTimeout(50);
    expect(asked.filter(({ operation }) => operation === "ListUsers")).toHaveLength(1);
  });

  test("of both, the first is thrown and the other one is heard of by nobody", async () => {
    const { read } = await roster({
      ListUsers: async () => {
        await setTimeout(50);
        return denied;
      },
      ListResources: inTurn({ body: { Resources: [null] } }),
    });
    expect(await rejectionOf(read)).toMatchObject({
      reason: "malformedPage",
      subject: { operation: "ListResources" },
      message: expect.stringContaining("a resource record is null"),
    });
    await setTimeout(100);
  });
});

test.each(["timeout", "aborted"])("the caller's signal ends both: %s", async (reason) => {
  const { url } = await answeringWorkMail({ ListUsers: never, ListResources: never });
  const abort = new AbortController();
  const connection = await connectionTo(url, reason === "timeout" ? AbortSignal.timeout(50) : abort.signal);
  const read = listRoster(connection, optionsOf());
  abort.abort();
  expect(await rejectionOf(read)).toMatchObject({ reason });
});

test("each list that is answered without one is warned of by name", async () => {
  const { url } = await answeringWorkMail({ ListUsers: inTurn({ body: {} }), ListResources: inTurn({ body: {} }) });
  const options = optionsOf();
  expect(await listRoster(await connectionTo(url), options)).toEqual([]);
  expect(options.warnings.sort()).toEqual([
    expect.stringMatching(/^ListResources .* without a list of resources/),
    expect.stringMatching(/^ListUsers .* without a list of users/),
  ]);
});

test("progress is of both lists together, and only grows", async () => {
  const { url } = await answeringWorkMail({
    ListUsers: paged("Users", [{ Id: "a" }, { Id: "b" }, { Id: "c" }]),
    ListResources: paged("Resources", [{ Id: "d" }, { Id: "e" }]),
  });
  const told: { pages: number; items: number }[] = [];
  await listRoster(await connectionTo(url), { ...optionsOf(1), onPage: (progress) => told.push(progress) });
  expect(told).toEqual([1, 2, 3, 4, 5].map((count) => ({ pages: count, items: count })));
});
