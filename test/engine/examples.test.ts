import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openStack, type TestStack } from "./support";
import { CHECKOUT } from "./support/project";

jest.setTimeout(300_000);

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const text = (path: string) => readFileSync(join(CHECKOUT, path), "utf8");

/** The code block behind a marker of an example's README. */
function block(example: string, marker: string): string {
  const readme = text(`examples/${example}/README.md`);
  const found = new RegExp(`<!-- ${marker} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (found === undefined) throw new Error(`the README of ${example} has no block ${marker}`);
  return found;
}

/** The emulator as the READMEs start it, but on any free port. */
async function emulator(example: string): Promise<string> {
  const [, args = ""] = /node dist\/cli\/main\.js (.*) --port \d+\n/.exec(text(`examples/${example}/README.md`)) ?? [];
  const child = spawn(process.execPath, ["dist/cli/main.js", ...args.split(" ")], { cwd: CHECKOUT });
  cleanups.push(() => void child.kill());
  const [line] = await once(child.stdout, "data");
  return /http:\S+/.exec(String(line))?.[0] ?? "";
}

/** The example where it lies, with the settings of its README. */
async function opened(example: string): Promise<TestStack> {
  const stack = await openStack({
    workDir: `examples/${example}`,
    env: { AWS_ENDPOINT_URL_WORKMAIL: await emulator(example), AWS_REGION: undefined },
  });
  cleanups.push(() => stack.dispose());
  await configure(stack, block(example, "settings"));
  return stack;
}

/** Runs the `pulumi config set` lines of a block, as they are printed. */
async function configure(stack: TestStack, commands: string): Promise<void> {
  const lines = commands.split("\n").filter((line) => line.startsWith("pulumi config set "));
  expect(lines).not.toEqual([]);
  for (const line of lines) {
    const words = [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
    expect(await stack.cli(...words.slice(1))).toMatchObject({ code: 0, stderr: "" });
  }
}

const outputsIn = (printed: string) => /(Outputs:\n[\s\S]*?\n)\s*\nResources:/.exec(printed)?.[1];
const resources = async (stack: TestStack) => (await stack.exportState()).resources.length;

test("the coverage example prints what its README says, in preview already, and takes cutover and exclude", async () => {
  const stack = await opened("coverage");
  const preview = await stack.preview();
  expect(outputsIn(preview.text)).toBe(block("coverage", "printed"));
  expect((await stack.up()).outputs).toEqual(preview.outputs);
  await stack.preview({ expectNoChanges: true });

  await configure(stack, block("coverage", "rules"));
  const { open, counts } = (await stack.up()).outputs;
  expect(open).not.toHaveProperty(["dmitri.jensen@example.com"]);
  expect(counts).toMatchObject({ excluded: 1, missing: 2, total: 30 });
  await stack.destroy();
});

test("the guard example refuses as its README says, and lets go once acceptLoss is in the state", async () => {
  const stack = await opened("guard");
  expect(outputsIn((await stack.up()).text)).toBe(block("guard", "printed"));
  const before = await resources(stack);

  const refused = await stack.cli("destroy", "--yes", "--skip-preview");
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain(block("guard", "refused"));
  expect(await resources(stack)).toBe(before);

  await configure(stack, block("guard", "exclude"));
  expect((await stack.up()).outputs["open"]).not.toHaveProperty(["dmitri.jensen@example.com"]);
  expect((await stack.attempt("destroy")).text).toContain("of 30 mailboxes 5 are not known to be exported");

  await configure(stack, block("guard", "loss"));
  expect((await stack.up()).text).toContain(block("guard", "warned"));
  const { text: destroyed } = await stack.destroy();
  expect(destroyed).toContain('because acceptLoss says "decided by the board on 2026-11-20"');
  expect(await resources(stack)).toBe(0);
});
