import { appendFile } from "node:fs/promises";
import type { Answer } from "../answer";
import { CliError, EXIT, type ExitCode, messageOf } from "../exit";
import type { Look } from "../formats/format";
import { formats } from "../formats/formats";
import type { Host } from "../host";

/**
 * In GitHub Actions, the summary of the run and the outputs of the step: `verdict`, `complete`, `exit-code`, and the counts.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * @throws CliError
 * @internal
 */
export async function tellGitHub(answer: Answer, exitCode: ExitCode, look: Look, { environment }: Host): Promise<void> {
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output } = environment;
  if (summary) await append("GITHUB_STEP_SUMMARY", summary, () => `${formats.markdown.load()(answer, look)}\n`);
  if (output) await append("GITHUB_OUTPUT", output, () => outputsOf(answer, exitCode));
}

/** All values are words and numbers of ours, so that none can bring an output of its own. */
function outputsOf(answer: Answer, exitCode: ExitCode): string {
  const verdict =
    answer.kind === "coverage" ? { verdict: answer.verdict, complete: answer.verdict === "complete" } : {};
  const outputs = { ...verdict, "exit-code": exitCode, ...answer.counts };
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}

async function append(variable: string, file: string, text: () => string): Promise<void> {
  try {
    await appendFile(file, text());
  } catch (cause) {
    throw new CliError(`cannot write to the file of ${variable}: ${messageOf(cause)}`, EXIT.failure, { cause });
  }
}
