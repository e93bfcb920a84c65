import type { Host } from "../../provider/cli/host";
import { run } from "../../provider/cli/run";

/** What a command line did. */
export interface CliOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with what a process has brought by the test; without terminals, unless it says so. */
export async function runCli(args: readonly string[], own: Partial<Host> = {}): Promise<CliOutcome> {
  const written = { stdout: "", stderr: "" };
  const exitCode = await run(args, {
    stdoutTerminal: undefined,
    stderrTerminal: undefined,
    stdin: async () => "",
    stdinIsTerminal: false,
    environment: {},
    now: () => new Date("2026-11-24T12:00:00Z"),
    sleep: async () => undefined,
    untilStopped: () => new Promise(() => undefined),
    ...own,
    stdout: (text) => {
      written.stdout += text;
      own.stdout?.(text);
    },
    stderr: (text) => {
      written.stderr += text;
      own.stderr?.(text);
    },
  });
  return { exitCode, ...written };
}
