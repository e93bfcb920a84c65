import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface ProcessOptions {
  readonly timeoutMs: number;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Output goes to the end of this file, and not into the result: a Go build prints thousands of lines. */
  readonly logFile?: string;
}

export interface ProcessResult {
  readonly ok: boolean;
  readonly output: string;
  /** Why it is not ok: "exited with code 1", "gave no result within 10 s", "not found". Empty when it is. */
  readonly reason: string;
}

/** Runs a program to its end or to the time limit, and never throws: whoever asks has another way to try. */
export function runProcess(command: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const log = options.logFile === undefined ? undefined : openSync(options.logFile, "a");
  const sink = log ?? "pipe";
  // Its own process group, so that what it started (the installer's download, Go's compilers) ends with it.
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ["ignore", sink, sink],
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endGroup(child.pid);
  }, options.timeoutMs);
  const removeSignals = endWithUs(child.pid);

  return new Promise((resolve) => {
    const finish = (reason: string) => {
      clearTimeout(timer);
      removeSignals();
      if (log !== undefined) closeSync(log);
      resolve({ ok: reason === "", output, reason });
    };
    child.once("error", (error) => finish("code" in error && error.code === "ENOENT" ? "not found" : error.message));
    child.once("close", (code, signal) => {
      if (late) finish(`gave no result within ${Math.round(options.timeoutMs / 1000)} s`);
      else finish(code === 0 ? "" : code === null ? `ended by ${signal}` : `exited with code ${code}`);
    });
  });
}

/** Ctrl-C reaches our process group alone: we pass it on, and then end as we would have. */
function endWithUs(pid: number | undefined): () => void {
  const pass = (signal: NodeJS.Signals) => {
    endGroup(pid);
    process.kill(process.pid, signal);
  };
  process.once("SIGINT", pass).once("SIGTERM", pass);
  return () => process.off("SIGINT", pass).off("SIGTERM", pass);
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended between the timer and here.
  }
}
