import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder, publish } from "../../../tools/engine/cache";
import { runProcess } from "../../../tools/engine/runProcess";

const REQUIREMENTS = join(__dirname, "requirements.txt");
const ADVICE =
  "tests against S3 need Python 3.10 or later as python3 on PATH, with venv and pip: " +
  "install it from https://www.python.org/downloads/, or as the packages python3 and python3-venv";
const ASK_TIMEOUT_MS = 30_000;
/** 15 seconds on two cores; a slow line may take its time with some 30 MB. */
const INSTALL_TIMEOUT_MS = 600_000;

export interface PythonOptions {
  readonly log: (line: string) => void;
  /** Where environments are kept: by default where the engine is kept too. */
  readonly cache?: string;
  /** What is installed: by default `requirements.txt` beside this file. */
  readonly requirements?: string;
  readonly path?: string | undefined;
}

/**
 * The Python of an environment in which `requirements.txt` is installed: made once, outside the checkout, for each
 * version of Python and of the requirements. It is made aside and then moved into place, so that nobody finds a half of
 * it; when two processes make it at once, the first one's stays. Moving leaves the scripts of `bin/` without their
 * interpreter: run modules (`python -m awscli`).
 */
export async function pythonEnvironment({
  log,
  cache = cacheFolder(),
  requirements = REQUIREMENTS,
  path = process.env["PATH"],
}: PythonOptions): Promise<string> {
  const env = { ...process.env, PATH: path };
  const version = await versionOf("python3", env);
  const folder = join(cache, "python");
  const root = join(folder, `${version}-${digest(readFileSync(requirements))}`);
  const python = pythonIn(root);
  if (existsSync(root)) {
    const broken = await problemOf(python, ["-c", ""], env, ASK_TIMEOUT_MS);
    if (broken === undefined) return python;
    log(`${python} ${broken}; it is thrown away and made anew`);
    await discard(root, folder);
  }
  log(`installing moto, the AWS CLI and what reads reports for Python ${version} into ${root}, once: about 20 seconds`);
  await mkdir(folder, { recursive: true });
  const making = await mkdtemp(join(folder, ".making-"));
  try {
    await make(making, requirements, env);
    await publish(making, root);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return python;
}

async function make(root: string, requirements: string, env: NodeJS.ProcessEnv): Promise<void> {
  const noVenv = await problemOf("python3", ["-m", "venv", root], env, INSTALL_TIMEOUT_MS);
  if (noVenv !== undefined) throw new Error(`python3 -m venv ${noVenv}; ${ADVICE}`);
  const install = ["-I", "-m", "pip", "install", "--quiet", "--no-input", "--requirement", requirements];
  const failed = await problemOf(pythonIn(root), install, env, INSTALL_TIMEOUT_MS);
  if (failed !== undefined) throw new Error(`pip install ${failed}`);
}

/** `cpython-3.11.7-x86_64`: what an environment's compiled modules are made for. */
async function versionOf(python: string, env: NodeJS.ProcessEnv): Promise<string> {
  const ask = `import sys, platform
print(sys.implementation.name, platform.python_version(), platform.machine(), sep="-")
sys.exit(sys.version_info < (3, 10) and "it is too old")`;
  const { ok, output, reason } = await runProcess(python, ["-I", "-c", ask], { timeoutMs: ASK_TIMEOUT_MS, env });
  if (!ok) throw new Error(`${python} ${reason}${told(output)}; ${ADVICE}`);
  return output.trim();
}

/** Why a command failed, as a clause after its name, or undefined. */
async function problemOf(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
): Promise<string | undefined> {
  const { ok, output, reason } = await runProcess(command, args, { timeoutMs, env });
  return ok ? undefined : `${reason}${told(output)}`;
}

/** The end of what a program said. */
function told(output: string): string {
  const lines = output.trim().split("\n").slice(-12).join("\n");
  return lines === "" ? "" : `:\n${lines}\n`;
}

/** Takes an environment away. First by a rename, so that nobody finds it half deleted. */
async function discard(root: string, folder: string): Promise<void> {
  const aside = await mkdtemp(join(folder, ".making-"));
  await rename(root, join(aside, "discarded")).catch(() => undefined); // Another process threw it away first.
  await rm(aside, { recursive: true, force: true });
}

function pythonIn(root: string): string {
  return join(root, "bin", "python");
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}
