import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Engine, fileBackend } from "../engine";
import { type PulumiRun, runPulumi } from "./runPulumi";

export const CHECKOUT = resolve(__dirname, "..", "..");

/** A stack of the example project, with its state and its settings in a temporary folder. */
export interface DemoStack {
  /** Runs one command of the CLI on the stack, for example `preview --diff`. */
  run(...command: readonly string[]): Promise<PulumiRun>;
  /** Removes the folder. */
  close(): Promise<void>;
}

export interface DemoStackOptions {
  readonly engine: Engine;
  /** The stack's settings, such as `aws:region`. */
  readonly config: Readonly<Record<string, string>>;
  /** The environment to run in; Pulumi's own settings are put over it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly stop: AbortSignal;
}

export async function openDemoStack({ engine, config, environment, stop }: DemoStackOptions): Promise<DemoStack> {
  const folder = await mkdtemp(join(tmpdir(), "workmail-exports-demo-"));
  // A name of its own: `stack init` writes a file of that name beside Pulumi.yaml, where the user may have others.
  const name = `demo-${process.pid}`;
  const besideProject = join(CHECKOUT, `Pulumi.${name}.yaml`);
  const configFile = join(folder, "settings.yaml");
  const close = async () => {
    await rm(besideProject, { force: true });
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const env = { ...withoutPulumi(environment), ...engine.env, ...settings, ...fileBackend(join(folder, "state")) };
  const run = (command: readonly string[], ...flags: readonly string[]) =>
    runPulumi(engine.binary, [...command, "--stack", name, ...flags, ...quiet], { cwd: CHECKOUT, env, stop });
  try {
    await mkdir(join(folder, "state"));
    await writeFile(configFile, JSON.stringify({ config })); // YAML takes JSON for what it is
    await run(["stack", "init"], "--no-select");
    await rm(besideProject, { force: true });
  } catch (error) {
    await close();
    throw error;
  }
  return { run: (...command) => run(command, "--config-file", configFile), close };
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
