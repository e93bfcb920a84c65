import type { Bench } from "./bench";
import { freshProcess } from "./freshProcess";
import type { Pair } from "./pairs";
import type { ImportReport } from "./programs/report";

const RUNS = 15;

/**
 * What importing the package adds to a program, which has @pulumi/pulumi in any case. Both sides come from one and the
 * same fresh process: loading Pulumi takes many times as long, and differs between two processes by more than what is
 * looked for here.
 */
export const importPackage: Bench = async ({ script }) => {
  const pairs: Pair[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const { pulumiMs, bothMs } = await freshProcess<ImportReport>(script("importPackage/both"));
    pairs.push({ ours: bothMs, other: pulumiMs });
  }
  const limit = { atMostMore: 20 };
  // Without the first, which found the disk's cache cold.
  return [{ what: "importPackage: time against @pulumi/pulumi alone", unit: "ms", limit, pairs: pairs.slice(1) }];
};
