import { cost } from "../cost";
import { jobsOf, layouts } from "./jobs";
import { rulesOf } from "./rules";

const [layout] = Object.keys(layouts)
  .filter(isLayout)
  .filter((name) => name === process.env["LAYOUT"]);
if (layout === undefined) throw new Error("LAYOUT names no layout");

function isLayout(name: string): name is keyof typeof layouts {
  return Object.hasOwn(layouts, name);
}

// Few rounds: each does all that there is to do with 100,000 jobs.
const report = cost((count, organization) => {
  const jobs = jobsOf(layout, count, organization);
  return () => rulesOf(jobs);
}, 3);
process.stdout.write(JSON.stringify(report));
