import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { binaryIn, engineFolder } from "../../tools/engine/cache";
import { ENGINE_VERSION } from "../../tools/engine/versions";

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "workmail-exports-tools-"));
}

/** A shell script in place of a program. */
export async function script(file: string, body: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}

/** A `pulumi` that knows its version and nothing else. */
export function pulumiScript(file: string, version: string): Promise<void> {
  return script(file, `echo v${version}`);
}

export function cachedBinary(cache: string): string {
  return binaryIn(engineFolder(cache, ENGINE_VERSION));
}

/** Collects what people would read. */
export function recordLog(): { lines: string[]; log: (line: string) => void } {
  const lines: string[] = [];
  return { lines, log: (line) => lines.push(line) };
}
