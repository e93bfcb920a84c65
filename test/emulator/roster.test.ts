import {
  DescribeOrganizationCommand,
  ListOrganizationsCommand,
  ListResourcesCommand,
  type ListResourcesFilters,
  ListUsersCommand,
  type ListUsersFilters,
} from "@aws-sdk/client-workmail";
import type { SeedOrganization, SeedResource, SeedUser } from "../../provider/emulator";
import { entityId, errorOf, hoursAgo, ORGANIZATION, organization, resource, started, user } from "./harness";
import { call } from "./raw";

const OrganizationId = ORGANIZATION;
const USER_OF_IDENTITY_CENTER = "9067701234-aaaabbbb-1111-2222-3333-444455556666";

const withUsers = (...users: SeedUser[]) => started({ organizations: [organization({ users })] });
const withResources = (...resources: SeedResource[]) => started({ organizations: [organization({ resources })] });
const seconds = (time: string) => Date.parse(time) / 1000;

const wholeUser: SeedUser = {
  id: entityId(1),
  name: "alice",
  displayName: "Alice Abbott",
  email: "alice@example.com",
  state: "DISABLED",
  userRole: "REMOTE_USER",
  enabledDate: hoursAgo(100.5),
  disabledDate: hoursAgo(3),
  identityProviderUserId: USER_OF_IDENTITY_CENTER,
  identityProviderIdentityStoreId: "d-0123456789",
};

const wholeResource: SeedResource = {
  id: entityId(2),
  name: "van-1",
  email: "van-1@example.com",
  type: "EQUIPMENT",
  state: "DELETED",
  enabledDate: hoursAgo(99),
  disabledDate: hoursAgo(2),
  description: "Seats eight",
};

describe("on the wire", () => {
  test("a user has exactly the members of the model", async () => {
    const { emulator } = await withUsers(wholeUser);
    const { body } = await call(emulator.url, "ListUsers", { OrganizationId });
    expect(body).toEqual({
      Users: [
        {
          Id: wholeUser.id,
          Email: "alice@example.com",
          Name: "alice",
          DisplayName: "Alice Abbott",
          State: "DISABLED",
          UserRole: "REMOTE_USER",
          EnabledDate: seconds(hoursAgo(100.5)),
          DisabledDate: seconds(hoursAgo(3)),
          IdentityProviderUserId: USER_OF_IDENTITY_CENTER,
          IdentityProviderIdentityStoreId: "d-0123456789",
        },
      ],
    });
  });

  test("a resource has exactly the members of the model", async () => {
    const { emulator } = await withResources(wholeResource);
    const { body } = await call(emulator.url, "ListResources", { OrganizationId });
    expect(body).toEqual({
      Resources: [
        {
          Id: wholeResource.id,
          Email: "van-1@example.com",
          Name: "van-1",
          Type: "EQUIPMENT",
          State: "DELETED",
          EnabledDate: seconds(hoursAgo(99)),
          DisabledDate: seconds(hoursAgo(2)),
          Description: "Seats eight",
        },
      ],
    });
  });

  test("what is not seeded is no member, but for the defaults", async () => {
    const only = organization({ users: [{ id: entityId(1) }], resources: [{ id: entityId(2) }] });
    const { emulator } = await started({ organizations: [only] });
    const answers = await Promise.all(
      ["ListUsers", "ListResources", "DescribeOrganization", "ListOrganizations"].map(
        async (operation) => (await call(emulator.url, operation, { OrganizationId })).body,
      ),
    );
    expect(answers).toEqual([
      { Users: [{ Id: entityId(1), State: "ENABLED", UserRole: "USER" }] },
      { Resources: [{ Id: entityId(2), State: "ENABLED", Type: "ROOM" }] },
      { OrganizationId, State: "Active" },
      { OrganizationSummaries: [{ OrganizationId, State: "Active" }] },
    ]);
  });

  const wholeOrganization: SeedOrganization = {
    organizationId: ORGANIZATION,
    state: "Impaired",
    alias: "acme-1",
    defaultMailDomain: "acme.awsapps.com",
    errorMessage: "The directory is gone.",
    directoryId: "d-0123456789",
    directoryType: "VpcDirectory",
    completedDate: "2019-05-06T07:08:09.250Z",
    arn: `arn:aws:workmail:us-east-1:111122223333:organization/${ORGANIZATION}`,
    migrationAdmin: entityId(1),
    interoperabilityEnabled: false,
  };

  test("an organization has exactly the members of the model, summed up and described", async () => {
    const { emulator } = await started({ organizations: [wholeOrganization] });
    const summary = {
      OrganizationId,
      Alias: "acme-1",
      DefaultMailDomain: "acme.awsapps.com",
      ErrorMessage: "The directory is gone.",
      State: "Impaired",
    };
    expect((await call(emulator.url, "ListOrganizations", {})).body).toEqual({ OrganizationSummaries: [summary] });
    expect((await call(emulator.url, "DescribeOrganization", { OrganizationId })).body).toEqual({
      ...summary,
      DirectoryId: "d-0123456789",
      DirectoryType: "VpcDirectory",
      CompletedDate: seconds("2019-05-06T07:08:09.250Z"),
      ARN: wholeOrganization.arn,
      MigrationAdmin: entityId(1),
      InteroperabilityEnabled: false,
    });
  });

  test("the SDK reads the times as dates", async () => {
    const { client } = await started({
      organizations: [{ ...wholeOrganization, state: "Active", users: [wholeUser] }],
    });
    const { Users } = await client.send(new ListUsersCommand({ OrganizationId }));
    expect([Users?.[0]?.EnabledDate, Users?.[0]?.DisabledDate]).toEqual([
      new Date(hoursAgo(100.5)),
      new Date(hoursAgo(3)),
    ]);
    const { CompletedDate } = await client.send(new DescribeOrganizationCommand({ OrganizationId }));
    expect(CompletedDate).toEqual(new Date("2019-05-06T07:08:09.250Z"));
  });
});

