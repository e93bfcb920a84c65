/** The engine that is installed or built when none is at hand: the newest one whose Go module can be fetched whole. */
export const ENGINE_VERSION = "3.274.1";

/**
 * The oldest `pulumi` on PATH that is used as it is. From 3.206 on the engine hands its events to the Automation API
 * over gRPC; older ones write a file that is polled, so that the last events can be missing when an operation returns.
 */
export const MINIMUM_VERSION = "3.206.0";

/** `pulumi version` prints `v3.274.1`, and `v3.274.1-alpha.x+y` for an unreleased one. Undefined when it is neither. */
export function parseVersion(text: string): string | undefined {
  return /^v?(\d+\.\d+\.\d+)/.exec(text.trim())?.[1];
}

export function isAtLeast(version: string, minimum: string): boolean {
  const wanted = minimum.split(".").map(Number);
  const given = version.split(".").map(Number);
  for (const [index, part] of wanted.entries()) {
    const difference = (given[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
