import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { binaryIn, engineFolder, publish, temporaryFolder } from "./cache";
import { addCompanions } from "./companions";
import { probe } from "./probe";
import { runProcess } from "./runProcess";
import type { Source } from "./sources";
import { ENGINE_VERSION } from "./versions";

const TOOL = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
const ADVICE = "install Pulumi (https://www.pulumi.com/docs/install/), or Go 1.24 or later to have it built";
const VERSION_TIMEOUT_MS = 30_000;
/** Six minutes on two cores; a slow single core with a cold module cache may need several times that. */
const BUILD_TIMEOUT_MS = 3_600_000;

/** A tool module of our own: `go install` refuses this package, because its go.mod has replace directives. */
function buildSteps(output: string): string[][] {
  const flags = `-s -w -X ${VERSION_VARIABLE}=v${ENGINE_VERSION}`;
  return [
    ["mod", "init", "engine"],
    ["get", "-tool", `${TOOL}@v${ENGINE_VERSION}`],
    ["build", "-trimpath", "-ldflags", flags, "-o", output, TOOL],
  ];
}

/** The engine compiled from its Go module: slow, but it needs no more than a Go module proxy. */
export function goSource(cache: string, path: string): Source {
  // Whatever the user has set for modules of their own, such as vendoring, does not fit this one.
  const env = { ...process.env, PATH: path, GOWORK: "off", GOFLAGS: "-mod=mod -buildvcs=false" };
  return {
    name: "go",
    async locate(log) {
      const go = await runProcess("go", ["version"], { timeoutMs: VERSION_TIMEOUT_MS, env });
      if (!go.ok) return { missed: `go ${go.reason}; ${ADVICE}` };
      log(`building Pulumi ${ENGINE_VERSION} with Go, once: about 6 minutes on two cores`);
      const folder = await temporaryFolder(cache);
      const logFile = `${folder}.log`;
      const failure = await build(folder, env, logFile);
      if (failure !== undefined) {
        await rm(folder, { recursive: true, force: true });
        return { missed: `${failure}; its output is in ${logFile} and ends with:\n${lastLines(logFile)}` };
      }
      await rm(logFile, { force: true });
      const destination = engineFolder(cache, ENGINE_VERSION);
      await publish(folder, destination);
      log(`the engine is ready in ${destination}`);
      return probe(binaryIn(destination));
    },
  };
}

/** Why it failed, or undefined. */
async function build(folder: string, env: NodeJS.ProcessEnv, logFile: string): Promise<string | undefined> {
  const source = join(folder, "source");
  await mkdir(source);
  for (const args of buildSteps(binaryIn(folder))) {
    const step = await runProcess("go", args, { timeoutMs: BUILD_TIMEOUT_MS, cwd: source, env, logFile });
    if (!step.ok) return `go ${args[0]} ${step.reason}`;
  }
  await rm(source, { recursive: true });
  await addCompanions(dirname(binaryIn(folder)));
  return undefined;
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-12).join("\n");
}
