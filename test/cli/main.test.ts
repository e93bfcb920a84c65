import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { builtCommand } from "../support/builtCommand";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "workmail-exports-main-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, ...nodeOptions: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeOptions, script, "--help"], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("where a dependency is missing it fails with its own code: Node's would read as incomplete", () => {
  const dist = dirname(dirname(builtCommand));
  cpSync(dist, join(folder, "dist"), { recursive: true });
  cpSync(join(dist, "../package.json"), join(folder, "package.json"));
  const outcome = run(join(folder, "dist/cli/main.js"));
  expect(outcome).toMatchObject({ status: 70, stdout: "" });
  expect(outcome.stderr).toMatch(/^error: .*Cannot find module 'commander'/);
  expect(outcome.stderr).not.toMatch(/^ {4}at /m);
});

test("a Node that is too old is told so, and by its own code", () => {
  const old = join(folder, "old.js");
  writeFileSync(old, 'delete require("node:module").enableCompileCache;\n');
  const outcome = run(builtCommand, "--require", old);
  expect(outcome).toMatchObject({ status: 70, stdout: "" });
  expect(outcome.stderr).toMatch(/^error: workmail-exports needs Node 22\.1 or later; this is [\d.]+\n$/);
});
