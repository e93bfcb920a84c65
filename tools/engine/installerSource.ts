import { binaryIn, discard, engineFolder, publish, temporaryFolder } from "./cache";
import { probe } from "./probe";
import { runProcess } from "./runProcess";
import type { Source } from "./sources";
import { ENGINE_VERSION } from "./versions";

const INSTALLER_HOST = "https://get.pulumi.com/";
/** Without a network a request may hang for minutes; this tells soon. */
const REACH_TIMEOUT_MS = 10_000;
/** Once the host answers, a slow line may take its time with some 150 MB. */
const INSTALL_TIMEOUT_MS = 300_000;

export interface InstallerOptions {
  readonly reach: () => Promise<string | undefined>;
  readonly install: (root: string) => Promise<string | undefined>;
}

/** The official CLI, into the cache. `reach` and `install` return why they failed, or undefined. */
export function installerSource(cache: string, options: InstallerOptions = { reach, install }): Source {
  return {
    name: "installer",
    async locate(log) {
      const problem = await options.reach();
      if (problem !== undefined) return miss(`the official installer cannot be reached (${problem})`, log);
      log(`installing Pulumi ${ENGINE_VERSION} with its official installer into ${cache}`);
      const root = await temporaryFolder(cache);
      const failure = await options.install(root);
      const found = failure === undefined ? await probe(binaryIn(root)) : { missed: failure };
      if ("missed" in found) {
        await discard(root, cache);
        return miss(`the official installer failed (${found.missed})`, log);
      }
      const destination = engineFolder(cache, ENGINE_VERSION);
      await publish(root, destination);
      return probe(binaryIn(destination));
    },
  };
}

function miss(missed: string, log: (line: string) => void) {
  log(`${missed}; trying Go instead`);
  return { missed };
}

async function reach(): Promise<string | undefined> {
  try {
    await fetch(INSTALLER_HOST, { method: "HEAD", signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** `fetch` says only "fetch failed" and keeps the reason in its cause. */
function reasonOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  if ("cause" in error && error.cause !== undefined) return reasonOf(error.cause);
  return "message" in error ? String(error.message) : String(error);
}

/** In a process of its own: `PulumiCommand.install` takes no time limit, and a process can be ended. */
async function install(root: string): Promise<string | undefined> {
  // The SDK's own semver: it does not take the version object of another copy.
  const script = `
    const { SemVer } = require("node:module").createRequire(require.resolve("@pulumi/pulumi"))("semver");
    const [, root, version] = process.argv;
    require("@pulumi/pulumi/automation").PulumiCommand.install({ root, version: new SemVer(version) })
      .catch(({ message }) => { console.error(message); process.exit(1); });`;
  const result = await runProcess(process.execPath, ["-e", script, root, ENGINE_VERSION], {
    timeoutMs: INSTALL_TIMEOUT_MS,
    cwd: __dirname,
  });
  const [detail] = result.output.trim().split("\n");
  return result.ok ? undefined : `${result.reason}: ${detail}`;
}
