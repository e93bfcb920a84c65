import { randomUUID } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CliError, EXIT, messageOf } from "../exit";

/**
 * Writes a file so that it is there whole or not at all: who reads it meanwhile, or after a full disk, finds the old one.
 *
 * @throws CliError
 * @internal
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    const old = await stat(file).catch(() => undefined);
    // A pipe or a device cannot be replaced.
    if (old !== undefined && !old.isFile()) await writeFile(file, text);
    else await replace(old === undefined ? file : await realpath(file), text, old?.mode);
  } catch (cause) {
    throw new CliError(`cannot write ${file}: ${messageOf(cause)}`, EXIT.failure, { cause });
  }
}

async function replace(file: string, text: string, mode: number | undefined): Promise<void> {
  // Not of the file's own name, which may be as long as a name can be.
  const draft = join(dirname(file), `.${randomUUID()}`);
  try {
    await writeFile(draft, text);
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
