import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { DYNAMIC_PROVIDER, LANGUAGE_HOST, LANGUAGE_HOST_VARIABLE, sdkFolder } from "./companions";

const LAUNCHERS = join(__dirname, "bin");

/**
 * What a process needs to run this engine, over its own environment. The user's Pulumi login, plugins and workspaces
 * stay out of it: PULUMI_HOME is ours.
 */
export function engineEnvironment(binary: string, cache: string, path: string): Record<string, string> {
  const folder = dirname(binary);
  return {
    PATH: [folder, dirname(process.execPath), ...missingCompanions(folder), path].join(delimiter),
    PULUMI_HOME: join(cache, "home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // State on a local disk for a demonstration or a test: nothing in it is worth a real passphrase.
    PULUMI_CONFIG_PASSPHRASE: "local",
    [LANGUAGE_HOST_VARIABLE]: join(LAUNCHERS, LANGUAGE_HOST),
  };
}

/** Keeps the state in a folder. */
export function fileBackend(folder: string): Record<string, string> {
  return { PULUMI_BACKEND_URL: pathToFileURL(folder).href };
}

/** Folders for what does not lie beside the engine: a `pulumi` on PATH may be a bare one that someone else built. */
function missingCompanions(folder: string): string[] {
  const folders = { [LANGUAGE_HOST]: LAUNCHERS, [DYNAMIC_PROVIDER]: sdkFolder() };
  return Object.entries(folders).flatMap(([name, fallback]) => (existsSync(join(folder, name)) ? [] : [fallback]));
}
