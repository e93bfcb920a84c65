import { parseSeed, type Seed, SeedError, type SeedProblem } from "../../provider/emulator";
import { entityId, job, NOW, ORGANIZATION, resource, user } from "./harness";

function problemsOf(seed: unknown): readonly SeedProblem[] {
  try {
    parseSeed(typeof seed === "string" ? seed : JSON.stringify(seed));
  } catch (error) {
    if (error instanceof SeedError) return error.problems;
    throw error;
  }
  throw new Error("the seed was accepted");
}

const withJob = (partial: object) => ({
  organizations: [{ organizationId: ORGANIZATION, jobs: [{ ...job(), ...partial }] }],
});
const withOrganization = (partial: object) => ({ organizations: [{ organizationId: ORGANIZATION, ...partial }] });
const withEnd = (end: unknown) => withJob({ end });

describe("parseSeed", () => {
  const accepted: Seed[] = [
    { organizations: [] },
    { organizations: [{ organizationId: ORGANIZATION }] },
    { organizations: [{ organizationId: ORGANIZATION, state: "Deleted", jobs: [] }] },
    {
      organizations: [
        {
          organizationId: ORGANIZATION,
          jobs: [
            job({ startTime: "2026-11-24T12:00:00.123+01:00", description: "", s3Path: "b/k.zip", s3Prefix: "b/" }),
            job({ jobId: "2", end: { state: "COMPLETED", afterSeconds: 0 } }),
            job({ jobId: "3", end: { state: "CANCELLED", afterSeconds: 1.5, atProgress: 0 } }),
            job({ jobId: "4", end: { state: "FAILED", afterSeconds: 1, errorInfo: "x", atProgress: 99 } }),
          ],
        },
      ],
    },
  ];

  const peopled: Seed = withOrganization({
    alias: "acme-1",
    defaultMailDomain: "acme.awsapps.com",
    errorMessage: "",
    directoryId: "d-1",
    directoryType: "SimpleAD",
    completedDate: NOW,
    arn: `arn:aws:workmail:us-east-1:111122223333:organization/${ORGANIZATION}`,
    migrationAdmin: entityId(1),
    interoperabilityEnabled: true,
    users: [
      { id: "x".repeat(12) },
      {
        id: "x".repeat(256),
        name: "a.b-c_d@example.com",
        displayName: "",
        email: "a.b%c+d_e-f@mail.example.com",
        state: "DISABLED",
        userRole: "SYSTEM_USER",
        enabledDate: "2020-01-01T00:00:00+02:00",
        disabledDate: NOW,
        identityProviderUserId: "aaaabbbb-1111-2222-3333-444455556666",
        identityProviderIdentityStoreId: "aaaabbbb-1111-2222-3333-444455556666",
      },
    ],
    resources: [
      { id: entityId(2), name: "x".repeat(20), type: "EQUIPMENT", state: "DELETED", description: "x".repeat(64) },
      { id: entityId(3), email: "r@example.com", enabledDate: NOW, disabledDate: NOW, type: "ROOM", state: "ENABLED" },
    ],
  });
  accepted.push(peopled, withOrganization({ users: [], resources: [] }));

  test.each(accepted)("%j is a seed, and stays as it is", (seed) => {
    expect(parseSeed(JSON.stringify(seed))).toEqual(seed);
  });

  const ofOrganization = [
    [{ alias: "" }, "alias", /length/],
    [{ alias: "x".repeat(63) }, "alias", /length/],
    [{ alias: "d-acme" }, "alias", /pattern/],
    [{ alias: "a--b" }, "alias", /pattern/],
    [{ alias: 1 }, "alias", /String/],
    [{ defaultMailDomain: "ab" }, "defaultMailDomain", /length/],
    [{ defaultMailDomain: "a_b.com" }, "defaultMailDomain", /pattern/],
    [{ errorMessage: "x".repeat(257) }, "errorMessage", /length/],
    [{ directoryId: "x".repeat(257) }, "directoryId", /length/],
    [{ directoryType: "x".repeat(257) }, "directoryType", /length/],
    [{ completedDate: "2020-01-01" }, "completedDate", /RFC 3339/],
    [{ arn: "arn:aws:ses:::x" }, "arn", /pattern/],
    [{ migrationAdmin: "me" }, "migrationAdmin", /length/],
    [{ interoperabilityEnabled: "yes" }, "interoperabilityEnabled", /Boolean/],
    [{ Alias: "a" }, "Alias", /is not known here; known are .*alias.*users, resources/],
    [{ users: {} }, "users", /must be a list/],
    [{ resources: "none" }, "resources", /must be a list/],
    [{ users: [user(1), user(2), user(1)] }, "users[2].id", /must not occur twice/],
    [{ resources: [resource(1), resource(1)] }, "resources[1].id", /must not occur twice/],
    [{ users: [user(1)], resources: [resource(2), resource(1)] }, "resources[1].id", /must not occur twice/],
    ...(
      [
        [{ id: undefined }, "id", /is required/],
        [{ id: "x".repeat(11) }, "id", /length/],
        [{ id: "x".repeat(257) }, "id", /length/],
        [{ email: "alice" }, "email", /pattern/],
        [{ email: "alice@example" }, "email", /pattern/],
        [{ email: `${"x".repeat(65)}@example.com` }, "email", /pattern/],
        [{ email: `a@${"x".repeat(250)}.com` }, "email", /length/],
        [{ state: "enabled" }, "state", /enum value set: \[ENABLED, DISABLED, DELETED\]/],
        [{ state: null }, "state", /String/],
        [{ enabledDate: "2020" }, "enabledDate", /RFC 3339/],
        [{ disabledDate: 1795535875 }, "disabledDate", /RFC 3339/],
        [{ name: "" }, "name", /length/],
        [{ name: "al ice" }, "name", /pattern/],
        [{ mail: "x" }, "mail", /is not known here/],
      ] as const
    ).flatMap(([partial, path, rule]) => [
      [{ users: [{ ...user(1), ...partial }] }, `users[0].${path}`, rule] as const,
      [{ resources: [{ ...resource(1), ...partial }] }, `resources[0].${path}`, rule] as const,
    ]),
    ...(
      [
        [{ name: "x".repeat(65) }, "name", /length/],
        [{ displayName: "x".repeat(257) }, "displayName", /length/],
        [{ userRole: "ADMIN" }, "userRole", /\[USER, RESOURCE, SYSTEM_USER, REMOTE_USER\]/],
        [{ identityProviderUserId: "me" }, "identityProviderUserId", /pattern/],
        [{ identityProviderIdentityStoreId: "d-1" }, "identityProviderIdentityStoreId", /pattern/],
        [{ type: "ROOM" }, "type", /is not known here/],
      ] as const
    ).map(([partial, path, rule]) => [{ users: [{ ...user(1), ...partial }] }, `users[0].${path}`, rule] as const),
    ...(
      [
        [{ name: "x".repeat(21) }, "name", /length/],
        [{ type: "CAR" }, "type", /\[ROOM, EQUIPMENT\]/],
        [{ description: "" }, "description", /length/],
        [{ description: "x".repeat(65) }, "description", /length/],
        [{ userRole: "RESOURCE" }, "userRole", /is not known here/],
      ] as const
    ).map(
      ([partial, path, rule]) =>
        [{ resources: [{ ...resource(1), ...partial }] }, `resources[0].${path}`, rule] as const,
    ),
  ] as const;

  test.each(ofOrganization)("an organization with %j is refused at %s with %s", (partial, path, rule) => {
    const expected = { path: `organizations[0].${path}`, rule: expect.stringMatching(rule) };
    expect(problemsOf(withOrganization(partial))).toEqual([expect.objectContaining(expected)]);
  });

  const refused: readonly (readonly [unknown, string, RegExp])[] = [
    ["{", "", /must be JSON: /],
    ["[]", "", /must be an object/],
    [{}, "organizations", /is required/],
    [{ organizations: {} }, "organizations", /must be a list/],
    [{ organizations: [null] }, "organizations[0]", /must be an object/],
    [{ organizations: [], extra: 1 }, "extra", /is not known here; known are organizations/],
    [{ organizations: [{}] }, "organizations[0].organizationId", /is required/],
    [{ organizations: [{ organizationId: "m-1" }] }, "organizations[0].organizationId", /length/],
    [{ organizations: [{ organizationId: ORGANIZATION, state: 1 }] }, "organizations[0].state", /must be a string/],
    [
      { organizations: [{ organizationId: ORGANIZATION }, { organizationId: ORGANIZATION }] },
      "organizations[1].organizationId",
      /must not occur twice/,
    ],
    [
      { organizations: [{ organizationId: ORGANIZATION, jobs: [job(), job()] }] },
      "organizations[0].jobs[1].jobId",
      /must not occur twice/,
    ],
    ...(
      [
        [{ jobId: "job_1" }, "jobId", /pattern/],
        [{ jobId: 7 }, "jobId", /converted to a String/],
        [{ entityId: "short" }, "entityId", /greater than or equal to 12/],
        [{ entityId: null }, "entityId", /converted to a String/],
        [{ startTime: "yesterday" }, "startTime", /RFC 3339/],
        [{ startTime: "2026-11-20" }, "startTime", /RFC 3339/],
        [{ startTime: "2026-13-20T10:00:00Z" }, "startTime", /RFC 3339/],
        [{ startTime: 1795535875 }, "startTime", /RFC 3339/],
        [{ s3Prefix: "a@b" }, "s3Prefix", /pattern/],
        [{ s3BucketName: "a_b" }, "s3BucketName", /pattern/],
        [{ roleArn: "arn:aws:s3:::x-long-enough" }, "roleArn", /pattern/],
        [{ kmsKeyArn: "short" }, "kmsKeyArn", /length/],
        [{ description: "x".repeat(1024) }, "description", /length/],
        [{ starttime: NOW }, "starttime", /is not known here; known are jobId, entityId, startTime/],
        [{ end: "COMPLETED" }, "end.state", /must be one of COMPLETED, CANCELLED, FAILED/],
        [{ end: { state: "RUNNING" } }, "end.state", /must be one of/],
        [{ end: { state: "COMPLETED" } }, "end.afterSeconds", /is required/],
        [{ end: { state: "COMPLETED", afterSeconds: -1 } }, "end.afterSeconds", /at least 0/],
        [{ end: { state: "COMPLETED", afterSeconds: 1, errorInfo: "x" } }, "end.errorInfo", /is not known here/],
        [{ end: { state: "FAILED", afterSeconds: 1 } }, "end.errorInfo", /is required/],
        [{ end: { state: "CANCELLED", afterSeconds: 1, atProgress: 100 } }, "end.atProgress", /from 0 to 99/],
        [{ end: { state: "CANCELLED", afterSeconds: 1, atProgress: 1.5 } }, "end.atProgress", /Integer/],
      ] as const
    ).map(([partial, path, rule]) => [withJob(partial), `organizations[0].jobs[0].${path}`, rule] as const),
  ];

  test.each(refused)("%j is refused at %s with %s", (seed, path, rule) => {
    expect(problemsOf(seed)).toEqual([expect.objectContaining({ path, rule: expect.stringMatching(rule) })]);
  });

  test("all problems come at once, a line each, with path, rule and value", () => {
    const seed = {
      organizations: [
        { organizationId: "m-1", jobs: [{ jobId: "ok", entityId: "S-1-1-11-1111111111-1001", startTime: "noon" }] },
        { organizationId: ORGANIZATION, jobs: "none" },
      ],
    };
    expect(() => parseSeed(JSON.stringify(seed))).toThrow(
      [
        'organizations[0].organizationId: Member must have length greater than or equal to 34, got "m-1"',
        'organizations[0].jobs[0].startTime: must be an RFC 3339 time, such as "2026-11-20T10:00:00Z", got "noon"',
        'organizations[1].jobs: must be a list, got "none"',
      ].join("\n"),
    );
  });

  test("an unknown end is one problem, not one for each of its members", () => {
    expect(problemsOf(withEnd({ state: "PAUSED", whatever: 1 }))).toHaveLength(1);
  });
});
