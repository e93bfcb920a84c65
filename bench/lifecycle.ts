import type { Bench } from "./bench";
import type { Figure } from "./figure";
import { freshProcess } from "./freshProcess";
import type { Cost } from "./programs/cost";
import type { Layout } from "./programs/lifecycle/jobs";
import type { OnceReport } from "./programs/lifecycle/once";

const RUNS = { once: 11, perJob: 3 };

/**
 * The lifecycle rules of 10,000 jobs, and what a job costs among 100,000 against one among 1,000, for archives that lie in
 * a bucket in different ways. Most of it is the check of the jobs, which come from elsewhere; the growth is what a
 * processor's cache allows for, and a way to join that looked at each pair of keys would be far over the limit.
 */
export const lifecycle: Bench = async ({ script }) => {
  const figures = [await once(script("lifecycle/once"))];
  for (const [layout, what] of layouts) figures.push(await growth(script("lifecycle/perJob"), layout, what));
  return figures;
};

const layouts: readonly (readonly [Layout, string])[] = [
  ["flat", "in one directory"],
  ["deep", "a hundred directories deep"],
  ["mixed", "among jobs that run"],
];

/** Against nothing, since there is nobody else to do it: the limit is one of time. */
async function once(script: string): Promise<Figure> {
  const reports = await several(RUNS.once, () => freshProcess<OnceReport>(script));
  const odd = reports.find(({ rules }) => rules !== 500);
  if (odd !== undefined) throw new Error(`lifecycle: ${odd.rules} rules and not 500`);
  const pairs = reports.map(({ ms }) => ({ ours: ms, other: 0 }));
  return { what: "lifecycle: 500 rules for 10,000 jobs, once and cold", unit: "ms", limit: { atMostMore: 200 }, pairs };
}

async function growth(script: string, layout: Layout, where: string): Promise<Figure> {
  const costs = await several(RUNS.perJob, () => freshProcess<Cost>(script, { LAYOUT: layout }));
  const what = `lifecycle: archives ${where}, a job of 100,000 against one of 1,000`;
  return {
    what,
    unit: "ns",
    limit: { atMostTimes: 1.5 },
    pairs: costs.map(({ few, many }) => ({ ours: many, other: few })),
  };
}

async function several<Report>(count: number, run: () => Promise<Report>): Promise<Report[]> {
  const reports: Report[] = [];
  for (let index = 0; index < count; index += 1) reports.push(await run());
  return reports;
}
