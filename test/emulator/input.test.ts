import { DescribeMailboxExportJobCommand, ListMailboxExportJobsCommand } from "@aws-sdk/client-workmail";
import { operations } from "../../provider/emulator/operations/table";
import { errorOf, job, ORGANIZATION, organization, started } from "./harness";
import { call } from "./raw";

const VALID = {
  ListMailboxExportJobs: { OrganizationId: ORGANIZATION },
  DescribeMailboxExportJob: { OrganizationId: ORGANIZATION, JobId: "job-1" },
} satisfies Record<keyof typeof operations, object>;

type Operation = keyof typeof VALID;

/** Values just inside the model's limits, and just outside. */
const MEMBERS: readonly (readonly [Operation, string, readonly unknown[], readonly unknown[]])[] = [
  ...(["ListMailboxExportJobs", "DescribeMailboxExportJob"] as const).map(
    (operation) =>
      [
        operation,
        "OrganizationId",
        [ORGANIZATION],
        [
          "",
          "m-",
          `${ORGANIZATION}0`,
          ORGANIZATION.slice(0, -1),
          ORGANIZATION.toUpperCase(),
          ` ${ORGANIZATION.slice(1)}`,
        ],
      ] as const,
  ),
  ["ListMailboxExportJobs", "MaxResults", [1, 100], [0, 101, -1, 9999]],
  ["ListMailboxExportJobs", "NextToken", [], ["", "x".repeat(1025)]],
  [
    "DescribeMailboxExportJob",
    "JobId",
    ["job-1"],
    ["", "x".repeat(64), "job_1", "job 1", "job-1\n", "jöb", "job-1/../job-2"],
  ],
];

const WRONG_TYPES: readonly (readonly [Operation, string, readonly unknown[]])[] = [
  ["ListMailboxExportJobs", "OrganizationId", [1, true, [], {}, [ORGANIZATION]]],
  ["ListMailboxExportJobs", "NextToken", [1, false, {}]],
  ["ListMailboxExportJobs", "MaxResults", ["10", 1.5, true, [10], {}]],
  ["DescribeMailboxExportJob", "OrganizationId", [7]],
  ["DescribeMailboxExportJob", "JobId", [7, ["job-1"]]],
];

const cases = MEMBERS.flatMap(([operation, member, good, bad]) => [
  ...good.map((value) => ({ operation, member, value, code: undefined })),
  ...bad.map((value) => ({ operation, member, value, code: "InvalidParameterException" })),
]);
const typeCases = WRONG_TYPES.flatMap(([operation, member, values]) =>
  values.map((value) => ({ operation, member, value, code: "SerializationException" })),
);

describe("the members of a request", () => {
  test.each([...cases, ...typeCases])(
    "$operation $member $value: $code",
    async ({ operation, member, value, code }) => {
      const { emulator } = await started({ jobs: [job()] });
      const answer = await call(emulator.url, operation, { ...VALID[operation], [member]: value });
      expect([answer.status, answer.body["__type"]]).toEqual(code ? [400, code] : [200, undefined]);
      if (code) expect(String(answer.body["Message"] ?? answer.body["message"])).toContain(member);
    },
  );

  const requiredMembers = [
    ["ListMailboxExportJobs", "OrganizationId"],
    ["DescribeMailboxExportJob", "OrganizationId"],
    ["DescribeMailboxExportJob", "JobId"],
  ] as const;

  test.each(requiredMembers)("%s without %s is refused, and null is without", async (operation, member) => {
    const { emulator } = await started({ jobs: [job()] });
    for (const value of [undefined, null]) {
      const { status, body } = await call(emulator.url, operation, { ...VALID[operation], [member]: value });
      expect([status, body["__type"]]).toEqual([400, "InvalidParameterException"]);
      expect(body["Message"]).toContain(`'${member}' failed to satisfy constraint: Member must not be null`);
    }
  });

  test("optional members that are null, and members no model knows, are passed over", async () => {
    const { emulator } = await started({ jobs: [job()] });
    const body = { ...VALID.ListMailboxExportJobs, NextToken: null, MaxResults: null, Colour: "green" };
    expect((await call(emulator.url, "ListMailboxExportJobs", body)).status).toBe(200);
  });

  test("all broken rules come in one answer", async () => {
    const { client } = await started();
    const command = new ListMailboxExportJobsCommand({ OrganizationId: "m-1", MaxResults: 0 });
    const { name, message } = await errorOf(client.send(command));
    expect(name).toBe("InvalidParameterException");
    expect(message).toMatch(/^2 validation errors detected: .*'OrganizationId'.*'MaxResults'/);
  });
});

const commands = {
  ListMailboxExportJobs: (input) => new ListMailboxExportJobsCommand(input),
  DescribeMailboxExportJob: (input) => new DescribeMailboxExportJobCommand({ ...input, JobId: "job-1" }),
} satisfies Record<Operation, (input: { OrganizationId: string }) => object>;

describe.each(Object.keys(operations) as Operation[])("%s", (operation) => {
  const send = (client: Awaited<ReturnType<typeof started>>["client"], OrganizationId: string) =>
    operation === "ListMailboxExportJobs"
      ? client.send(commands.ListMailboxExportJobs({ OrganizationId }))
      : client.send(commands.DescribeMailboxExportJob({ OrganizationId }));

  test("refuses an organization it does not know", async () => {
    const { client } = await started({ jobs: [job()] });
    expect((await errorOf(send(client, `m-${"0".repeat(32)}`))).name).toBe("OrganizationNotFoundException");
  });

  test.each(["Deleting", "Deleted", "Creating", "active"])("refuses an organization that is %s", async (state) => {
    const { client } = await started({ organizations: [organization({ state, jobs: [job()] })] });
    expect((await errorOf(send(client, ORGANIZATION))).name).toBe("OrganizationStateException");
  });

  test("checks the members before it looks at the organization", async () => {
    const { client } = await started({ organizations: [organization({ state: "Deleted" })] });
    expect((await errorOf(send(client, "m-x"))).name).toBe("InvalidParameterException");
  });
});
