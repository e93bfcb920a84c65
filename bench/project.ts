import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { testEnvironment } from "../test/engine/support/environment";
import { temporaryFolder, writeProject } from "../test/engine/support/project";

/** A folder as a user has it, with this package installed, and the programs of the benches in it. */
export interface Project {
  /** The compiled file of a program under `bench/programs/`: `script("readPages/ours")`. */
  readonly script: (program: string) => string;
  readonly remove: () => Promise<void>;
}

const PROGRAMS = join(__dirname, "programs");

/**
 * The programs are compiled beforehand: a measured process runs plain JavaScript, since a compiler in it would be part
 * of its time and most of its memory.
 */
export async function openProject(): Promise<Project> {
  const folder = await temporaryFolder("bench");
  await writeProject(folder, { name: "bench" });
  for (const file of await readdir(PROGRAMS, { recursive: true })) {
    if (file.endsWith(".ts")) await compile(file, folder);
  }
  return {
    script: (program) => join(folder, `${program}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compile(file: string, folder: string): Promise<void> {
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2023, esModuleInterop: true };
  const { outputText } = transpileModule(await readFile(join(PROGRAMS, file), "utf8"), { compilerOptions });
  const { dir, name } = parse(join(folder, file));
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, `${name}.js`), outputText);
}

/** What a measured process sees: credentials that may be anything, and none of the user's own AWS settings. */
export function processEnvironment(own: Readonly<Record<string, string>>): Record<string, string> {
  return testEnvironment({ PATH: process.env["PATH"] ?? "" }, own);
}
