import * as pulumi from "@pulumi/pulumi";
import { exportGuardHook, MailboxExportJobs } from "pulumi-workmail-exports";

/** Stands for aws.workmail.Organization, whose delete takes the mailboxes with it. */
class Organization extends pulumi.dynamic.Resource {
  constructor(name: string, opts: pulumi.CustomResourceOptions) {
    const provider = {
      create: async () => ({ id: name, outs: {} }),
      delete: async () => undefined,
    };
    super(provider, name, {}, opts);
  }
}

const organizationId = new pulumi.Config().require("organizationId");
const exportJobs = new MailboxExportJobs("exports", { organizationId });
const beforeDelete = [exportGuardHook("mail-is-out", { organizationId, jobs: exportJobs.jobs })];
new Organization("organization", { hooks: { beforeDelete }, dependsOn: [exportJobs] });
