import type { dynamic } from "@pulumi/pulumi";
import { thinProvider } from "../../provider/program/thinProvider";
import { rejectionOf } from "../support/organization";

const methods = ["check", "diff", "create", "read", "update", "delete"] as const;

/** As the dynamic provider calls them: without a look at what they take. */
async function call(provider: dynamic.ResourceProvider, method: (typeof methods)[number]): Promise<unknown> {
  const called: unknown = Reflect.get(provider, method);
  return typeof called === "function" ? called.call(provider, {}, {}, {}) : undefined;
}

const entries = ["mailboxExportJobs", "mailboxExportGuard"] as const;
const config: dynamic.Config = { get: () => undefined, require: () => "" };

test.each(methods)("%s refuses until the package is loaded: an older Pulumi calls no configure", async (method) => {
  const error = await rejectionOf(call(thinProvider("mailboxExportJobs"), method));
  expect(String(error)).toContain("cannot be loaded: run npm install; it needs @pulumi/pulumi 3.139.0 or newer");
});

test("when the package is gone, every method refuses, says why, and has no stack to show", async () => {
  const provider = thinProvider("mailboxExportGuard");
  const folder = jest.spyOn(process, "cwd").mockReturnValue("/");
  try {
    await provider.configure?.({ config });
  } finally {
    folder.mockRestore();
  }
  for (const method of methods) {
    const error = await rejectionOf(call(provider, method));
    expect(error).toMatchObject({
      message: expect.stringMatching(/cannot be loaded: run npm install.*pulumi-workmail-exports\/dynamic/),
      stack: "",
    });
  }
});

test.each(entries)("configure puts every method of %s in place before it lets anybody else run", async (entry) => {
  const provider = thinProvider(entry);
  const before = { ...provider };
  const configured = provider.configure?.({ config });
  for (const method of methods) expect(provider[method]).not.toBe(before[method]);
  await configured;
});
