import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportJobs, getMailboxExportJobsOutput } from "pulumi-workmail-exports";

/** Stands for whatever must be there before WorkMail is asked. */
class Bucket extends pulumi.dynamic.Resource {
  constructor(name: string, opts?: pulumi.CustomResourceOptions) {
    super({ create: async () => ({ id: name, outs: {} }), delete: async () => undefined }, name, {}, opts);
  }
}

class Storage extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Storage", name);
    new Bucket(`${name}-inner`, { parent: this });
    this.registerOutputs({});
  }
}

const organizationId = new pulumi.Config().require("organizationId");
const total = (dependsOn: pulumi.Input<pulumi.Resource>[] | pulumi.Resource) =>
  getMailboxExportJobsOutput({ organizationId }, { dependsOn }).counts.total;

export const before = getMailboxExportJobs({ organizationId }).then(({ counts }) => counts.total);
export const afterBucket = total(new Bucket("bucket"));
export const afterList = total([pulumi.output(new Bucket("other"))]);
export const afterComponent = total(new Storage("storage"));
