import type { Host } from "../host";
import { safeLines } from "../safeLines";

// Loaded on use: outside of GitHub Actions there are no annotations.
const github = (): typeof import("../github/annotation") => require("../github/annotation");

/** Where people are told something. @internal */
export type Told = Pick<Host, "environment" | "stderr">;

/** @internal */
export function isInActions({ environment }: Pick<Host, "environment">): boolean {
  return environment["GITHUB_ACTIONS"] === "true";
}

/** Tells people something on stderr; in GitHub Actions as an annotation. @internal */
export function tell(host: Told, level: "error" | "warning", message: string, title?: string): void {
  host.stderr(
    isInActions(host) ? github().annotation(level, title, safeLines(message)) : safeLines(`${level}: ${message}\n`),
  );
}
