import type { Seed, SeedUser } from "../../../provider/emulator";

const user = (id: number, name: string, displayName?: string): SeedUser => ({
  id: `S-1-1-11-1111111111-${1000 + id}`,
  name,
  email: `${name}@example.com`,
  ...(displayName !== undefined && { displayName }),
});
const entityOf = (id: number) => `S-1-1-11-1111111111-${1000 + id}`;

/** An organization with a mailbox in each state, one that is out, one that is empty, and one that is deleted. */
export const world: Seed = {
  organizations: [
    {
      organizationId: `m-${"a".repeat(32)}`,
      alias: "example",
      users: [
        user(1, "alice", "Alice García"),
        user(2, "bob", "Bob"),
        user(3, "carla", "山田花子"),
        user(4, "dora", "דורה כהן"),
        user(5, "erik"),
      ],
      resources: [{ id: entityOf(6), name: "room", email: "room@example.com" }],
      jobs: [
        {
          jobId: "job-alice",
          entityId: entityOf(1),
          startTime: "2026-11-21T08:00:00Z",
          end: { state: "COMPLETED", afterSeconds: 5400 },
          s3BucketName: "exports",
          s3Path: "exports/alice.zip",
        },
        {
          jobId: "job-bob",
          entityId: entityOf(2),
          startTime: "2026-11-24T11:00:00Z",
          end: { state: "COMPLETED", afterSeconds: 7200 },
          description: "<b>=HYPERLINK()</b> | `::error::`",
        },
        {
          jobId: "job-carla",
          entityId: entityOf(3),
          startTime: "2026-11-22T10:00:00Z",
          end: { state: "FAILED", afterSeconds: 60, errorInfo: "The KMS key is disabled." },
        },
        {
          jobId: "job-dora",
          entityId: entityOf(4),
          startTime: "2026-11-18T10:00:00Z",
          end: { state: "COMPLETED", afterSeconds: 600 },
        },
      ],
    },
    {
      organizationId: `m-${"b".repeat(32)}`,
      alias: "gone-well",
      users: [user(11, "frida")],
      jobs: [
        {
          jobId: "job-frida",
          entityId: entityOf(11),
          startTime: "2026-11-23T08:00:00Z",
          end: { state: "COMPLETED", afterSeconds: 600 },
        },
      ],
    },
    { organizationId: `m-${"e".repeat(32)}`, alias: "empty" },
    { organizationId: `m-${"d".repeat(32)}`, alias: "old", state: "Deleted" },
  ],
};
