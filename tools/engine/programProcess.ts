import { createRequire } from "node:module";
import { join } from "node:path";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

/** How to start the process that runs a Pulumi program. */
export interface ProgramProcess {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The SDK's runner exits with this code when it has already told the user what went wrong. */
export const ALREADY_REPORTED = 32;

/** The `runtime.options` of Pulumi.yaml that the official host knows and that make sense without installing. */
interface RuntimeOptions {
  readonly typescript: boolean;
  readonly tsconfig: string;
  readonly nodeargs: readonly string[];
}

/**
 * The command line and the environment that the official language host gives to the SDK's own runner, less `--sync`
 * (named pipes for SDKs before 3.0) and `--tracing`.
 *
 * The program's folder becomes its working directory. So the `tsconfig.json` that ts-node takes is the one in that
 * folder, and no other: with `main: examples/list/index.ts`, the one in `examples/list`, or else the SDK's defaults.
 */
export function programProcess(request: RunRequest, engineAddress: string): ProgramProcess {
  const info = request.getInfo();
  const folder = info?.getProgramDirectory() || request.getPwd();
  const options = runtimeOptions(info?.getOptions()?.toJavaScript() ?? {});
  const flags = Object.entries({
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info?.getRootDirectory() ?? "",
    stack: request.getStack(),
    pwd: folder,
    parallel: String(request.getParallel()),
  }).flatMap(([name, value]) => (value === "" ? [] : [`--${name}`, value]));
  const dryRun = request.getDryrun() ? ["--dry-run"] : [];
  const program = info?.getEntryPoint() || request.getProgram() || ".";

  return {
    args: [...options.nodeargs, locateRunner(folder), ...flags, ...dryRun, program, ...request.getArgsList()],
    env: {
      PULUMI_CONFIG: JSON.stringify(configOf(request)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      ...(options.typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(options.tsconfig !== "" && { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
    },
  };
}

/** From the program's folder, so that the program and its runner share one copy of the SDK. */
function locateRunner(folder: string): string {
  return createRequire(join(folder, "index.js")).resolve("@pulumi/pulumi/cmd/run");
}

/** `aws:region` becomes `aws:config:region`, which every version of the SDK reads. */
function configOf(request: RunRequest): Record<string, string> {
  const entries = request.getConfigMap().toArray();
  return Object.fromEntries(entries.map(([key, value]) => [key.replace(/^([^:]+):(?!config:)/, "$1:config:"), value]));
}

function runtimeOptions(given: Record<string, unknown>): RuntimeOptions {
  const { typescript, tsconfig, nodeargs } = given;
  return {
    typescript: typescript !== false,
    tsconfig: typeof tsconfig === "string" ? tsconfig : "",
    nodeargs: typeof nodeargs === "string" ? nodeargs.split(/\s+/).filter((part) => part !== "") : [],
  };
}
