import { randomUUID } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { CliError, EXIT, messageOf } from "../exit";

/**
 * Writes a file so that it is there whole or not at all: who reads it meanwhile, or after a full disk, finds the old one.
 *
 * @throws CliError
 * @internal
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    const isFile = await stat(file).then(
      (status) => status.isFile(),
      () => true,
    );
    await (isFile ? replace(file, text) : writeFile(file, text));
  } catch (cause) {
    throw new CliError(`cannot write ${file}: ${messageOf(cause)}`, EXIT.failure, { cause });
  }
}

async function replace(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
