import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** Where a Chromium is: what `CHROMIUM` names, else the first on PATH. @throws Error with how to get one */
export function chromiumPath(environment: NodeJS.ProcessEnv = process.env): string {
  const { CHROMIUM: named, PATH: path = "" } = environment;
  if (named) return runnable(named) ? named : fail(`CHROMIUM names ${named}, which cannot be run.`);
  const folders = path.split(delimiter).filter(Boolean);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runnable);
  return found ?? fail(`None of ${names.join(", ")} is on PATH.`);
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fail(reason: string): never {
  throw new Error(
    `${reason} The tests of the HTML report need a Chromium: on Debian, ` +
      "apt-get update && apt-get install -y --no-install-recommends chromium; elsewhere, set CHROMIUM to the path of one.",
  );
}
