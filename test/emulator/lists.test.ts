import {
  ListOrganizationsCommand,
  ListResourcesCommand,
  ListUsersCommand,
  paginateListOrganizations,
  paginateListResources,
  paginateListUsers,
  type WorkMailClient,
} from "@aws-sdk/client-workmail";
import fc from "fast-check";
import type { Fault, OperationName, SeedOrganization } from "../../provider/emulator";
import { operations } from "../../provider/emulator/operations/table";
import { entityId, errorOf, jobs, ORGANIZATION, organization, resource, type Started, started, user } from "./harness";
import { call } from "./raw";

interface Page {
  readonly ids: readonly (string | undefined)[];
  readonly token: string | undefined;
}

interface List {
  readonly operation: OperationName;
  /** A world whose list has this many entries, with the ids they have. */
  readonly world: (count: number) => { readonly organizations: SeedOrganization[]; readonly ids: string[] };
  readonly page: (client: WorkMailClient, MaxResults?: number, NextToken?: string) => Promise<Page>;
  readonly paginate: (client: WorkMailClient, pageSize: number) => AsyncIterable<object>;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const OrganizationId = ORGANIZATION;
const organizationIdOf = (i: number) => `m-${i.toString(16).padStart(32, "0")}`;

const lists: readonly List[] = [
  {
    operation: "ListUsers",
    world: (count) => ({
      organizations: [organization({ users: numbers(count).map((i) => user(i)), resources: [resource(5000)] })],
      ids: numbers(count).map(entityId),
    }),
    async page(client, MaxResults, NextToken) {
      const answer = await client.send(new ListUsersCommand({ OrganizationId, MaxResults, NextToken }));
      return { ids: (answer.Users ?? []).map(({ Id }) => Id), token: answer.NextToken };
    },
    paginate: (client, pageSize) => paginateListUsers({ client, pageSize }, { OrganizationId }),
  },
  {
    operation: "ListResources",
    world: (count) => ({
      organizations: [organization({ users: [user(5000)], resources: numbers(count).map((i) => resource(i)) })],
      ids: numbers(count).map(entityId),
    }),
    async page(client, MaxResults, NextToken) {
      const answer = await client.send(new ListResourcesCommand({ OrganizationId, MaxResults, NextToken }));
      return { ids: (answer.Resources ?? []).map(({ Id }) => Id), token: answer.NextToken };
    },
    paginate: (client, pageSize) => paginateListResources({ client, pageSize }, { OrganizationId }),
  },
  {
    operation: "ListOrganizations",
    world: (count) => ({
      organizations: numbers(count).map((i) => organization({ organizationId: organizationIdOf(i) })),
      ids: numbers(count).map(organizationIdOf),
    }),
    async page(client, MaxResults, NextToken) {
      const answer = await client.send(new ListOrganizationsCommand({ MaxResults, NextToken }));
      const { OrganizationSummaries = [] } = answer;
      return { ids: OrganizationSummaries.map((each) => each.OrganizationId), token: answer.NextToken };
    },
    paginate: (client, pageSize) => paginateListOrganizations({ client, pageSize }, {}),
  },
];

async function walk({ client }: Started, { page }: List, sizes: readonly number[]): Promise<Page["ids"][]> {
  const pages: Page["ids"][] = [];
  let token: string | undefined;
  do {
    const answer = await page(client, sizes[pages.length % sizes.length], token);
    pages.push(answer.ids);
    token = answer.token;
  } while (token !== undefined && pages.length < 500);
  return pages;
}

describe.each(lists)("$operation", (list) => {
  test("of nothing is an empty list without a token", async () => {
    const { client } = await started({ organizations: list.world(0).organizations });
    expect(await list.page(client)).toEqual({ ids: [], token: undefined });
  });

  test("gives all in the order of the seed, whatever the size of the pages", async () => {
    const { organizations, ids } = list.world(23);
    const here = await started({ organizations });
    for (const size of [...numbers(25).map((i) => i + 1), 99, 100]) {
      const pages = await walk(here, list, [size]);
      expect(pages.flat()).toEqual(ids);
      expect(pages).toHaveLength(Math.ceil(23 / size));
    }
  });

  test("gives all once for any sizes, in any order", async () => {
    const size = fc.integer({ min: 1, max: 100 });
    const order = fc.constantFrom("newestFirst", "oldestFirst", "shuffled");
    await fc.assert(
      fc.asyncProperty(fc.nat(150), fc.array(size, { minLength: 1, maxLength: 4 }), order, async (count, sizes, by) => {
        const { organizations, ids } = list.world(count);
        const here = await started({ organizations, order: by });
        const found = (await walk(here, list, sizes)).flat();
        expect([...found].sort()).toEqual([...ids].sort());
        await here.emulator.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test("shuffled scatters them, and repeats for its seed", async () => {
    const { organizations, ids } = list.world(40);
    const listed = async (shuffleSeed: number) =>
      (await list.page((await started({ organizations, order: "shuffled", shuffleSeed })).client)).ids;
    const [first, again, other] = [await listed(1), await listed(1), await listed(2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first).not.toEqual(ids);
  });

  test("holds 100 on a page when the client does not say", async () => {
    const { organizations } = list.world(101);
    const { client } = await started({ organizations });
    const first = await list.page(client);
    expect([first.ids.length, (await list.page(client, undefined, first.token)).ids.length]).toEqual([100, 1]);
  });

  test("is walked by the SDK's own paginator", async () => {
    const { client, emulator } = await started({ organizations: list.world(23).organizations });
    let pages = 0;
    for await (const _ of list.paginate(client, 5)) pages += 1;
    expect([pages, emulator.requests.length]).toEqual([5, 5]);
  });

  test.each(lists.map(({ operation }) => operation).concat("ListMailboxExportJobs"))(
    "takes a token of %s only if it is its own",
    async (other) => {
      // One world in which every list has a second page.
      const full = organization({
        users: numbers(3).map((i) => user(i)),
        resources: numbers(3).map((i) => resource(10 + i)),
        jobs: jobs(3),
      });
      const organizations = [full, ...numbers(3).map((i) => organization({ organizationId: organizationIdOf(i) }))];
      const here = await started({ organizations });
      const { body } = await call(here.emulator.url, other, { OrganizationId, MaxResults: 1 });
      // ListOrganizations knows no OrganizationId, and passes over it.
      const token = String(body["NextToken"]);
      const outcome = list.page(here.client, 1, token).then(
        ({ ids }) => ids.length,
        (error: Error) => error.name,
      );
      expect(await outcome).toBe(other === list.operation ? 1 : "InvalidParameterException");
    },
  );

  test("meets a fault of its pages", async () => {
    const { organizations, ids } = list.world(4);
    const here = await started({ organizations });
    const { listMember = "" } = operations[list.operation];

    here.emulator.inject({ kind: "emptyPageWithToken", onPage: 2 });
    expect(await walk(here, list, [2])).toEqual([ids.slice(0, 2), [], ids.slice(2)]);

    here.emulator.inject({ kind: "pageWithoutJobs", onPage: 2 });
    expect(await walk(here, list, [2])).toEqual([ids.slice(0, 2), []]);

    here.emulator.inject({ kind: "repeatToken", onPage: 2, times: 2 });
    expect(await walk(here, list, [2])).toEqual([ids.slice(0, 2), ...Array(3).fill(ids.slice(2))]);

    here.emulator.inject({ kind: "cycleTokens", onPage: 1, times: 3 });
    expect((await walk(here, list, [3])).length).toBe(5);

    const raw = async (fault: Fault) => {
      here.emulator.inject(fault);
      return (await call(here.emulator.url, list.operation, { OrganizationId, MaxResults: 1 })).body[listMember];
    };
    expect(await raw({ kind: "nullJob" })).toEqual([null, expect.objectContaining({ State: expect.any(String) })]);
    expect(await raw({ kind: "unknownState" })).toEqual([expect.objectContaining({ State: "SUSPENDED" })]);
    expect(await raw({ kind: "missingFields", fields: ["State"] })).toEqual([
      expect.not.objectContaining({ State: expect.anything() }),
    ]);
    expect(await raw({ kind: "unknownMembers" })).toEqual([expect.objectContaining({ RetentionClass: "GOLD" })]);
  });

  test("meets a fault that is meant for it, and no other operation does", async () => {
    const { client, emulator } = await started({ organizations: list.world(3).organizations });
    const denied = {
      kind: "error",
      code: "AccessDeniedException",
      message: "Not you.",
      operation: list.operation,
    } as const;
    emulator.inject(denied);
    for (const other of lists.filter((each) => each !== list)) {
      await other.page(client).catch((error: Error) => expect(error.name).toBe("OrganizationNotFoundException"));
    }
    expect(emulator.pendingFaults).toHaveLength(1);
    expect((await errorOf(list.page(client))).name).toBe("AccessDeniedException");
    expect((await list.page(client)).ids).toHaveLength(3);
  });
});

describe("notATimestamp", () => {
  test.each(["EnabledDate", "DisabledDate"] as const)("can be a user's %s", async (member) => {
    const { client, emulator } = await started({ organizations: [organization({ users: [user(1)] })] });
    emulator.inject({ kind: "notATimestamp", member });
    expect((await errorOf(client.send(new ListUsersCommand({ OrganizationId })))).name).toBe("TypeError");
  });
});

test("a walk goes on undisturbed while users come", async () => {
  const here = await started({ organizations: [organization({ users: numbers(4).map((i) => user(i)) })] });
  const first = await here.client.send(new ListUsersCommand({ OrganizationId, MaxResults: 2 }));
  here.emulator.addUsers(ORGANIZATION, user(9), user(8));
  const rest = await here.client.send(new ListUsersCommand({ OrganizationId, NextToken: first.NextToken }));
  expect(rest.Users?.map(({ Id }) => Id)).toEqual([2, 3, 9, 8].map(entityId));
});
