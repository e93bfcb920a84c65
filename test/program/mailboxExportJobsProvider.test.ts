import type { dynamic } from "@pulumi/pulumi";
import { mailboxExportJobsProvider } from "../../provider/program/mailboxExportJobsProvider";
import { rejectionOf } from "../support/organization";

const methods = ["check", "diff", "create", "read", "update", "delete"] as const;

/** As the dynamic provider calls them: without a look at what they take. */
async function call(provider: dynamic.ResourceProvider, method: (typeof methods)[number]): Promise<unknown> {
  const called: unknown = Reflect.get(provider, method);
  return typeof called === "function" ? called.call(provider, {}, {}, {}) : undefined;
}

const config: dynamic.Config = { get: () => undefined, require: () => "" };

test.each(methods)("%s refuses until the package is loaded: an older Pulumi calls no configure", async (method) => {
  const error = await rejectionOf(call({ ...mailboxExportJobsProvider }, method));
  expect(String(error)).toContain("cannot be loaded: run npm install; it needs @pulumi/pulumi 3.139.0 or newer");
});

test("when the package is gone, every method refuses, says why, and has no stack to show", async () => {
  const provider = { ...mailboxExportJobsProvider };
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

test("configure puts every method of the installed package in place before it lets anybody else run", async () => {
  const provider = { ...mailboxExportJobsProvider };
  const configured = provider.configure?.({ config });
  for (const method of methods) expect(provider[method]).not.toBe(mailboxExportJobsProvider[method]);
  await configured;
});
