import * as pulumi from "@pulumi/pulumi";

/**
 * Stands where your program has a resource of @pulumi/aws, so that this example makes nothing in AWS and needs no plugin.
 * Making and deleting one does nothing.
 */
export class StandIn extends pulumi.dynamic.Resource {
  constructor(type: "Organization" | "Bucket", name: string) {
    const provider = {
      create: async () => ({ id: name, outs: {} }),
      delete: async () => undefined,
    };
    super(provider, name, {}, {}, "stand-in", type);
  }
}
