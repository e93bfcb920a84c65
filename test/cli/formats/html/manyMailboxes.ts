import type { OrganizationCoverage } from "../../../../provider/cli/answer";
import type { MailboxExportJob, RosterMember } from "../../../../provider/model";
import { organizationCoverage } from "../../../support/answers";

const states = ["COMPLETED", "COMPLETED", "COMPLETED", "COMPLETED", "FAILED", "COMPLETED", "CANCELLED"] as const;
const firstStart = Date.parse("2026-11-14T06:00:00Z");

/** An organization of so many mailboxes: every fifth has no job, and the jobs go over ten days. */
export function manyMailboxes(size: number): OrganizationCoverage {
  const roster = Array.from({ length: size }, (_, index): RosterMember => {
    const name = `person${index}`;
    const email = `${name}@example.com`;
    const entityId = entityOf(index);
    const displayName = `Person of the Department ${index % 40}, Number ${index}`;
    return { entityId, kind: "user", state: "ENABLED", userRole: "USER", name, email, displayName };
  });
  const jobs = roster.flatMap((_, index) => (index % 5 === 0 ? [] : [jobOf(index, size)]));
  return organizationCoverage({ roster, jobs, rules: { cutover: "2026-11-16T00:00:00Z" } });
}

function entityOf(index: number): string {
  return `S-1-1-12-1000000000-2000000000-3000000000-${1000 + index}`;
}

function jobOf(index: number, size: number): MailboxExportJob {
  // Not one after the other: the order of the table must not be that of the days by chance.
  const start = firstStart + ((index * 7) % size) * ((10 * 86_400_000) / size);
  const state = states[index % states.length] ?? "COMPLETED";
  const jobId = `4f1c2d3e-0000-4000-8000-${String(index).padStart(12, "0")}`;
  return {
    jobId,
    entityId: entityOf(index),
    state,
    description: `Exit of WorkMail, wave ${index % 12}`,
    startTime: new Date(start).toISOString(),
    endTime: new Date(start + 3_600_000 * (1 + (index % 4))).toISOString(),
    s3BucketName: "workmail-exit-archives",
    s3Path: `exports/2026-11/${entityOf(index)}/${jobId}.zip`,
    ...(state === "FAILED" && { errorInfo: "The role cannot write to the bucket: AccessDenied on s3:PutObject" }),
  };
}
