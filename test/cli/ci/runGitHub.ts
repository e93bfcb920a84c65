import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Machine } from "./machine";

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What is read of a workflow here. */
export interface Workflow {
  readonly defaults: { readonly run: { readonly shell: string } };
  readonly permissions: object;
  readonly concurrency: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** How a job ended, as far as it was run here. */
export interface GitHubRun {
  readonly failed: boolean;
  /** The steps that were run, by name, and actions by what they use: these do nothing here. */
  readonly steps: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly written: string;
}

/** Runs the steps of a job, as GitHub would: one shell each, and after a failure only those whose `if` says so. */
export async function runGitHub(job: Job, machine: Machine): Promise<GitHubRun> {
  const runner = join(machine.project, "../runner");
  await mkdir(runner);
  const files = { GITHUB_OUTPUT: join(runner, "output"), GITHUB_STEP_SUMMARY: join(runner, "summary") };
  for (const file of Object.values(files)) await writeFile(file, "");
  const common = { GITHUB_ACTIONS: "true", RUNNER_TEMP: runner, ...files, ...filled(job.env ?? {}) };
  const steps: string[] = [];
  let [failed, written] = [false, ""];
  // Only the gate writes outputs.
  const outputs = async () => outputsIn(await readFile(files.GITHUB_OUTPUT, "utf8"));
  for (const step of job.steps) {
    if (!isDue(step, { failed, steps }, await outputs())) continue;
    steps.push(step.name ?? step.uses ?? "");
    if (step.run === undefined) continue;
    const { code, stdout, stderr } = await machine.run(step.run, { ...common, ...filled(step.env ?? {}) });
    written += stdout + stderr;
    failed ||= code !== 0;
  }
  return {
    failed,
    steps,
    written,
    outputs: await outputs(),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, "utf8"),
  };
}

/** How far a job has come. */
interface Progress {
  readonly failed: boolean;
  readonly steps: readonly string[];
}

/** The conditions that the workflow has. One that stands nowhere here is an error, so that none is taken for true. */
function isDue({ if: written }: Step, { failed, steps }: Progress, outputs: Readonly<Record<string, string>>): boolean {
  // A condition without a function of the status has success() before it.
  if (written === undefined) return !failed;
  const condition = written.replace(/^\$\{\{ (.*) \}\}$/, "$1");
  if (condition === "steps.gate.outputs.complete == 'true'") return !failed && outputs["complete"] === "true";
  if (condition === "!cancelled() && steps.gate.outcome != 'skipped'") return steps.includes("Gate");
  throw new Error(`what does ${condition} mean?`);
}

/** With something in the place of each variable and secret. */
function filled(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/^\$\{\{ \w+\.(\w+) \}\}$/, "$1")]),
  );
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );
}
