import fc from "fast-check";
import type { MailboxExportJob, RosterMember } from "../../provider/model";
import { proofs } from "../support/proofs";

export const now = new Date("2026-11-24T12:00:00Z");
export const cutover = "2026-11-20T00:00:00Z";

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const days = fc.integer({ min: 1, max: 24 }).map((day) => new Date(Date.UTC(2026, 9, 12 + 2 * day)).toISOString());

/** Names that meet: ids, emails and names of members, and of nobody. */
const ids = ["id-1", "id-2", "id-3", "id-4", "constructor"];
const emails = ["one@example.com", "Two@example.com", "three@example.com"];
const names = ["one", "two", "Three", "toString"];
export const anyName = fc.constantFrom(...ids, ...emails, ...names, "nobody", "ONE@EXAMPLE.COM");

export const member: fc.Arbitrary<RosterMember> = fc
  .record({
    entityId: fc.constantFrom(...ids),
    kind: fc.constantFrom("user" as const, "resource" as const),
    name: maybe(fc.constantFrom(...names)),
    email: maybe(fc.constantFrom(...emails)),
    state: maybe(fc.constantFrom("ENABLED", "ENABLED", "ENABLED", "DISABLED", "DELETED", "FROZEN")),
    userRole: maybe(fc.constantFrom("USER", "USER", "USER", "RESOURCE", "SYSTEM_USER", "REMOTE_USER", "ROBOT")),
    enabledDate: maybe(days),
    disabledDate: maybe(days),
  })
  .map((record): RosterMember => JSON.parse(JSON.stringify(record)));

export const roster = fc.uniqueArray(member, { selector: ({ entityId }) => entityId, maxLength: 5 });

export const job: fc.Arbitrary<MailboxExportJob> = fc
  .record({
    jobId: fc.uuid(),
    entityId: maybe(anyName),
    state: maybe(fc.constantFrom("COMPLETED", "COMPLETED", "COMPLETED", "RUNNING", "FAILED", "CANCELLED", "NEW")),
    startTime: maybe(days),
    lostFromSight: maybe(fc.constantFrom("accessDenied")),
    proof: maybe(fc.constantFrom(proofs.proven, proofs.proven, ...Object.values(proofs))),
  })
  .map((record): MailboxExportJob => JSON.parse(JSON.stringify(record)));

export const jobs = fc.array(job, { maxLength: 12 });

export const exclude = fc.dictionary(anyName, fc.constantFrom("empty", "left"), { maxKeys: 3 });

export const rules = fc
  .record({ cutover: maybe(fc.constant(cutover)), exclude: maybe(exclude) })
  .map((record): { cutover?: string; exclude?: Record<string, string> } => JSON.parse(JSON.stringify(record)));