describe("filters of users", () => {
  const people = [
    user(1, { name: "alice", displayName: "Alice A", email: "a1@example.com" }),
    user(2, { name: "alan", displayName: "Bob", email: "b@example.com", state: "DISABLED" }),
    user(3, { name: "Alice", email: "a2@example.com", state: "DELETED" }),
    user(4, { name: "bob", displayName: "Alice B", identityProviderUserId: USER_OF_IDENTITY_CENTER }),
    { id: entityId(5) },
  ];

  test.each<[ListUsersFilters, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{ UsernamePrefix: "al" }, [1, 2]],
    [{ UsernamePrefix: "alice" }, [1]],
    [{ UsernamePrefix: "lice" }, []],
    [{ UsernamePrefix: "" }, [1, 2, 3, 4]],
    [{ DisplayNamePrefix: "Alice" }, [1, 4]],
    [{ PrimaryEmailPrefix: "a" }, [1, 3]],
    [{ State: "ENABLED" }, [1, 4, 5]],
    [{ State: "DISABLED" }, [2]],
    [{ State: "DELETED" }, [3]],
    [{ IdentityProviderUserIdPrefix: "9067701234-aaaa" }, [4]],
    [{ IdentityProviderUserIdPrefix: "aaaa" }, []],
  ])("%j leaves %j", async (Filters, expected) => {
    const { client } = await withUsers(...people);
    const { Users } = await client.send(new ListUsersCommand({ OrganizationId, Filters }));
    expect(Users?.map(({ Id }) => Id)).toEqual(expected.map(entityId));
  });

  test("a filter counts what it leaves, not what it passes over: pages are full", async () => {
    const { client } = await withUsers(...people);
    const Filters = { State: "ENABLED" } as const;
    const first = await client.send(new ListUsersCommand({ OrganizationId, MaxResults: 2, Filters }));
    const { NextToken } = first;
    const second = await client.send(new ListUsersCommand({ OrganizationId, MaxResults: 2, Filters, NextToken }));
    expect([first.Users, second.Users].map((users) => users?.map(({ Id }) => Id))).toEqual([
      [entityId(1), entityId(4)],
      [entityId(5)],
    ]);
    expect(second.NextToken).toBeUndefined();
  });

  test.each<[string, ListUsersFilters | undefined]>([
    ["without the filter", undefined],
    ["with another value", { State: "DISABLED" }],
    ["with another filter", { UsernamePrefix: "ENABLED" }],
  ])("a token of a filtered walk is refused %s", async (_, Filters) => {
    const { client } = await withUsers(...people);
    const filtered = new ListUsersCommand({ OrganizationId, MaxResults: 1, Filters: { State: "ENABLED" } });
    const { NextToken } = await client.send(filtered);
    const error = await errorOf(client.send(new ListUsersCommand({ OrganizationId, Filters, NextToken })));
    expect(error.name).toBe("InvalidParameterException");
  });

  test("a fault can repeat the token of a filtered walk", async () => {
    const { client, emulator } = await withUsers(...people);
    emulator.inject({ kind: "repeatToken", onPage: 2, times: 1 });
    const page = (NextToken?: string) =>
      client.send(new ListUsersCommand({ OrganizationId, MaxResults: 1, Filters: { State: "ENABLED" }, NextToken }));
    const first = await page();
    const second = await page(first.NextToken);
    expect([second.NextToken, second.Users?.[0]?.Id]).toEqual([first.NextToken, entityId(4)]);
    expect((await page(second.NextToken)).Users?.[0]?.Id).toBe(entityId(4));
  });

  test("more than one is refused, even before the organization is looked at", async () => {
    const { client } = await started({ organizations: [organization({ state: "Deleted" })] });
    const Filters = { State: "ENABLED", UsernamePrefix: "a" } as const;
    const error = await errorOf(client.send(new ListUsersCommand({ OrganizationId, Filters })));
    expect([error.name, error.message]).toEqual([
      "InvalidParameterException",
      "You can only use one filter per request; received UsernamePrefix, State.",
    ]);
  });
});

