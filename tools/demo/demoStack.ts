import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Engine, fileBackend } from "../engine";
import { type PulumiRun, runPulumi } from "./runPulumi";

export const CHECKOUT = resolve(__dirname, "..", "..");

/** The projects that are shown: where each lies in the checkout, and the name that its settings have. */
const projects = {
  list: { folder: ".", name: "workmail-exports" },
  guard: { folder: "examples/guard", name: "workmail-guard" },
} as const;

/** A stack of one of the examples, run where it lies, with its state and its settings in a temporary folder. */
export interface DemoStack {
  /** Runs one command of the CLI on the stack, for example `preview --diff`. */
  run(...command: readonly string[]): Promise<PulumiRun>;
  /** The value of one of the stack's outputs. */
  output(name: string): Promise<unknown>;
  /** The names of the resources that the state holds, without the providers. */
  resources(): Promise<readonly string[]>;
  /** Removes the folder. */
  close(): Promise<void>;
}

export interface DemoStackOptions {
  readonly engine: Engine;
  readonly project: keyof typeof projects;
  /** The example's own settings. */
  readonly config: Readonly<Record<string, string>>;
  /** The settings of another package, such as `aws:region`. */
  readonly foreignConfig: Readonly<Record<string, string>>;
  /** The environment to run in; Pulumi's own settings are put over it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly stop: AbortSignal;
}

export async function openDemoStack(options: DemoStackOptions): Promise<DemoStack> {
  const { engine, environment, stop } = options;
  const cwd = join(CHECKOUT, projects[options.project].folder);
  const folder = await mkdtemp(join(tmpdir(), "workmail-exports-demo-"));
  // A name of its own: `stack init` writes a file of that name beside Pulumi.yaml, where the user may have others.
  const name = `demo-${process.pid}`;
  const besideProject = join(cwd, `Pulumi.${name}.yaml`);
  const configFile = join(folder, "settings.yaml");
  const close = async () => {
    await rm(besideProject, { force: true });
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const env = { ...withoutPulumi(environment), ...engine.env, ...settings, ...fileBackend(join(folder, "state")) };
  const run = (command: readonly string[], ...flags: readonly string[]) =>
    runPulumi(engine.binary, [...command, "--stack", name, ...flags, ...quiet], { cwd, env, stop });
  try {
    await mkdir(join(folder, "state"));
    await writeFile(configFile, JSON.stringify({ config: configOf(options) })); // YAML takes JSON for what it is
    await run(["stack", "init"], "--no-select");
    await rm(besideProject, { force: true });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    run: (...command) => run(command, "--config-file", configFile),
    output: async (output) => JSON.parse((await run(["stack", "output", output, "--json"])).output),
    resources: async () => resourcesIn((await run(["stack", "export"])).output),
    close,
  };
}

function configOf({ project, config, foreignConfig }: DemoStackOptions): Readonly<Record<string, string>> {
  const own = Object.entries(config).map(([key, value]) => [`${projects[project].name}:${key}`, value]);
  return { ...Object.fromEntries(own), ...foreignConfig };
}

function resourcesIn(exported: string): readonly string[] {
  const { deployment }: { deployment: { resources?: readonly { urn: string; type: string }[] } } = JSON.parse(exported);
  const own = (deployment.resources ?? []).filter(({ type }) => !type.startsWith("pulumi:providers:"));
  return own.map(({ urn }) => urn.split("::").at(-1) ?? "");
}

const quiet = ["--non-interactive", "--color", "never"];

const settings = {
  // Nothing here needs a plugin, and a demonstration should not download one.
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  // The example's types are checked with all the rest; here that would cost a second in each step.
  PULUMI_NODEJS_TRANSPILE_ONLY: "true",
};

/** The user's login, stack and passphrase must not reach the demonstration's stack. */
function withoutPulumi(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("PULUMI_")));
}
