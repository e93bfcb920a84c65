import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportCoverageOutput, MailboxExportGuard, MailboxExportJobs } from "pulumi-workmail-exports";

/** Stands for aws.workmail.Organization, whose delete takes the mailboxes with it. */
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

const config = new pulumi.Config();
const organization = new Organization("organization", config.require("organizationId"));
const { organizationId } = organization;
const exportJobs = new MailboxExportJobs("exports", { organizationId, pageSize: 10 });
const exclude = config.getObject<Record<string, string>>("exclude");

if (config.get("guard") !== "off") {
  new MailboxExportGuard(
    "guard",
    { organizationId, jobs: exportJobs.jobs, pageSize: 10, exclude, acceptLoss: config.get("acceptLoss") },
    { dependsOn: [organization] },
  );
}

const coverage = getMailboxExportCoverageOutput({ organizationId, jobs: exportJobs.jobs, exclude, pageSize: 10 });
export const verdict = coverage.verdict;
export const missing = coverage.counts.missing;
export const jobs = exportJobs.ids.apply((ids) => ids.length);