describe("filters of resources", () => {
  const rooms = [
    resource(1, { name: "atlas", email: "x1@example.com" }),
    resource(2, { name: "attic", email: "y@example.com", state: "DISABLED" }),
    resource(3, { name: "cedar", email: "x2@example.com", state: "DELETED" }),
    { id: entityId(4) },
  ];

  test.each<[ListResourcesFilters, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ NamePrefix: "at" }, [1, 2]],
    [{ NamePrefix: "At" }, []],
    [{ PrimaryEmailPrefix: "x" }, [1, 3]],
    [{ State: "ENABLED" }, [1, 4]],
    [{ State: "DISABLED" }, [2]],
    [{ State: "DELETED" }, [3]],
  ])("%j leaves %j", async (Filters, expected) => {
    const { client } = await withResources(...rooms);
    const { Resources } = await client.send(new ListResourcesCommand({ OrganizationId, Filters }));
    expect(Resources?.map(({ Id }) => Id)).toEqual(expected.map(entityId));
  });

  test("more than one is refused", async () => {
    const { client } = await withResources(...rooms);
    const Filters = { State: "ENABLED", NamePrefix: "a" } as const;
    const error = await errorOf(client.send(new ListResourcesCommand({ OrganizationId, Filters })));
    expect(error.name).toBe("InvalidParameterException");
  });
});

