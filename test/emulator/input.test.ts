import { ListMailboxExportJobsCommand } from "@aws-sdk/client-workmail";
import { type OperationName, operations } from "../../provider/emulator/operations/table";
import { errorOf, job, ORGANIZATION, organization, started } from "./harness";
import { call } from "./raw";
import { OPERATIONS, VALID_INPUT } from "./validInput";

interface Rule {
  readonly operations: readonly OperationName[];
  /** With a dot for a member of a member. */
  readonly member: string;
  /** Just inside the model's limits. */
  readonly good: readonly unknown[];
  /** Just outside. */
  readonly bad: readonly unknown[];
  /** Of another type, which is another error. */
  readonly wrong: readonly unknown[];
}

const LISTS = ["ListMailboxExportJobs", "ListOrganizations", "ListResources", "ListUsers"] as const;
const START = ["StartMailboxExportJob"] as const;
const notStrings = [1, true, [], {}, ["text"]];

const arn = (service: string, length: number) => `arn:aws:${service}:us-east-1:111122223333:`.padEnd(length, "x");
// The tail behind the account may have 1,024 characters; nothing reaches the 2,048 that the length alone would allow.
const longestArn = (service: string) => `arn:aws:${service}:us-east-1:111122223333:${"x".repeat(1024)}`;
const arns = (service: string) => ({
  good: [arn(service, 42), `arn:aws:${service}::a:Role/with_+=,@.-`, longestArn(service)],
  bad: ["", "arn:aws:x", `arn:aws-cn:${service}::111122223333:role`, arn("sns", 42), `${longestArn(service)}x`],
  wrong: notStrings,
});

const rules: readonly Rule[] = [
  {
    operations: OPERATIONS.filter((name) => name !== "ListOrganizations"),
    member: "OrganizationId",
    good: [ORGANIZATION],
    bad: [
      "",
      "m-",
      `${ORGANIZATION}0`,
      ORGANIZATION.slice(0, -1),
      ORGANIZATION.toUpperCase(),
      ` ${ORGANIZATION.slice(1)}`,
    ],
    wrong: notStrings,
  },
  {
    operations: LISTS,
    member: "MaxResults",
    good: [1, 100],
    bad: [0, 101, -1, 9999],
    wrong: ["10", 1.5, true, [10], {}],
  },
  { operations: LISTS, member: "NextToken", good: [], bad: ["", "x".repeat(1025)], wrong: [1, false, {}] },
  {
    operations: ["DescribeMailboxExportJob", "CancelMailboxExportJob"],
    member: "JobId",
    good: ["job-1"],
    bad: ["", "x".repeat(64), "job_1", "job 1", "job-1\n", "jöb", "job-1/../job-2"],
    wrong: [7, ["job-1"]],
  },
  {
    operations: ["StartMailboxExportJob", "CancelMailboxExportJob"],
    member: "ClientToken",
    good: ["!", "~", "x".repeat(128)],
    bad: ["", "x".repeat(129), "a b", "a\n", "ä", "\x7f"],
    wrong: notStrings,
  },
  {
    operations: START,
    member: "EntityId",
    good: ["a", "x".repeat(256), "alice.b_c%d+e-f@example.com", "S-1-1-11-1111111111-1002"],
    bad: ["", "x".repeat(257), "a b", "a/b", "a:b", "é", "alice\n"],
    wrong: notStrings,
  },
  {
    operations: START,
    member: "Description",
    good: ["", "x".repeat(1023), "two\nlines, and é", "😀".repeat(1023)],
    bad: ["x".repeat(1024)],
    wrong: notStrings,
  },
  { operations: START, member: "RoleArn", ...arns("iam") },
  { operations: START, member: "KmsKeyArn", ...arns("kms") },
  {
    operations: START,
    member: "S3BucketName",
    good: ["a", "x".repeat(63), "My.bucket-1"],
    bad: ["", "x".repeat(64), "a_b", "s3://bucket", "a b"],
    wrong: notStrings,
  },
  {
    operations: START,
    member: "S3Prefix",
    good: ["a", "x".repeat(1023), "a/b_!.*'()-/"],
    bad: ["", "x".repeat(1024), "alice@example.com", "year=2026", "a b", "a+b"],
    wrong: notStrings,
  },
  {
    operations: ["ListUsers", "ListResources"],
    member: "Filters",
    good: [{}],
    bad: [],
    wrong: ["ENABLED", 1, [], true],
  },
  ...["UsernamePrefix", "DisplayNamePrefix", "PrimaryEmailPrefix"].map((name) => ({
    operations: ["ListUsers"] as const,
    member: `Filters.${name}`,
    good: ["", "x".repeat(256), "é b"],
    bad: ["x".repeat(257)],
    wrong: notStrings,
  })),
  ...["NamePrefix", "PrimaryEmailPrefix"].map((name) => ({
    operations: ["ListResources"] as const,
    member: `Filters.${name}`,
    good: ["", "x".repeat(256)],
    bad: ["x".repeat(257)],
    wrong: notStrings,
  })),
  {
    operations: ["ListUsers", "ListResources"],
    member: "Filters.State",
    good: ["ENABLED", "DISABLED", "DELETED"],
    bad: ["", "enabled", "ENABLED ", "Active"],
    wrong: notStrings,
  },
  {
    operations: ["ListUsers"],
    member: "Filters.IdentityProviderUserIdPrefix",
    good: ["a", "0123456789-ABCDEF", "0".repeat(47)],
    bad: ["", "0".repeat(48), "g", "a b"],
    wrong: notStrings,
  },
];

function withMember(body: object, path: string, value: unknown): object {
  const [outer = "", inner] = path.split(".");
  return { ...body, [outer]: inner === undefined ? value : { [inner]: value } };
}

