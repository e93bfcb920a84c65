import { readdir, rm } from "node:fs/promises";
import * as pulumi from "@pulumi/pulumi";
import { openStack, SECRET, type TestStack } from "../engine/support";
import { temporaryFolder, writeProject } from "../engine/support/project";

// Twelve operations of a few seconds each, on whatever machine.
jest.setTimeout(120_000);

/** A dynamic resource that gives back what it is told, and tells where its provider runs. */
const PROGRAM = `
import * as pulumi from "@pulumi/pulumi";

const provider: pulumi.dynamic.ResourceProvider = {
  async check(_olds, news) {
    const resolve = require("module").createRequire(require("path").join(process.cwd(), "index.js")).resolve;
    return { inputs: { ...news, cwd: process.cwd(), installed: resolve("pulumi-workmail-exports/package.json") } };
  },
  async create(inputs) { return { id: "echo", outs: inputs }; },
  async update(_id, _olds, news) { return { outs: news }; },
  async read(id, props) { return { id, props: { ...props, said: "changed behind our back" } }; },
  async delete(_id, props) { if (props.keep) throw new Error("kept on purpose"); },
};

class Echo extends pulumi.dynamic.Resource {
  declare readonly said: pulumi.Output<string>;
  declare readonly cwd: pulumi.Output<string>;
  declare readonly installed: pulumi.Output<string>;
  constructor(name: string, args: { said: string; keep: boolean }) {
    super(provider, name, { cwd: undefined, installed: undefined, ...args });
  }
}

const config = new pulumi.Config();
const echo = new Echo("echo", { said: config.require("say"), keep: config.getBoolean("keep") ?? false });
export const { said, cwd, installed } = echo;
export const programCwd = process.cwd();
export const password = config.getSecret("password");
console.log("a line of the program");
if (config.get("fail")) throw new pulumi.RunError("failed on purpose");
`;

const CONFIG = { say: { value: "hello" }, password: { value: "hunter2", secret: true } };

describe("a program in a project", () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await openStack({ files: { "index.ts": PROGRAM }, config: CONFIG });
  });
  afterAll(() => stack.dispose());

  test("is previewed: what check adds is known, and secrets are masked", async () => {
    const preview = await stack.preview();
    expect(preview.counts).toEqual({ create: 2 });
    expect(preview.changes).toMatchObject([{ op: "create", name: "echo", inputs: { said: "hello" } }]);
    expect(preview.outputs).toMatchObject({ said: "hello", cwd: stack.folder, password: SECRET });
    expect(preview.text).toContain("a line of the program");
    expect(preview.diagnostics.map(({ severity }) => severity)).toEqual(["info"]);
  });

  test("is brought up, and its state is exported", async () => {
    const up = await stack.up();
    expect(up.stackOutputs).toMatchObject({
      said: { value: "hello", secret: false },
      password: { value: "hunter2", secret: true },
    });
    const state = await stack.exportState();
    expect(state.resource("echo")).toMatchObject({ id: "echo", outputs: { said: "hello" } });
    expect(state.text).not.toContain("hunter2");
    expect(() => state.resource("other")).toThrow(/no resource other in the state, only: .*::echo/);
  });

  test("runs, and its dynamic provider too, in the project's folder, where the package is an installed one", async () => {
    const { cwd, programCwd, installed } = (await stack.up()).outputs;
    expect([cwd, programCwd]).toEqual([stack.folder, stack.folder]);
    expect(installed).toBe(`${stack.folder}/node_modules/pulumi-workmail-exports/package.json`);
  });

  test("shows in detail what a changed setting changes", async () => {
    await stack.stack.setConfig("say", { value: "goodbye" });
    const preview = await stack.preview();
    expect(preview.changes).toMatchObject([
      { op: "update", name: "echo", diffs: ["said"], detailedDiff: { said: { diffKind: "update", inputDiff: true } } },
    ]);
  });

  test("is refreshed, and then the command line finds the difference", async () => {
    const refresh = await stack.refresh();
    expect(refresh.changes).toMatchObject([{ name: "echo", outputs: { said: "changed behind our back" } }]);
    const { code, stdout, stderr } = await stack.cli("preview", "--expect-no-changes");
    expect({ code, stderr }).toMatchObject({ code: expect.any(Number), stderr: expect.stringContaining("no changes") });
    expect(code).not.toBe(0);
    expect(stdout).toContain("1 to update");
  });

  test("is not destroyed while a resource refuses; the outcome tells why", async () => {
    await stack.stack.setConfig("keep", { value: "true" });
    await stack.up();
    const refused = await stack.attempt("destroy");
    expect(refused.ok).toBe(false);
    expect(refused.diagnostics).toContainEqual(
      expect.objectContaining({ severity: "error", message: "kept on purpose\n" }),
    );
    await expect(stack.destroy()).rejects.toThrow(/destroy failed:[\s\S]*kept on purpose/);
  });

  test("reports the error of a program without ours in it", async () => {
    await stack.stack.setConfig("fail", { value: "true" });
    const { ok, diagnostics, text } = await stack.attempt("preview");
    expect(ok).toBe(false);
    expect(diagnostics).toContainEqual(expect.objectContaining({ severity: "error", message: "failed on purpose\n" }));
    expect(text).not.toMatch(/non-zero exit code|language host/);
  });

  test("is destroyed, with the program that made it or without one that runs", async () => {
    await stack.stack.setConfig("keep", { value: "false" });
    await stack.stack.removeConfig("fail");
    await stack.up();
    await stack.writeFile("index.ts", "this is no program");
    expect((await stack.destroy()).counts).toEqual({ delete: 2 });
    expect((await stack.exportState()).resources).toEqual([]);
  });
});

