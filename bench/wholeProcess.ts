import { join } from "node:path";
import { runCommand } from "../test/engine/support/command";
import { CHECKOUT } from "../test/engine/support/project";
import { processEnvironment } from "./project";

/** A program, its arguments, and what it sees of the environment beside `processEnvironment`. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a process wrote, and how long it took: from before its start until its end was seen. */
export interface WholeProcess {
  readonly ms: number;
  readonly stdout: string;
}

/** Runs a program to its end, without a shell. A bench of one that fails would measure nothing. */
export async function wholeProcess({ command, args, environment = {} }: Program): Promise<WholeProcess> {
  const env = processEnvironment(environment);
  const start = performance.now();
  const { code, stdout, stderr } = await runCommand(command, args, { cwd: process.cwd(), env });
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${[command, ...args].join(" ")} ended with ${code}:\n${stderr}`);
  return { ms, stdout };
}

/** `node SCRIPT …`: the same Node for both sides, and not a script of it in between. */
export function node(args: readonly string[], environment?: Readonly<Record<string, string>>): Program {
  return { command: process.execPath, args, ...(environment !== undefined && { environment }) };
}

/** `workmail-exports …`, as it is built. */
export function workmailExports(args: readonly string[], environment?: Readonly<Record<string, string>>): Program {
  return node([join(CHECKOUT, "dist", "cli", "main.js"), ...args], environment);
}
