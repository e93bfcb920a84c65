import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Outside the checkout, so that a clean clone does not build the engine again. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  // The base directory specification says that a relative value is to be ignored.
  const given = env["XDG_CACHE_HOME"];
  const base = given?.startsWith("/") ? given : join(env["HOME"] ?? homedir(), ".cache");
  return join(base, "pulumi-workmail-exports");
}

/** The root of one engine; its binary is `bin/pulumi` below, as in the official layout. */
export function engineFolder(cache: string, version: string): string {
  return join(cache, "engine", `v${version}`);
}

export function binaryIn(root: string): string {
  return join(root, "bin", "pulumi");
}

/** A fresh folder beside the final ones: on the same file system, so that a rename moves it whole or not at all. */
export async function temporaryFolder(cache: string): Promise<string> {
  const parent = join(cache, "engine");
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, ".making-"));
}

/**
 * Moves a finished engine into place. When another process was faster its engine stays and ours is dropped: both are
 * the same version, and someone may already run the other.
 */
export async function publish(finished: string, destination: string): Promise<void> {
  try {
    await rename(finished, destination);
  } catch (error) {
    if (!isTaken(error)) throw error;
    await rm(finished, { recursive: true, force: true });
  }
}

/** Takes an engine away. First by a rename, so that nobody finds it half deleted. */
export async function discard(root: string, cache: string): Promise<void> {
  const aside = await temporaryFolder(cache);
  try {
    await rename(root, join(aside, "discarded"));
  } catch {
    // Another process threw it away first.
  }
  await rm(aside, { recursive: true, force: true });
}

/** By its code and not `instanceof Error`: within jest, Node's own errors are of another realm's class. */
function isTaken(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("code" in error)) return false;
  return error.code === "ENOTEMPTY" || error.code === "EEXIST";
}
