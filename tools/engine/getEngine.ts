import { basename, dirname } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { cacheFolder } from "./cache";
import { cacheSource } from "./cacheSource";
import { engineEnvironment } from "./environment";
import { goSource } from "./goSource";
import { installerSource } from "./installerSource";
import { pathSource } from "./pathSource";
import { chooseEngine, type Log, type Source, type SourceName } from "./sources";

export interface Engine {
  /** For the Automation API: `LocalWorkspace.create({ pulumiCommand })`. */
  readonly command: PulumiCommand;
  /** For the command line: run it with `{ ...process.env, ...env }`. */
  readonly binary: string;
  readonly version: string;
  readonly source: SourceName;
  readonly env: Readonly<Record<string, string>>;
}

export interface GetEngineOptions {
  readonly log: Log;
  readonly cache?: string;
  readonly sources?: readonly Source[];
}

/** A Pulumi engine: the one on PATH, the cached one, the official one installed, or one built with Go. */
export async function getEngine(options: GetEngineOptions): Promise<Engine> {
  const cache = options.cache ?? cacheFolder();
  const path = process.env["PATH"] ?? "";
  const sources = options.sources ?? [
    pathSource(path),
    cacheSource(cache),
    installerSource(cache),
    goSource(cache, path),
  ];
  const choice = await chooseEngine(sources, options.log);
  return {
    ...choice,
    command: await commandFor(choice.binary),
    env: engineEnvironment(choice.binary, cache, path),
  };
}

/** The Automation API finds `bin/pulumi` under a root, or else the `pulumi` of its PATH, which is the one chosen. */
function commandFor(binary: string): Promise<PulumiCommand> {
  const folder = dirname(binary);
  return basename(folder) === "bin" ? PulumiCommand.get({ root: dirname(folder) }) : PulumiCommand.get();
}
