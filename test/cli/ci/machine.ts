import { chmod, copyFile, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { type CommandOutput, runCommand } from "../../engine/support/command";
import { CHECKOUT, temporaryFolder, writeProject } from "../../engine/support/project";
import { environmentFor } from "../../support/builtCommand";

/** A machine of a CI: a project in which the package is installed, and a Pulumi and an npm that only write down. */
export interface Machine {
  /** The folder in which scripts run. */
  readonly project: string;
  /** Runs a script as GitHub and GitLab do: bash, which ends at the first command that fails, also within a pipe. */
  readonly run: (script: string, environment: Readonly<Record<string, string>>) => Promise<CommandOutput>;
  /** The command lines of Pulumi and npm so far. */
  readonly calls: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/** Prints the state that it finds beside itself; without one it fails, as it does when it may not log in. */
const pulumi = `#!/bin/sh
here=$(dirname "$0")
echo "pulumi $*" >> "$here/calls"
case "$*" in
  "stack export"*) cat "$here/state.json" || exit 255 ;;
esac
`;
const npm = `#!/bin/sh
echo "npm $*" >> "$(dirname "$0")/calls"
`;

interface MachineOptions {
  readonly workMail: string;
  /** What `pulumi stack export` prints; undefined: it fails. */
  readonly state: object | undefined;
  /** What stands in the configuration file instead of what the example has. */
  readonly config?: object;
}

export async function openMachine({ workMail, state, config }: MachineOptions): Promise<Machine> {
  const folder = await temporaryFolder("ci");
  const [project, stubs] = [join(folder, "project"), join(folder, "stubs")];
  await mkdir(stubs);
  await mkdir(project);
  await writeProject(project, { name: "tear-down" });
  await linkCommand(project);
  await copyFile(join(CHECKOUT, "examples/ci/workmail-exports.json"), join(project, "workmail-exports.json"));
  if (config !== undefined) await writeFile(join(project, "workmail-exports.json"), JSON.stringify(config));
  for (const [name, text] of Object.entries({ pulumi, npm })) await writeFile(join(stubs, name), text, { mode: 0o755 });
  await writeFile(join(stubs, "calls"), "");
  if (state !== undefined) await writeFile(join(stubs, "state.json"), JSON.stringify(state));
  const { PATH, ...aws } = environmentFor(workMail);
  const own = {
    ...aws,
    PATH: [stubs, dirname(process.execPath), PATH].join(delimiter),
    HOME: folder,
    TMPDIR: folder,
    npm_config_update_notifier: "false",
  };
  return {
    project,
    run: (script, environment) =>
      runCommand("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
        cwd: project,
        env: { ...own, ...environment },
      }),
    calls: async () => (await readFile(join(stubs, "calls"), "utf8")).split("\n").filter((line) => line !== ""),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** As npm does it, so that npx finds the command. */
async function linkCommand(project: string): Promise<void> {
  const command = join(project, "node_modules/pulumi-workmail-exports/dist/cli/main.js");
  await chmod(command, 0o755);
  await mkdir(join(project, "node_modules/.bin"));
  await symlink(command, join(project, "node_modules/.bin/workmail-exports"));
}
