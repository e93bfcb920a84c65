import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "./project";

/**
 * Builds `dist/` when it is older than the sources. Programs and dynamic providers on the engine load the built package,
 * so a stale one would test yesterday's code.
 */
export async function buildPackage(log: (line: string) => void): Promise<void> {
  if (newest(join(CHECKOUT, "dist")) >= newest(join(CHECKOUT, "provider"))) return;
  log("dist/ is older than provider/: building it");
  execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: CHECKOUT,
    stdio: "inherit",
  });
}

/** When something in the folder was last written; 0 when there is nothing. */
function newest(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(0, ...entries.filter((e) => e.isFile()).map((e) => statSync(join(e.parentPath, e.name)).mtimeMs));
}
