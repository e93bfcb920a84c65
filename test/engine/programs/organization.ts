import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportJobsOutput, MailboxExportJobs } from "pulumi-workmail-exports";

/** Stands for aws.workmail.Organization: its id is known once it is there. */
class Organization extends pulumi.dynamic.Resource {
  declare readonly organizationId: pulumi.Output<string>;

  constructor(name: string, organizationId: string) {
    const provider = {
      create: async (inputs: { named: string }) => ({ id: inputs.named, outs: { organizationId: inputs.named } }),
      delete: async () => undefined,
    };
    super(provider, name, { named: organizationId, organizationId: undefined });
  }
}

const { organizationId } = new Organization("organization", new pulumi.Config().require("organizationId"));
const exportJobs = new MailboxExportJobs("exports", { organizationId });
const listed = getMailboxExportJobsOutput({ organizationId });

export const ofResource = exportJobs.jobs.apply((jobs) => jobs.length);
export const ofFunction = listed.jobs.apply((jobs) => jobs.length);
