import type { Bench } from "./bench";
import type { Figure } from "./figure";
import { freshProcess } from "./freshProcess";
import { measurePairs } from "./pairs";
import type { ReadReport } from "./programs/report";
import { organizationOf, startWorkMail } from "./workMail";

const PAGES = 100;
const JOBS = PAGES * 100;
// Many, because each takes half a second, of which a busy machine can add half.
const PAIRS = 25;

/**
 * Reading all pages: the package's question against loops over the SDK, each in a fresh process without Pulumi. The
 * time is that of the call, its client and connection included; the memory is the peak of the whole process.
 */
export const readPages: Bench = async ({ script }) => {
  const organization = organizationOf(JOBS);
  const workMail = await startWorkMail(script("workMail"), [organization]);
  const environment = { ...workMail.environment, ORGANIZATION_ID: organization.organizationId };
  const read = async (side: string) => complete(await freshProcess(script(`readPages/${side}`), environment));
  const against = (side: string) => measurePairs(PAIRS, { ours: () => read("ours"), other: () => read(side) });
  try {
    const [bare, plain] = [await against("bareSdk"), await against("plainData")];
    return [
      figure("time against a bare SDK loop", "ms", bare),
      figure("peak memory against a bare SDK loop", "maxRssMb", bare),
      figure("time against the loop and JSON for Pulumi", "ms", plain),
    ];
  } finally {
    workMail.close();
  }
};

type ReadPair = Readonly<Record<"ours" | "other", ReadReport>>;

function figure(what: string, member: "ms" | "maxRssMb", pairs: readonly ReadPair[]): Figure {
  return {
    what: `readPages, ${PAGES} pages: ${what}`,
    unit: member === "ms" ? "ms" : "MB",
    limit: { atMostTimes: 1.1 },
    pairs: pairs.map(({ ours, other }) => ({ ours: ours[member], other: other[member] })),
  };
}

function complete(report: ReadReport): ReadReport {
  if (report.count === JOBS) return report;
  throw new Error(`readPages: ${report.count} of ${JOBS} jobs were read`);
}
