import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import type { CliOutcome } from "./runCli";

/** The command as it is installed; jest's global setup builds it where it is older than the sources. */
export const builtCommand = join(resolve(__dirname, "../.."), "dist/cli/main.js");

type Environment = Readonly<Record<string, string>>;

/** What the command needs of an environment to ask this WorkMail, and nothing of the user's own. */
export function environmentFor(endpoint: string, own: Environment = {}): Environment {
  return {
    PATH: process.env["PATH"] ?? "",
    AWS_ENDPOINT_URL_WORKMAIL: endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "dummy",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    ...own,
  };
}

/** Starts a program without a shell, gives it all of its stdin, closes that, and waits for its end. */
export async function runProgram(
  [program = "", ...args]: readonly string[],
  { env, stdin = "" }: { readonly env: Environment; readonly stdin?: string },
): Promise<CliOutcome> {
  const child = spawn(program, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  const closed = once(child, "close");
  // A program that ends without having read all of it is no failure of ours.
  child.stdin.on("error", () => undefined).end(stdin);
  const [stdout, stderr] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  await closed;
  // A signal has no exit code.
  return {
    exitCode: child.exitCode ?? -1,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  };
}

/** Runs the command as a process of its own, with pipes for stdout and stderr. */
export function runBuilt(
  args: readonly string[],
  options: { readonly env: Environment; readonly stdin?: string },
): Promise<CliOutcome> {
  return runProgram([process.execPath, builtCommand, ...args], options);
}
