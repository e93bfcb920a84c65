import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "./project";

/**
 * Builds `dist/` when it is older than the sources. Programs and dynamic providers on the engine load the built package,
 * so a stale one would test yesterday's code. Type errors do not stop it: they are the business of the type check, and
 * in the middle of a change one still wants to run a test.
 */
export function buildPackage(log: (line: string) => void): void {
  if (newest(join(CHECKOUT, "dist")) >= newest(join(CHECKOUT, "provider"))) return;
  log("dist/ is older than provider/: building it");
  const compiler = require.resolve("typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: CHECKOUT });
  if (status !== 0) log("the compiler found errors: the tests go on with what it wrote");
}

/** When something in the folder was last written; 0 when there is nothing. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(0, ...entries.filter((e) => e.isFile()).map((e) => statSync(join(e.parentPath, e.name)).mtimeMs));
}
