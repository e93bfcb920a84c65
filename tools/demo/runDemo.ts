import { existsSync } from "node:fs";
import { join } from "node:path";
import { CliError, EXIT } from "../../provider/cli/exit";
import { type Engine, getEngine } from "../engine";
import { CHECKOUT } from "./demoStack";
import { liveThrough } from "./liveThrough";
import type { DemoOptions } from "./parseOptions";
import { readOnly } from "./readOnly";
import type { Screen } from "./screen";
import { unlessStopped } from "./stop";

/** Gets an engine, and shows with it the exit of an organization, or a preview of the user's own organization. */
export async function runDemo({ organization }: DemoOptions, screen: Screen, stop: AbortSignal): Promise<void> {
  screen.heading("WorkMail's mailbox export jobs as Pulumi data");
  requireBuild();
  const engine = await unlessStopped(getEngine({ log: screen.note }), stop);
  screen.note(`Engine: Pulumi ${engine.version}, ${origins[engine.source]}.`);
  if (organization) await readOnly(organization, { engine, screen, stop });
  else await liveThrough({ engine, screen, stop });
}

/** The example imports the package as its users do: built. `npm ci` builds it, unless it was told to run no scripts. */
function requireBuild(): void {
  if (existsSync(join(CHECKOUT, "dist", "index.js"))) return;
  throw new CliError("the package is not built yet: run npm run build, and then npm start again", EXIT.failure);
}

const origins: Readonly<Record<Engine["source"], string>> = {
  path: "found on your PATH",
  cache: "kept from an earlier run",
  installer: "installed just now",
  go: "built just now",
};