describe("a project whose main lies below", () => {
  test("runs there by the command line, with ts-node and the tsconfig.json of that folder", async () => {
    const files = {
      "Pulumi.yaml": "name: test\nruntime: nodejs\nmain: examples/echo/index.ts\n",
      "examples/echo/index.ts": PROGRAM,
      // Read by ts-node only if it is the one: it refuses an option that does not exist.
      "tsconfig.json": JSON.stringify({ compilerOptions: { module: "none such" } }),
    };
    const stack = await openStack({ files, config: CONFIG });
    try {
      const preview = await stack.cli("preview");
      expect(preview).toMatchObject({ code: 0, stdout: expect.stringContaining("+ 2 to create") });
      const up = await stack.cli("up", "--yes");
      expect(up).toMatchObject({ code: 0, stdout: expect.stringMatching(/cwd +: ".*\/project\/examples\/echo"/) });
      expect(up.stdout).not.toContain("warning:");
      expect(await stack.cli("about")).toMatchObject({ stdout: expect.stringContaining(process.version) });
    } finally {
      await stack.dispose();
    }
  });
});

describe("a project that exists", () => {
  test("is run where it lies and left as it was", async () => {
    const folder = await temporaryFolder("existing");
    await writeProject(folder, { name: "existing", files: { "index.ts": PROGRAM } });
    const before = await readdir(folder);
    const stack = await openStack({ workDir: folder, config: CONFIG });
    const { outputs } = await stack.up();
    await stack.dispose();
    expect(outputs["programCwd"]).toBe(folder);
    expect(await readdir(folder)).toEqual(before);
    await rm(folder, { recursive: true });
  });
});

describe("a function of the test", () => {
  const provider: pulumi.dynamic.ResourceProvider = {
    check: async (_olds, news) => ({ inputs: { ...news, cwd: process.cwd() } }),
    create: async (inputs) => ({ id: "there", outs: inputs }),
  };
  class Where extends pulumi.dynamic.Resource {
    declare readonly cwd: pulumi.Output<string>;
    constructor(name: string) {
      super(provider, name, { cwd: undefined });
    }
  }

  test("may make dynamic resources, and two stacks at once do not disturb each other", async () => {
    const stacks = await Promise.all(
      ["one", "two"].map((projectName) =>
        openStack({
          projectName,
          program: async () => ({ project: pulumi.getProject(), cwd: new Where("where").cwd }),
        }),
      ),
    );
    try {
      const previews = await Promise.all(stacks.map((stack) => stack.preview()));
      expect(previews.map(({ outputs }) => outputs)).toEqual([
        { project: "one", cwd: stacks[0]?.folder },
        { project: "two", cwd: stacks[1]?.folder },
      ]);
      const ups = await Promise.all(stacks.map((stack) => stack.up()));
      expect(ups.map(({ counts }) => counts)).toEqual([{ create: 2 }, { create: 2 }]);
    } finally {
      await Promise.all(stacks.map((stack) => stack.dispose()));
    }
  });
});
