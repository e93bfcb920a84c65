import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleKind, transpileModule } from "typescript";
import { openStack } from "./support";
import { CHECKOUT } from "./support/project";

jest.setTimeout(120_000);

const readme = readFileSync(join(CHECKOUT, "README.md"), "utf8");

/** The code block behind a marker. */
function block(marker: string): string {
  const found = new RegExp(`<!-- ${marker} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (found === undefined) throw new Error(`README.md has no block ${marker}`);
  return found;
}

test("the program of the README prints what the README says, with the emulator as the README starts it", async () => {
  const [, now = ""] = /workmail-exports emulator --port \d+ --now (\S+)/.exec(readme) ?? [];
  const [, organizationId = ""] = /config set organizationId (m-[0-9a-f]{32})/.exec(readme) ?? [];
  const emulator = spawn(process.execPath, ["dist/cli/main.js", "emulator", "--now", now], { cwd: CHECKOUT });
  try {
    const [line] = await once(emulator.stdout, "data");
    const [url = ""] = /http:\S+/.exec(String(line)) ?? [];
    const stack = await openStack({
      files: { "index.ts": block("program") },
      config: { organizationId: { value: organizationId } },
      env: { AWS_ENDPOINT_URL_WORKMAIL: url },
    });
    try {
      const { text } = await stack.preview();
      const [, printed = ""] = /(Outputs:\n[\s\S]*?\n)\s*\nResources:/.exec(text) ?? [];
      expect(printed).toBe(block("printed"));
      await stack.writeFile("index.ts", block("coverage"));
      const coverage = (await stack.preview()).text;
      const [, covered = ""] = /(Outputs:\n[\s\S]*?\n)\s*\nResources:/.exec(coverage) ?? [];
      expect(covered).toBe(block("coverage printed"));
      await stack.writeFile("index.ts", block("function"));
      expect((await stack.preview()).outputs).toEqual({ completed: 32, running: 5 });
    } finally {
      await stack.dispose();
    }
  } finally {
    emulator.kill();
  }
});

test("the test of the README's emulator compiles as printed, and runs", async () => {
  const { outputText } = transpileModule(block("emulator"), { compilerOptions: { module: ModuleKind.CommonJS } });
  const tests: (() => Promise<void>)[] = [];
  const run = new Function("require", "exports", "test", outputText);
  run(require, {}, (_name: string, body: () => Promise<void>) => tests.push(body));
  expect(tests).toHaveLength(1);
  for (const body of tests) await body();
  delete process.env["AWS_ENDPOINT_URL_WORKMAIL"];
});
