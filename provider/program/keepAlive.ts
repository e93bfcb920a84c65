import * as pulumi from "@pulumi/pulumi";

/**
 * Keeps the program's run open until `work` has settled. Pulumi counts its own requests only: an inline program of the
 * Automation API would be over before a read of ours, and a resource made of its result would silently not be there.
 *
 * @internal
 */
export async function keepAlive<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = pulumi.runtime.rpcKeepAlive();
  try {
    return await work();
  } finally {
    done();
  }
}
