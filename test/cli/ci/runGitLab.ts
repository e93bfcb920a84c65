import { join } from "node:path";
import type { Machine } from "./machine";

interface Job {
  readonly stage: string;
  readonly script: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly artifacts?: { readonly when: string; readonly reports: { readonly junit: string } };
}

/** What is read of a pipeline here, beside its jobs. */
export interface Pipeline {
  readonly stages: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly default: { readonly before_script: readonly string[] };
  readonly preview: Job;
  readonly gate: Job;
  readonly up: Job;
}

/** How a pipeline ended. */
export interface GitLabRun {
  /** The job that failed; after it none was run. */
  readonly failed: string | undefined;
  readonly written: string;
}

/** Runs the jobs stage by stage, as GitLab would: the lines of a job in one shell, and nothing after a failure. */
export async function runGitLab(pipeline: Pipeline, machine: Machine): Promise<GitLabRun> {
  const jobs = Object.entries({ preview: pipeline.preview, gate: pipeline.gate, up: pipeline.up });
  let written = "";
  for (const stage of pipeline.stages) {
    for (const [name, job] of jobs.filter(([, one]) => one.stage === stage)) {
      const script = [...pipeline.default.before_script, ...job.script].join("\n");
      const variables = {
        ...pipeline.variables,
        ...job.variables,
        PULUMI_STACK: "acme/workmail/prod",
        AWS_TOKEN: "token",
        AWS_WEB_IDENTITY_TOKEN_FILE: join(machine.project, "../token"),
      };
      const { code, stdout, stderr } = await machine.run(script, variables);
      written += stdout + stderr;
      if (code !== 0) return { failed: name, written };
    }
  }
  return { failed: undefined, written };
}
