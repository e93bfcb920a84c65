import type { Bench } from "./bench";
import { freshProcess } from "./freshProcess";
import { measurePairs } from "./pairs";
import type { ReadReport } from "./programs/report";
import { organizationOf, startWorkMail } from "./workMail";

const PAGES = 100;
const JOBS = PAGES * 100;
const PAIRS = 15;

/**
 * Reading all pages: the package's question against a loop over the SDK, each in a fresh process without Pulumi. The
 * time is that of the call, its client and connection included; the memory is the peak of the whole process.
 */
export const readPages: Bench = async ({ script }) => {
  const organization = organizationOf(JOBS);
  const workMail = await startWorkMail(script("workMail"), [organization]);
  const environment = { ...workMail.environment, ORGANIZATION_ID: organization.organizationId };
  const read = async (side: string) =>
    complete(await freshProcess<ReadReport>(script(`readPages/${side}`), environment));
  try {
    const pairs = await measurePairs(PAIRS, { ours: () => read("ours"), other: () => read("bareSdk") });
    return [
      {
        what: `readPages: ${PAGES} pages, time against a bare SDK loop`,
        unit: "ms",
        limit: { atMostTimes: 1.1 },
        pairs: pairs.map(({ ours, other }) => ({ ours: ours.ms, other: other.ms })),
      },
      {
        what: `readPages: ${PAGES} pages, peak memory of the process`,
        unit: "MB",
        limit: { atMostTimes: 1.1 },
        pairs: pairs.map(({ ours, other }) => ({ ours: ours.maxRssMb, other: other.maxRssMb })),
      },
    ];
  } finally {
    workMail.close();
  }
};

function complete(report: ReadReport): ReadReport {
  if (report.count === JOBS) return report;
  throw new Error(`readPages: ${report.count} of ${JOBS} jobs were read`);
}
