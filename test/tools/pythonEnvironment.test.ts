import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pythonEnvironment } from "../support/python/pythonEnvironment";
import { recordLog, script, temporaryFolder } from "./fakes";

let folder: string;
let bin: string;
let requirements: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  bin = join(folder, "bin");
  requirements = join(folder, "requirements.txt");
  await writeFile(requirements, "moto==1\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = () => `${bin}:/usr/bin:/bin`;
const installations = async () => (await readFile(join(folder, "pip"), "utf8")).trim().split("\n").length;

/** A python3 that tells a version and makes environments, in which the body runs with pip's arguments. */
function fakePython({ version = "cpython-3.99.0-test", pip = "" } = {}): Promise<void> {
  const inner = `#!/bin/sh\\ncase "$*" in *install*) echo once >> ${folder}/pip; ${pip} ;; esac\\n`;
  return script(
    join(bin, "python3"),
    `case "$*" in
      *" -c "*) echo ${version} ;;
      "-m venv "*) mkdir -p "$3/bin"; printf '${inner}' > "$3/bin/python"; chmod +x "$3/bin/python" ;;
    esac`,
  );
}

const make = (log: (line: string) => void = () => {}) =>
  pythonEnvironment({ log, cache: folder, requirements, path: path() });

test("is made once for a version of Python and a list of requirements, and says so before", async () => {
  await fakePython();
  const { lines, log } = recordLog();
  const python = await make(log);
  expect(lines).toEqual([expect.stringMatching(/Python cpython-3\.99\.0-test .* once: about/)]);
  expect(await make(log)).toBe(python);
  expect(lines).toHaveLength(1);
  expect(await installations()).toBe(1);

  await writeFile(requirements, "moto==2\n");
  expect(await make()).not.toBe(python);
  await fakePython({ version: "cpython-3.99.1-test" });
  expect(await make()).toMatch(/cpython-3\.99\.1-test-\w{16}\/bin\/python$/);
  expect(await installations()).toBe(3);
});

test("is the same one for processes that make it at once, and nothing of theirs is left beside it", async () => {
  await fakePython();
  const [first, ...others] = await Promise.all([make(), make(), make()]);
  expect(others).toEqual([first, first]);
  expect(existsSync(first)).toBe(true);
  expect(await readdir(join(folder, "python"))).toHaveLength(1);
});

test("is made anew when its Python does not run any more", async () => {
  await fakePython();
  const python = await make();
  await script(python, "exit 127");
  const { lines, log } = recordLog();
  expect(await make(log)).toBe(python);
  expect(lines[0]).toContain("exited with code 127; it is thrown away and made anew");
  expect(await installations()).toBe(2);
  expect(await readdir(join(folder, "python"))).toHaveLength(1);
});

test("leaves nothing of an installation that failed, and tells what pip said", async () => {
  await fakePython({ pip: "echo No matching distribution; exit 1" });
  await expect(make()).rejects.toThrow(/^pip install exited with code 1:\nNo matching distribution/);
  expect(await readdir(join(folder, "python"))).toEqual([]);
});

test.each([
  ["there is no python3", undefined, /^python3 not found; .*install it/],
  ["it is too old", "echo it is too old; exit 1", /^python3 exited with code 1:\nit is too old\n; .*Python 3\.10/],
  [
    "venv is missing",
    `case "$*" in *" -c "*) echo cpython-3.99.0 ;; *) echo No module named venv; exit 1 ;; esac`,
    /^python3 -m venv exited with code 1:\nNo module named venv\n; .*python3-venv/,
  ],
])("says what to install when %s", async (_why, body, message) => {
  await mkdir(bin);
  if (body !== undefined) await script(join(bin, "python3"), body);
  const path = body === undefined ? bin : `${bin}:/usr/bin:/bin`;
  await expect(pythonEnvironment({ log: () => {}, cache: folder, requirements, path })).rejects.toThrow(message);
});
