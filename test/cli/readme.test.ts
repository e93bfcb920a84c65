import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EXIT } from "../../provider/cli/exit";
import { formats } from "../../provider/cli/formats/formats";
import { settings } from "../../provider/cli/settings/settingTable";
import { start } from "../../provider/emulator";
import { withAwsEnvironment } from "../support/organization";
import { runCli } from "../support/runCli";

const readme = readFileSync(resolve(__dirname, "../../README.md"), "utf8");
const [, section = ""] = /\n## Decide in CI\n([\s\S]*?)\n## /.exec(readme) ?? [];

withAwsEnvironment();

test("the README's table of exit codes has all of them", () => {
  const codes = [...section.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(codes).toEqual(Object.values(EXIT));
});

test("the README's table of formats has all of them, each with its ending", () => {
  const rows = [...section.matchAll(/^\| `([a-z]+)` \(`([a-z.]+)`\) \|/gm)].map(([, name, ending]) => [name, ending]);
  expect(rows).toEqual(Object.entries(formats).map(([name, { extension }]) => [name, extension]));
});

test("every option that the README names is one", () => {
  const known = Object.values(settings).map(({ option }) => `--${option}`);
  const named = [...section.matchAll(/--[a-z][a-z0-9-]*/g)].map(([option]) => option);
  const ofOthers = ["--help", "--json", "--no", "--port"];
  expect(named.filter((option) => !known.includes(option) && !ofOthers.includes(option))).toEqual([]);
});

test("the README's configuration file is taken as printed", async () => {
  const [, config = ""] = /<!-- config -->\n```json\n([\s\S]*?)```/.exec(section) ?? [];
  const folder = mkdtempSync(join(tmpdir(), "workmail-exports-readme-"));
  const emulator = await start({ seed: { organizations: [] } });
  try {
    writeFileSync(join(folder, "ci.json"), config.replace(', "profile": "subsidiary"', ""));
    const where = ["--config", join(folder, "ci.json"), "--endpoint", emulator.url];
    const { exitCode, stderr } = await runCli(["gate", ...where]);
    // It is asked, and knows neither: a file that is wrong would have been 64.
    expect([exitCode, stderr.match(/^error: .* does not exist/gm)?.length]).toEqual([70, 2]);
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true });
  }
});
