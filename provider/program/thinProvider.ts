import type { dynamic } from "@pulumi/pulumi";

/** The methods refuse until they are in place; `why` is what `configure` met. */
const notLoaded = async function (this: { why?: string }): Promise<never> {
  const error = new Error(
    `pulumi-workmail-exports cannot be loaded: run npm install; it needs @pulumi/pulumi 3.139.0 or newer. ${this.why ?? ""}`,
  );
  error.stack = "";
  throw error;
};

/**
 * A provider as it is serialised into state: `entry` names its methods in the package. Old states run this text on refresh and on destroy, so it holds no
 * logic: Pulumi calls `configure` before anything else, and that puts the methods of the installed package in place.
 * Every fix, and every new method, reaches old stacks that way.
 *
 * A plain require would not do: where the program stands in the package's own repository, the dynamic provider cannot
 * see the package, since it resolves from node_modules alone. And the methods must refuse until they are in place:
 * an older Pulumi, which calls no `configure`, or a package that is gone would otherwise pass for an empty list.
 *
 * Nothing awaits in `configure`, because Pulumi lets a second call through while the first one configures. Nor does it
 * throw: Pulumi would show the stack, and let the calls that follow through.
 *
 * @internal
 */
export function thinProvider(entry: "mailboxExportJobs" | "mailboxExportGuard"): dynamic.ResourceProvider {
  return {
    async configure() {
      try {
        const { createRequire } = require("node:module");
        const load = createRequire(require("node:path").join(process.cwd(), "index.js"));
        Object.assign(this, load("pulumi-workmail-exports/dynamic")[entry]());
      } catch (error) {
        Object.assign(this, { why: String(error).split("\n")[0] });
      }
    },
    check: notLoaded,
    diff: notLoaded,
    create: notLoaded,
    read: notLoaded,
    update: notLoaded,
    delete: notLoaded,
  };
}
