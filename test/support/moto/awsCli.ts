import { spawn } from "node:child_process";
import { pythonEnvironment } from "../python/pythonEnvironment";
import { type Credentials, root } from "./credentials";

interface CliOptions {
  readonly credentials?: Credentials;
  readonly region?: string;
}

/**
 * Runs the AWS CLI, which nobody here wrote, against a server: `await awsCli(moto.url)("s3api", "list-buckets")` gives
 * the answer, undefined where there is none. An error of the server is an error with what the CLI printed.
 */
export function awsCli(url: string, { credentials = root, region = "us-east-1" }: CliOptions = {}) {
  return async (...args: string[]): Promise<unknown> => {
    const python = await pythonEnvironment({ log: (line) => process.stderr.write(`${line}\n`) });
    const all = ["-I", "-m", "awscli", ...args, "--endpoint-url", url, "--output", "json"];
    const child = spawn(python, all, { env: environment(credentials, region), stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
    const [code, stdout, stderr] = await Promise.all([ended, child.stdout.toArray(), child.stderr.toArray()]);
    if (code !== 0) throw new Error(`aws ${args.slice(0, 2).join(" ")}: ${Buffer.concat(stderr).toString().trim()}`);
    const printed = Buffer.concat(stdout).toString();
    return printed.trim() === "" ? undefined : JSON.parse(printed);
  };
}

/** Nothing of the user's own settings. */
function environment({ accessKeyId, secretAccessKey, sessionToken }: Credentials, region: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
  };
}
