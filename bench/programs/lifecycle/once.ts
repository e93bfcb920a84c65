import { jobsOf } from "./jobs";
import { rulesOf } from "./rules";

/** What the rules for 10,000 jobs took, in milliseconds, and how many there are. */
export interface OnceReport {
  readonly ms: number;
  readonly rules: number;
}

// Once, and cold, as in a program.
const jobs = jobsOf("waves", 10_000, 0);
const start = performance.now();
const rules = rulesOf(jobs);
const report: OnceReport = { ms: performance.now() - start, rules };
process.stdout.write(JSON.stringify(report));
