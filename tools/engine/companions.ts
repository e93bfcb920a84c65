import { chmod, copyFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Names our language host to the launcher in the cache, which outlives any one checkout. */
export const LANGUAGE_HOST_VARIABLE = "WORKMAIL_EXPORTS_LANGUAGE_HOST";
export const LANGUAGE_HOST = "pulumi-language-nodejs";
export const DYNAMIC_PROVIDER = "pulumi-resource-pulumi-nodejs";

const LAUNCHER = `#!/bin/sh
exec "$${LANGUAGE_HOST_VARIABLE}" "$@"
`;

/**
 * Puts beside a bare engine what the official CLI brings beside itself. On PATH alone the engine would find them too,
 * but then it warns about each of them in each operation.
 */
export async function addCompanions(folder: string): Promise<void> {
  await writeFile(join(folder, LANGUAGE_HOST), LAUNCHER);
  await copyFile(join(sdkFolder(), DYNAMIC_PROVIDER), join(folder, DYNAMIC_PROVIDER));
  for (const name of [LANGUAGE_HOST, DYNAMIC_PROVIDER]) await chmod(join(folder, name), 0o755);
}

/** The installed SDK. It ships the script that starts a dynamic provider. */
export function sdkFolder(): string {
  return dirname(require.resolve("@pulumi/pulumi/package.json"));
}
