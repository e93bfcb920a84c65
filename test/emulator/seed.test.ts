import { parseSeed, type Seed, SeedError, type SeedProblem } from "../../provider/emulator";
import { job, NOW, ORGANIZATION } from "./harness";

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
const withEnd = (end: unknown) => withJob({ end });

describe("parseSeed", () => {
  const accepted: readonly Seed[] = [
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

  test.each(accepted)("%j is a seed, and stays as it is", (seed) => {
    expect(parseSeed(JSON.stringify(seed))).toEqual(seed);
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
