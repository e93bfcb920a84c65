import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { pythonEnvironment } from "../python/pythonEnvironment";

/** Half a second as a rule; a busy machine may take its time. */
const START_TIMEOUT_MS = 60_000;

/** An AWS on loopback, with S3, IAM, STS and whatever else moto has, in a process and with a memory of its own. */
export interface Moto {
  readonly url: string;
  /** The requests that it answered, and what it said of its own failures: for whom a test fails. */
  readonly log: readonly string[];
  /** Forgets everything: buckets, users, policies. Whether IAM is enforced stays as it is. */
  reset(): Promise<void>;
  /**
   * From now on signatures are checked and policies decide, as in AWS: make buckets and users before. Without it all that
   * is signed at all is allowed. Another account's bucket is denied in any case.
   */
  enforceIam(on?: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Starts a moto. It is there when this returns, and gone at the latest when this process is. */
export async function startMoto(): Promise<Moto> {
  const python = await pythonEnvironment({ log: (line) => process.stderr.write(`${line}\n`) });
  const child = spawn(python, ["-I", join(__dirname, "server.py")], {
    env: { ...process.env, MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS: "false" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const log: string[] = [];
  createInterface(child.stderr).on("line", (line) => log.push(line));
  const url = await firstLine(child, log);

  const post = async (path: string, body = "") => {
    const response = await fetch(`${url}/moto-api/${path}`, { method: "POST", body });
    if (!response.ok) throw new Error(`moto answers ${path} with ${response.status}`);
  };
  return {
    url,
    log,
    reset: () => post("reset"),
    enforceIam: (on = true) => post("reset-auth", on ? "0" : "inf"),
    close: async () => {
      const closed = child.exitCode === null && child.signalCode === null ? once(child, "close") : undefined;
      child.stdin.end();
      await closed;
    },
  };
}

async function firstLine(child: ChildProcessByStdio<Writable, Readable, Readable>, log: string[]): Promise<string> {
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  const lines = createInterface(child.stdout);
  const failed = once(child, "close").then(([code]) => `it exited with code ${code}`);
  const line = once(lines, "line", { signal }).then(
    ([text]: string[]) => new URL(text ?? ""),
    () => `it was not there within ${START_TIMEOUT_MS / 1000} s`,
  );
  const first = await Promise.race([line, failed]);
  if (first instanceof URL) return first.origin;
  child.kill("SIGKILL");
  throw new Error(`moto does not start: ${first}\n${log.slice(-12).join("\n")}`);
}
