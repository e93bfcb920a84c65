import { runCommand } from "../test/engine/support/command";
import { processEnvironment } from "./project";

/**
 * Runs a compiled program in a Node process of its own and gives what it writes: one value as JSON, of the type that
 * `programs/report.ts` has for it.
 *
 * Through a shell that stays in between: on Linux a new process takes over the peak memory of the one that started it,
 * and ours, with a compiler in it, is the larger one. Both sides would report our peak and look alike.
 */
export async function freshProcess<Report>(
  script: string,
  own: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const shell = ["-c", '"$0" "$@"; exit $?', process.execPath, script];
  const env = processEnvironment(own);
  const { code, stdout, stderr } = await runCommand("sh", shell, { cwd: process.cwd(), env });
  if (code !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return JSON.parse(stdout);
}
