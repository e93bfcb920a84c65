import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  type ConfigMap,
  LocalWorkspace,
  type LocalWorkspaceOptions,
  type PulumiFn,
  type Stack,
} from "@pulumi/pulumi/automation";
import { type Engine, fileBackend, getEngine } from "../../../tools/engine";
import { forgetAmbientSettings, testEnvironment } from "./environment";
import { CHECKOUT, type ProjectSource, temporaryFolder, writeProject } from "./project";
import { TestStack } from "./testStack";

/**
 * A program is either a file in a project on disk or a function in the test. Both run on the same engine.
 *
 * Take a **file** for whatever a user sees or stores, and for all that fails. The engine's language host runs it in a
 * process of its own, as `pulumi up` does. A function that throws fails the whole test file, because jest sees the
 * rejection before the SDK does. Of a function the SDK also writes other code into the state (it looks for modules in
 * Node's cache, and jest keeps its own), and what it prints goes to jest.
 *
 * Take a **function** for values: it is a second faster, and it may use the sources and variables of the test. Dynamic
 * resources and two stacks at once work. The provider's own process still loads the installed package.
 */
export interface StackOptions {
  /** A file of the checkout that becomes the project's `index.ts` and imports this package by its name; or a function. */
  readonly program?: string | PulumiFn;
  /** Files of the project, path to text: instead of a program, or beside it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Instead of both: a project that exists, run where it lies. Relative to the checkout. */
  readonly workDir?: string;
  /** "test" by default. */
  readonly projectName?: string;
  readonly config?: ConfigMap;
  /** Over the defaults of `testEnvironment`; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const DEFAULT_PROJECT = "test";
let engine: Promise<Engine> | undefined;

/** A stack with a state, a PULUMI_HOME and a name of its own, so that jest's workers share nothing. */
export async function openStack(options: StackOptions): Promise<TestStack> {
  forgetAmbientSettings();
  engine ??= getEngine({ log: (line) => process.stderr.write(`${line}\n`) });
  const { env, ...tools } = await engine;

  const root = await temporaryFolder("stack");
  const [project, state, home] = [join(root, "project"), join(root, "state"), join(root, "home")];
  for (const folder of [project, state, home]) await mkdir(folder);
  const workDir = options.workDir === undefined ? project : resolve(CHECKOUT, options.workDir);
  if (options.workDir === undefined) await writeProject(project, sourceOf(options));

  const stackName = `test-${randomUUID().slice(0, 8)}`;
  const envVars = testEnvironment({ ...env, ...fileBackend(state), PULUMI_HOME: home }, options.env ?? {});
  const stack = await createStack(stackName, options, { workDir, envVars, pulumiCommand: tools.command });
  if (options.config !== undefined) await stack.setAllConfig(options.config);

  return new TestStack(stack, tools.binary, async () => {
    await rm(join(workDir, `Pulumi.${stackName}.yaml`), { force: true });
    await rm(root, { recursive: true, force: true });
  });
}

function createStack(stackName: string, options: StackOptions, workspace: Workspace): Promise<Stack> {
  const { program, projectName = DEFAULT_PROJECT } = options;
  // Of a function too the project has its Pulumi.yaml on disk. Without one the Automation API makes one up, whose `main`
  // is jest's working directory, and the engine starts the dynamic provider in the folder of `main`.
  return typeof program === "function"
    ? LocalWorkspace.createStack({ stackName, projectName, program }, workspace)
    : LocalWorkspace.createStack({ stackName, workDir: workspace.workDir }, workspace);
}

interface Workspace extends LocalWorkspaceOptions {
  readonly workDir: string;
}

function sourceOf({ program, files, projectName = DEFAULT_PROJECT }: StackOptions): ProjectSource {
  return { name: projectName, ...(typeof program === "string" && { program }), ...(files !== undefined && { files }) };
}
