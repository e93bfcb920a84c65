import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pythonEnvironment } from "../python/pythonEnvironment";

/** A program that runs in a real terminal. */
export interface InTerminal {
  /** All that it has written to its terminal until now, with every control sequence. */
  readonly output: () => string;
  /** Types something; `\u0003` is Ctrl-C. */
  readonly type: (keys: string) => void;
  /** Settles once the output is as it should be; an error when the program ends before that. */
  readonly until: (isThere: (output: string) => boolean) => Promise<void>;
  /** Its exit code, and all of its output. */
  readonly ended: Promise<{ readonly exitCode: number; readonly output: string }>;
}

const children: ChildProcessByStdio<Writable, Readable, Readable>[] = [];

afterEach(() => {
  // A test that fails must not leave a wait behind; the end of the terminal ends the program in it.
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Starts a program, without a shell, in a pseudo terminal of so many columns. */
export async function startInTerminal(
  program: readonly string[],
  { columns, env }: { readonly columns: number; readonly env: Readonly<Record<string, string>> },
): Promise<InTerminal> {
  const python = await pythonEnvironment({ log: (line) => process.stderr.write(`${line}\n`) });
  const args = ["-I", join(__dirname, "terminal.py"), String(columns), ...program];
  const child = spawn(python, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  children.push(child);
  const chunks: Buffer[] = [];
  const output = () => Buffer.concat(chunks).toString();
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = once(child, "close").then(() => ({ exitCode: child.exitCode ?? -1, output: output() }));
  const until = async (isThere: (output: string) => boolean) => {
    while (!isThere(output())) {
      const chunk = await Promise.race([once(child.stdout, "data"), ended]);
      if ("output" in chunk && !isThere(chunk.output)) throw new Error(`it ended before that: ${chunk.output}`);
    }
  };
  return { output, type: (keys) => child.stdin.write(keys), until, ended };
}
