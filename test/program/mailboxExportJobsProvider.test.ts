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
  expect(String(error)).toContain("could not be loaded: run npm install; it needs @pulumi/pulumi 3.139.0 or newer");
});

test("when the package is gone, configure fails, and the methods go on refusing", async () => {
  const provider = { ...mailboxExportJobsProvider };
  const folder = jest.spyOn(process, "cwd").mockReturnValue("/");
  try {
    expect(String(await rejectionOf(Promise.resolve(provider.configure?.({ config }))))).toContain(
      "pulumi-workmail-exports/dynamic",
    );
    for (const method of methods)
      expect(String(await rejectionOf(call(provider, method)))).toContain("could not be loaded");
  } finally {
    folder.mockRestore();
  }
});

test("configure puts every method of the installed package in place before it lets anybody else run", async () => {
  const provider = { ...mailboxExportJobsProvider };
  const configured = provider.configure?.({ config });
  for (const method of methods) expect(provider[method]).not.toBe(mailboxExportJobsProvider[method]);
  await configured;
});