const cases = rules.flatMap(({ operations: names, member, good, bad, wrong }) =>
  names.flatMap((operation) => [
    ...good.map((value) => ({ operation, member, value, code: undefined })),
    ...bad.map((value) => ({ operation, member, value, code: "InvalidParameterException" })),
    ...wrong.map((value) => ({ operation, member, value, code: "SerializationException" })),
  ]),
);

describe("the members of a request", () => {
  test.each(cases)("$operation $member $value: $code", async ({ operation, member, value, code }) => {
    const { emulator } = await started({ jobs: [job()] });
    const answer = await call(emulator.url, operation, withMember(VALID_INPUT[operation], member, value));
    expect([answer.status, answer.body["__type"]]).toEqual(code ? [400, code] : [200, undefined]);
    if (code) expect(String(answer.body["Message"] ?? answer.body["message"])).toContain(member);
  });

  const requiredMembers = OPERATIONS.flatMap((operation) =>
    Object.keys(VALID_INPUT[operation]).map((member) => [operation, member] as const),
  );

  test.each(requiredMembers)("%s without %s is refused, and null is without", async (operation, member) => {
    const { emulator } = await started({ jobs: [job()] });
    for (const value of [undefined, null]) {
      const { status, body } = await call(emulator.url, operation, { ...VALID_INPUT[operation], [member]: value });
      expect([status, body["__type"]]).toEqual([400, "InvalidParameterException"]);
      expect(body["Message"]).toContain(`'${member}' failed to satisfy constraint: Member must not be null`);
    }
  });

  test("every member that an operation requires stands in a rule above", () => {
    const covered = (operation: OperationName) =>
      rules.filter((rule) => rule.operations.includes(operation)).map(({ member }) => member);
    for (const operation of OPERATIONS) {
      expect(covered(operation)).toEqual(expect.arrayContaining(Object.keys(VALID_INPUT[operation])));
    }
    expect([...OPERATIONS].sort()).toEqual(Object.keys(operations).sort());
  });

  test.each(OPERATIONS)("%s passes over members that no model knows", async (operation) => {
    const { emulator } = await started({ jobs: [job()] });
    const body = { ...VALID_INPUT[operation], Colour: "green" };
    expect((await call(emulator.url, operation, body)).status).toBe(200);
  });

  test("optional members that are null are passed over, also within another", async () => {
    const { emulator } = await started({ jobs: [job()] });
    const none = { NextToken: null, MaxResults: null, Filters: null };
    for (const operation of LISTS) {
      expect((await call(emulator.url, operation, { ...VALID_INPUT[operation], ...none })).status).toBe(200);
    }
    const within = { ...VALID_INPUT.ListUsers, Filters: { State: null, UsernamePrefix: "a", Colour: 1 } };
    expect((await call(emulator.url, "ListUsers", within)).status).toBe(200);
    const description = { ...VALID_INPUT.StartMailboxExportJob, Description: null };
    expect((await call(emulator.url, "StartMailboxExportJob", description)).status).toBe(200);
  });

  test("all broken rules come in one answer", async () => {
    const { client } = await started();
    const command = new ListMailboxExportJobsCommand({ OrganizationId: "m-1", MaxResults: 0 });
    const { name, message } = await errorOf(client.send(command));
    expect(name).toBe("InvalidParameterException");
    expect(message).toMatch(/^2 validation errors detected: .*'OrganizationId'.*'MaxResults'/);
  });

  test("a rule broken within another member is among them, by its whole path", async () => {
    const { emulator } = await started();
    const input = { OrganizationId: "m-1", Filters: { State: "on", UsernamePrefix: "x".repeat(257) } };
    const { body } = await call(emulator.url, "ListUsers", input);
    expect(body["Message"]).toMatch(
      /^3 validation errors detected: .*'OrganizationId'.*'Filters.UsernamePrefix'.*"on" at 'Filters.State'.*\[ENABLED, DISABLED, DELETED\]/,
    );
  });
});

const ofOneOrganization = OPERATIONS.filter((name) => name !== "ListOrganizations");
const ofActiveOnes = ofOneOrganization.filter((name) => name !== "DescribeOrganization");

describe("the organization of a request", () => {
  test.each(ofOneOrganization)("%s refuses one it does not know", async (operation) => {
    const { emulator } = await started({ jobs: [job()] });
    const input = { ...VALID_INPUT[operation], OrganizationId: `m-${"0".repeat(32)}` };
    const { status, body } = await call(emulator.url, operation, input);
    expect([status, body["__type"]]).toEqual([400, "OrganizationNotFoundException"]);
  });

  test.each(ofActiveOnes)("%s refuses one that is not active", async (operation) => {
    for (const state of ["Deleting", "Deleted", "Creating", "active"]) {
      const { emulator } = await started({ organizations: [organization({ state, jobs: [job()] })] });
      const { status, body } = await call(emulator.url, operation, VALID_INPUT[operation]);
      expect([status, body["__type"]]).toEqual([400, "OrganizationStateException"]);
      expect(body["Message"]).toContain(state);
    }
  });

  test.each(["DescribeOrganization", "ListOrganizations"] as const)(
    "%s answers whatever its state",
    async (operation) => {
      const { emulator } = await started({ organizations: [organization({ state: "Deleted" })] });
      expect((await call(emulator.url, operation, VALID_INPUT[operation])).status).toBe(200);
    },
  );

  test.each(ofActiveOnes)("%s checks the members before it looks at it", async (operation) => {
    const { emulator } = await started({ organizations: [organization({ state: "Deleted" })] });
    const { body } = await call(emulator.url, operation, { ...VALID_INPUT[operation], OrganizationId: "m-x" });
    expect(body["__type"]).toBe("InvalidParameterException");
  });
});
