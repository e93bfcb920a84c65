import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { runProcess } from "./runProcess";
import type { Found, Missed } from "./sources";
import { parseVersion } from "./versions";

/** Generous: the first run of a 120 MB binary on a cold disk takes seconds. */
const VERSION_TIMEOUT_MS = 30_000;

/** Runs `pulumi version`: a binary that is there but does not run is no engine. */
export async function probe(binary: string): Promise<Found | Missed> {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const result = await runProcess(binary, ["version"], { timeoutMs: VERSION_TIMEOUT_MS, env });
  if (!result.ok) return { missed: `${binary} does not run: ${result.reason}` };
  const version = parseVersion(result.output);
  return version === undefined ? { missed: `${binary} does not say its version` } : { binary, version };
}

/** The first executable of that name on PATH. Relative entries are skipped: they mean another file in each folder. */
export function findOnPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
