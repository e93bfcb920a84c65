import { annotation } from "../github/annotation";
import type { Host } from "../host";
import { safeLines } from "../safeLines";

/** Takes warnings for stderr, each once: a command that waits reads again and again. @internal */
export function warnOnce(host: Pick<Host, "environment" | "stderr">): (message: string) => void {
  const said = new Set<string>();
  const inActions = host.environment["GITHUB_ACTIONS"] === "true";
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    host.stderr(inActions ? annotation("warning", undefined, safeLines(message)) : safeLines(`warning: ${message}\n`));
  };
}
