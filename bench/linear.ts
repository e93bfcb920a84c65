import type { Bench } from "./bench";
import type { Figure } from "./figure";
import { freshProcess } from "./freshProcess";
import type { LinearReport } from "./programs/linear/perJob";

const RUNS = 7;

/**
 * What a job costs among 100,000, against what it costs among 1,000: a rule that is not linear shows here. Memory is not
 * linear either: a table of 100,000 does not fit into a processor's cache, and a look into it takes more than twice as
 * long. So the limit holds the growth against that of the least that such a rule must do, and the growth itself is shown.
 */
export const linear: Bench = async ({ script }) => {
  const figures: Figure[] = [];
  for (const [rule, what] of rules) {
    const reports: LinearReport[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      reports.push(await freshProcess<LinearReport>(script("linear/perJob"), { RULE: rule }));
    }
    figures.push(
      {
        what: `linear: ${what}, a job of 100,000 against one of 1,000`,
        unit: "ns",
        limit: { atMostTimes: Number.POSITIVE_INFINITY },
        pairs: reports.map(({ ours: { many, few } }) => ({ ours: many, other: few })),
      },
      {
        what: `linear: ${what}, that growth against the least work's`,
        unit: "%",
        limit: { atMostTimes: 1.3 },
        pairs: reports.map(({ ours, least }) => ({
          ours: (100 * ours.many) / ours.few,
          other: (100 * least.many) / least.few,
        })),
      },
    );
  }
  return figures;
};

const rules = [
  ["ledger", "merging a ledger"],
  ["coverage", "coverage and verdict"],
] as const;
