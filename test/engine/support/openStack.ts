import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ConfigMap, LocalWorkspace } from "@pulumi/pulumi/automation";
import { type Engine, fileBackend, getEngine } from "../../../tools/engine";
import { forgetAmbientSettings, testEnvironment } from "./environment";
import { CHECKOUT, type ProjectSource, temporaryFolder, writeProject } from "./project";
import { TestStack } from "./testStack";

/**
 * A program is a file in a project on disk, run by the engine's language host in a process of its own, as at a user's;
 * never a function in the test. Within jest a function fails as soon as it makes a dynamic resource: the SDK finds out
 * what the provider's code refers to by way of V8's inspector and Node's module cache, and jest's modules are in
 * neither. The SDK also keeps the running deployment in global state, so that two stacks of one process disturb each
 * other, and a class of the SDK in jest's realm is not the class of the same name outside.
 */
export interface StackOptions {
  /** A file of the checkout that becomes the project's `index.ts`. It imports this package by its name. */
  readonly program?: string;
  /** Files of the project, path to text: instead of `program`, or beside it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Instead of `program` and `files`: a project that exists, run where it lies. Relative to the checkout. */
  readonly workDir?: string;
  readonly projectName?: string;
  readonly config?: ConfigMap;
  /** Over the defaults of `testEnvironment`; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

let engine: Promise<Engine> | undefined;

/** A stack with a state, a PULUMI_HOME and a name of its own, so that jest's workers share nothing. */
export async function openStack(options: StackOptions): Promise<TestStack> {
  forgetAmbientSettings();
  engine ??= getEngine({ log: (line) => process.stderr.write(`${line}\n`) });
  const { command, env, binary } = await engine;

  const root = await temporaryFolder("stack");
  const [project, state, home] = [join(root, "project"), join(root, "state"), join(root, "home")];
  for (const folder of [project, state, home]) await mkdir(folder);
  const workDir = options.workDir === undefined ? project : join(CHECKOUT, options.workDir);
  if (options.workDir === undefined) await writeProject(project, sourceOf(options));

  const name = `test-${randomUUID().slice(0, 8)}`;
  const envVars = testEnvironment({ ...env, ...fileBackend(state), PULUMI_HOME: home }, options.env ?? {});
  const stack = await LocalWorkspace.createStack({ stackName: name, workDir }, { pulumiCommand: command, envVars });
  if (options.config !== undefined) await stack.setAllConfig(options.config);

  return new TestStack(stack, binary, async () => {
    await rm(join(workDir, `Pulumi.${name}.yaml`), { force: true });
    await rm(root, { recursive: true, force: true });
  });
}

function sourceOf({ program, files, projectName = "test" }: StackOptions): ProjectSource {
  return { name: projectName, ...(program !== undefined && { program }), ...(files !== undefined && { files }) };
}
