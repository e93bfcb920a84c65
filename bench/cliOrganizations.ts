import { type SeedOrganization, sampleOrganization } from "../provider/emulator";
import type { Bench } from "./bench";
import { measurePairs } from "./pairs";
import { wholeProcess, workmailExports } from "./wholeProcess";
import { startWorkMail } from "./workMail";

const ORGANIZATIONS = 50;
/** Where the slow one stands: neither among the first eight, which begin at once, nor last. */
const SLOW = 30;
const JOBS = { slow: 10_000, other: 100 };
const LATENCY_MS = 20;
const PAIRS = 7;

/**
 * 50 organizations of one region, of which one has 100 pages and the others one each, against that one alone: whole
 * processes, eight organizations at a time. It shows whether the slow one holds up the others, or they it.
 */
export const cliOrganizations: Bench = async ({ script }) => {
  const organizations = Array.from({ length: ORGANIZATIONS }, (_, index) => organizationAt(index));
  const workMail = await startWorkMail(script("workMail"), organizations, LATENCY_MS);
  const jobsOfAll = JOBS.slow + (ORGANIZATIONS - 1) * JOBS.other;
  const timeOf = async (which: readonly string[], expected: number) => {
    const { ms, stdout } = await wholeProcess(
      workmailExports(["list", "--format", "json", ...which], workMail.environment),
    );
    const { counts }: { counts: { total: number } } = JSON.parse(stdout);
    if (counts.total !== expected) throw new Error(`cliOrganizations: ${counts.total} of ${expected} jobs were listed`);
    return ms;
  };
  try {
    const pairs = await measurePairs(PAIRS, {
      ours: () => timeOf(["--all-organizations"], jobsOfAll),
      other: () => timeOf(["--organization-id", idAt(SLOW)], JOBS.slow),
    });
    const what = `cliOrganizations, ${ORGANIZATIONS} of them, ${LATENCY_MS} ms a request: time against the slowest alone`;
    return [{ what, unit: "ms", limit: { atMostTimes: 1.3 }, pairs }];
  } finally {
    workMail.close();
  }
};

const idAt = (index: number) => `m-${String(index).padStart(32, "0")}`;

function organizationAt(index: number): SeedOrganization {
  const jobs = index === SLOW ? JOBS.slow : JOBS.other;
  return sampleOrganization({ organizationId: idAt(index), jobs, now: new Date(), randomSeed: index + 1 });
}
