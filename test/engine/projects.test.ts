import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { organizationId, workMailWith } from "../support/organization";
import { openStack } from "./support";
import { CHECKOUT } from "./support/project";

jest.setTimeout(180_000);

const run = promisify(execFile);

test("pulumi up at the root of the checkout runs the example", async () => {
  const { emulator } = await workMailWith(25);
  const stack = await openStack({
    workDir: ".",
    config: {
      organizationId: { value: organizationId },
      endpoint: { value: emulator.url },
      "aws:region": { value: "us-east-1" },
    },
  });
  try {
    expect((await stack.preview()).outputs).toMatchObject({ region: "us-east-1", counts: { total: 25 } });
    expect((await stack.up()).outputs).toMatchObject({ region: "us-east-1", counts: { total: 25 } });
    await stack.preview({ expectNoChanges: true });
    const code = (await stack.exportState()).resource("exports").inputs?.["__provider"];
    expect(String(code).length).toBeLessThan(1500);
    await stack.destroy();
  } finally {
    await stack.dispose();
  }
});

test("so does a program in another folder, with the package as it is published", async () => {
  const { emulator } = await workMailWith(25);
  const stack = await openStack({
    program: "test/engine/programs/both.ts",
    config: { organizationId: { value: organizationId } },
    env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
  });
  try {
    await installPacked(join(stack.folder, "node_modules", "pulumi-workmail-exports"));
    expect((await stack.preview()).outputs).toEqual({ same: true, count: 25 });
    expect((await stack.up()).outputs).toEqual({ same: true, count: 25 });
    await stack.refresh();
    await stack.destroy();
  } finally {
    await stack.dispose();
  }
});

test("a package that is gone stops a refresh with what to do, and leaves the state as it is", async () => {
  const { emulator } = await workMailWith(3);
  const stack = await openStack({
    program: "test/engine/programs/both.ts",
    config: { organizationId: { value: organizationId } },
    env: { AWS_ENDPOINT_URL_WORKMAIL: emulator.url },
  });
  try {
    await stack.up();
    const before = await stack.exportState();
    await rm(join(stack.folder, "node_modules", "pulumi-workmail-exports"), { recursive: true });
    const { ok, text } = await stack.attempt("refresh");
    expect(ok).toBe(false);
    expect(text).toContain("pulumi-workmail-exports cannot be loaded: run npm install");
    expect(text).not.toMatch(/^\s+at /m);
    expect((await stack.exportState()).resource("exports").outputs).toEqual(before.resource("exports").outputs);
  } finally {
    await stack.dispose();
  }
});

/** What `npm publish` would send, in place of the package that the harness installed. */
async function installPacked(folder: string): Promise<void> {
  const packed = await mkdtemp(join(tmpdir(), "packed-"));
  // Packing without scripts: the package is built, and the state of the checkout is not the test's to change.
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", packed], {
    cwd: CHECKOUT,
  });
  const [{ filename }] = JSON.parse(stdout);
  await rm(folder, { recursive: true });
  await run("tar", ["-xzf", filename], { cwd: packed });
  await run("mv", [join(packed, "package"), folder]);
  await rm(packed, { recursive: true });
}
