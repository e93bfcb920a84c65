import { join } from "node:path";
import type { MailboxExportJob, RosterMember } from "../../../provider/model";
import { type Cost, cost, type Work } from "../cost";

// By their paths, because the package shows them to nobody: the rules alone, without a request.
const dist = join(__dirname, "../node_modules/pulumi-workmail-exports/dist/exports");
const { rememberJobs }: typeof import("../../../provider/exports/ledger") = require(join(dist, "ledger.js"));
const { coverageOf }: typeof import("../../../provider/exports/coverage") = require(join(dist, "coverage.js"));
const { judge }: typeof import("../../../provider/exports/verdict") = require(join(dist, "verdict.js"));

const now = new Date("2026-11-24T12:00:00Z");

/** Of the rule, and of the least that any rule of its kind must do. */
export interface LinearReport {
  readonly ours: Cost;
  readonly least: Cost;
}

const rules = {
  ledger: (count: number, organization: number) => {
    const jobs = jobsOf(count, organization);
    // Half of them are remembered, and all are seen.
    const remembered = jobs.slice(0, count / 2).map((job) => ({ ...job, state: "RUNNING" }));
    return () => rememberJobs(remembered, jobs).length;
  },
  coverage: (count: number, organization: number) => {
    const [jobs, roster] = [jobsOf(count, organization), rosterOf(count, organization)];
    return () => judge(coverageOf(roster, jobs, {}, now)).findings.length;
  },
} satisfies Record<string, Work>;

/** Every job into a table by its key, and found again; for the coverage the roster too, and in order. */
const leastWork = {
  ledger: (count: number, organization: number) => {
    const jobs = jobsOf(count, organization);
    return () => found(jobs, ({ jobId }) => jobId);
  },
  coverage: (count: number, organization: number) => {
    const [jobs, roster] = [jobsOf(count, organization), rosterOf(count, organization)];
    return () => {
      const sorted = roster.toSorted((a, b) => ((a.email ?? "") < (b.email ?? "") ? -1 : 1));
      return found(jobs, ({ entityId = "" }) => entityId) + found(sorted, ({ email = "" }) => email);
    };
  },
} satisfies Record<keyof typeof rules, Work>;

function found<Item>(items: readonly Item[], keyOf: (item: Item) => string): number {
  const byKey = new Map<string, Item>();
  for (const item of items) byKey.set(keyOf(item), item);
  return items.filter((item) => byKey.get(keyOf(item)) === item).length;
}

function jobsOf(count: number, organization: number): MailboxExportJob[] {
  return Array.from({ length: count }, (_, i) => ({
    jobId: `job-${organization}-${i}`,
    entityId: `user-${organization}-${i}`,
    s3Path: `exports/job-${i}.zip`,
    state: i % 3 === 0 ? "FAILED" : "COMPLETED",
    startTime: "2026-11-20T00:00:00.000Z",
  }));
}

function rosterOf(count: number, organization: number): RosterMember[] {
  return Array.from({ length: count }, (_, i) => ({
    entityId: `user-${organization}-${i}`,
    kind: "user",
    name: `name${i}-${organization}`,
    email: `name${i}-${organization}@example.com`,
    state: "ENABLED",
  }));
}

const name = process.env["RULE"] === "coverage" ? "coverage" : "ledger";
const report: LinearReport = { ours: cost(rules[name]), least: cost(leastWork[name]) };
process.stdout.write(JSON.stringify(report));
