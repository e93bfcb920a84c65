import { copyFile, cp, mkdir, mkdtemp, readdir, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve } from "node:path";

export const CHECKOUT = resolve(__dirname, "..", "..", "..");
const PACKAGE = "pulumi-workmail-exports";

/** A Pulumi project in a folder of its own, as it lies on a user's disk. */
export interface ProjectSource {
  readonly name: string;
  /** The program: a file of the checkout, copied to the project as its `index.ts` (or `index.js`). */
  readonly program?: string;
  /** Further files, or all of them: path in the project to text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A real path: on systems where the temporary folder is a link, the engine would report another than we know. */
export async function temporaryFolder(prefix: string): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), `workmail-exports-${prefix}-`)));
}

/** Writes the project, with a node_modules in which this package is installed. */
export async function writeProject(folder: string, source: ProjectSource): Promise<void> {
  const main = `index${extname(source.program ?? "index.ts")}`;
  if (source.program !== undefined) await copyFile(resolve(CHECKOUT, source.program), join(folder, main));
  const defaults = {
    "Pulumi.yaml": `name: ${source.name}\nruntime: nodejs\n`,
    "package.json": JSON.stringify({ name: source.name, private: true, main }),
  };
  for (const [path, text] of Object.entries({ ...defaults, ...source.files })) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await installPackages(join(folder, "node_modules"));
}

/**
 * Links to every package of the checkout, so that there is one copy of the SDK, and a real copy of our own one: Node
 * resolves links, so a linked package would lie outside of node_modules, where the SDK takes its modules for code of
 * the user's and writes them into the state.
 */
async function installPackages(modules: string): Promise<void> {
  await mkdir(modules, { recursive: true });
  const from = join(CHECKOUT, "node_modules");
  for (const name of await readdir(from)) {
    if (!name.startsWith(".") && name !== PACKAGE) await symlink(join(from, name), join(modules, name));
  }
  await cp(join(CHECKOUT, "dist"), join(modules, PACKAGE, "dist"), { recursive: true });
  await copyFile(join(CHECKOUT, "package.json"), join(modules, PACKAGE, "package.json"));
}