describe("changes of the world", () => {
  const ids = async ({ client }: Awaited<ReturnType<typeof started>>) => [
    (await client.send(new ListUsersCommand({ OrganizationId }))).Users?.map(({ Id }) => Id),
    (await client.send(new ListResourcesCommand({ OrganizationId }))).Resources?.map(({ Id }) => Id),
  ];

  test("addUsers and addResources add behind those that are there", async () => {
    const here = await started({ organizations: [organization({ users: [user(5)], resources: [resource(6)] })] });
    here.emulator.addUsers(ORGANIZATION, user(2), user(1));
    here.emulator.addResources(ORGANIZATION, resource(4), resource(3));
    expect(await ids(here)).toEqual([[5, 2, 1].map(entityId), [6, 4, 3].map(entityId)]);
  });

  const stranger = `m-${"0".repeat(32)}`;
  type Emulator = Awaited<ReturnType<typeof started>>["emulator"];

  test.each<[string, (emulator: Emulator) => void, RegExp]>([
    ["users of nobody", (it) => it.addUsers(stranger, user(9)), /^addUsers: this emulator has no organization m-0/],
    [
      "a user who is there",
      (it) => it.addUsers(ORGANIZATION, user(1)),
      /^addUsers: .* already has .* S-1-1-11-.*1001$/,
    ],
    ["a user with a room's id", (it) => it.addUsers(ORGANIZATION, user(2)), /already has a user or resource/],
    ["one user twice", (it) => it.addUsers(ORGANIZATION, user(9), user(9)), /users\[1\].id: must not occur twice/],
    [
      "a user who is none",
      (it) => it.addUsers(ORGANIZATION, { id: "x" }),
      /users\[0\].id.*greater than or equal to 12/,
    ],
    ["resources of nobody", (it) => it.addResources(stranger, resource(9)), /^addResources: this emulator has no/],
    ["a room with a user's id", (it) => it.addResources(ORGANIZATION, resource(1)), /^addResources: .* already has/],
    ["one room twice", (it) => it.addResources(ORGANIZATION, resource(9), resource(9)), /resources\[1\].id: must not/],
    ["a room that is none", (it) => it.addResources(ORGANIZATION, { id: "x" }), /resources\[0\].id.*length/],
    ["a state of nobody", (it) => it.setOrganizationState(stranger, "Deleted"), /^setOrganizationState: this emulator/],
    [
      "no state",
      (it) => Reflect.apply(it.setOrganizationState, it, [ORGANIZATION, 1]),
      /^state: must be a string, got 1/,
    ],
    ["to remove nobody", (it) => it.removeOrganization(stranger), /^removeOrganization: this emulator has no/],
  ])("%s: refused, and nothing changes", async (_, change, message) => {
    const here = await started({ organizations: [organization({ users: [user(1)], resources: [resource(2)] })] });
    expect(() => change(here.emulator)).toThrow(message);
    expect(await ids(here)).toEqual([[entityId(1)], [entityId(2)]]);
  });

  test("an organization can be deleted, come back, and be gone", async () => {
    const { client, emulator } = await withUsers(user(1));
    const list = () => client.send(new ListUsersCommand({ OrganizationId }));
    const describeIt = () => client.send(new DescribeOrganizationCommand({ OrganizationId }));

    emulator.setOrganizationState(ORGANIZATION, "Deleted");
    expect((await errorOf(list())).name).toBe("OrganizationStateException");
    expect((await describeIt()).State).toBe("Deleted");

    emulator.setOrganizationState(ORGANIZATION, "Active");
    expect((await list()).Users).toHaveLength(1);

    emulator.removeOrganization(ORGANIZATION);
    for (const outcome of [list(), describeIt()]) {
      expect((await errorOf(outcome)).name).toBe("OrganizationNotFoundException");
    }
    expect((await client.send(new ListOrganizationsCommand({}))).OrganizationSummaries).toEqual([]);
  });

  test("organizations keep their order while one of them changes or goes", async () => {
    const idOf = (digit: string) => `m-${digit.repeat(32)}`;
    const organizations = ["c", "a", "b"].map((digit) => organization({ organizationId: idOf(digit) }));
    const { client, emulator } = await started({ organizations });
    const listed = async () =>
      (await client.send(new ListOrganizationsCommand({}))).OrganizationSummaries?.map((each) => each.OrganizationId);
    emulator.setOrganizationState(idOf("c"), "Deleting");
    expect(await listed()).toEqual(["c", "a", "b"].map(idOf));
    emulator.removeOrganization(idOf("a"));
    expect(await listed()).toEqual(["c", "b"].map(idOf));
  });
});
