import { availableParallelism, loadavg } from "node:os";
import { buildPackage } from "../test/engine/support/buildPackage";
import type { Bench } from "./bench";
import { cliHelp } from "./cliHelp";
import { cliList } from "./cliList";
import { cliOrganizations } from "./cliOrganizations";
import { coverage } from "./coverage";
import { type Figure, resultOf } from "./figure";
import { importPackage } from "./importPackage";
import { lifecycle } from "./lifecycle";
import { linear } from "./linear";
import { preview } from "./preview";
import { openProject } from "./project";
import { prove } from "./prove";
import { readPages } from "./readPages";
import { remembered } from "./remembered";
import { renderTable } from "./table";

const benches = {
  readPages,
  importPackage,
  preview,
  linear,
  lifecycle,
  coverage,
  remembered,
  prove,
  cliHelp,
  cliList,
  cliOrganizations,
} satisfies Record<string, Bench>;

/** `npm run bench`, or `npm run bench -- readPages` for one of them. Exit code 1 when a figure is over its limit. */
async function main(names: readonly string[]): Promise<void> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  buildPackage(log);
  const project = await openProject();
  const figures: Figure[] = [];
  try {
    for (const [name, bench] of chosen(names)) {
      log(`${name} …`);
      figures.push(...(await bench(project)));
    }
  } finally {
    await project.remove();
  }
  console.log(`${machine()}. Medians; the emulator runs in a process of its own.`);
  console.log(`\n${renderTable(figures)}`);
  if (!figures.every((figure) => resultOf(figure).ok)) process.exitCode = 1;
}

// The load says how far to trust the figures: on a busy machine the extremes lie far apart.
function machine(): string {
  const [load = 0] = loadavg();
  return `Node ${process.versions.node}, ${availableParallelism()} processors, load ${load.toFixed(1)}`;
}

function chosen(names: readonly string[]): [string, Bench][] {
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length === 0)
    return Object.entries(benches).filter(([name]) => names.length === 0 || names.includes(name));
  throw new Error(`no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
