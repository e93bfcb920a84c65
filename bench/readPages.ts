import type { Bench } from "./bench";
import type { Figure } from "./figure";
import { freshProcess } from "./freshProcess";
import { measurePairs } from "./pairs";
import type { ReadReport } from "./programs/report";
import { organizationOf, startWorkMail } from "./workMail";

const PAGES = 100;
const JOBS = PAGES * 100;
/** What a request to a service in the same region takes at the least. */
const LATENCY_MS = 10;
// Many, because each takes a quarter of a second, and a busy machine can double that.
const PAIRS = 25;
// Fewer where each takes more than a second, and most of it is the same for both.
const PAIRS_WITH_LATENCY = 11;

/**
 * Reading all pages: the package's question against loops over the SDK, each in a fresh process without Pulumi. The
 * time is that of the call, its client and connection included; the memory is the peak of the whole process.
 *
 * The limit on the time against a bare loop holds for a service that takes its time. One that answers at once leaves
 * nothing but the work of the client, and there the bare loop does less: it gives Dates, in no order, uncounted, and
 * waits for ever. That is shown, and held against a loop that at least gives what Pulumi can take.
 */
export const readPages: Bench = async ({ script }) => {
  const withLatency = await pairsOf(script, LATENCY_MS, "bareSdk", PAIRS_WITH_LATENCY);
  const bare = await pairsOf(script, 0, "bareSdk", PAIRS);
  const plain = await pairsOf(script, 0, "plainData", PAIRS);
  return [
    figure(`time against a bare SDK loop, ${LATENCY_MS} ms a page`, "ms", 1.1, withLatency),
    figure("the same without latency", "ms", Number.POSITIVE_INFINITY, bare),
    figure("the same, of a loop whose jobs Pulumi can take", "ms", 1.1, plain),
    figure("peak memory against a bare SDK loop", "maxRssMb", 1.1, bare),
  ];
};

type ReadPair = Readonly<Record<"ours" | "other", ReadReport>>;

async function pairsOf(script: (program: string) => string, latencyMs: number, other: string, count: number) {
  const organization = organizationOf(JOBS);
  const workMail = await startWorkMail(script("workMail"), [organization], latencyMs);
  const environment = { ...workMail.environment, ORGANIZATION_ID: organization.organizationId };
  const read = async (side: string) =>
    complete(await freshProcess<ReadReport>(script(`readPages/${side}`), environment));
  try {
    return await measurePairs(count, { ours: () => read("ours"), other: () => read(other) });
  } finally {
    workMail.close();
  }
}

function figure(what: string, member: "ms" | "maxRssMb", atMostTimes: number, pairs: readonly ReadPair[]): Figure {
  return {
    what: `readPages, ${PAGES} pages: ${what}`,
    unit: member === "ms" ? "ms" : "MB",
    limit: { atMostTimes },
    pairs: pairs.map(({ ours, other }) => ({ ours: ours[member], other: other[member] })),
  };
}

function complete(report: ReadReport): ReadReport {
  if (report.count === JOBS) return report;
  throw new Error(`readPages: ${report.count} of ${JOBS} jobs were read`);
}
