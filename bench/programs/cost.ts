const FEW = 1000;
const MANY = 100_000;

/** What one job costs, in nanoseconds, among 1,000 and among 100,000. */
export interface Cost {
  readonly few: number;
  readonly many: number;
}

/** What is to be done with so many jobs of an organization, which is told by its number. */
export type Work = (count: number, organization: number) => () => number;

/** The best of several rounds, since what is measured is the work, and not when the collector comes by. */
export function cost(work: Work, rounds = 9): Cost {
  const few = Array.from({ length: MANY / FEW }, (_, organization) => work(FEW, organization));
  const many = [work(MANY, 0)];
  bestNs(few, rounds);
  return { few: bestNs(few, rounds), many: bestNs(many, rounds) };
}

/**
 * A job's share of the time for 100,000 jobs: in one organization, or in a hundred of 1,000 jobs each. Not one of 1,000 a
 * hundred times, which would lie in the processor's cache from the second time on, as no ledger that was just read does.
 */
function bestNs(organizations: readonly (() => number)[], rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = process.hrtime.bigint();
    for (const run of organizations) run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / MANY);
  }
  return best;
}
