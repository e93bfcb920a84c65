import * as pulumi from "@pulumi/pulumi";
import {
  type ArchiveProofOutcome,
  getMailboxExportCoverageOutput,
  getMailboxExportJobs,
  MailboxExportGuard,
  MailboxExportJobs,
} from "pulumi-workmail-exports";

/** Stands for aws.workmail.Organization, whose delete takes the mailboxes with it. */
class Organization extends pulumi.dynamic.Resource {
  declare readonly organizationId: pulumi.Output<string>;

  constructor(name: string, organizationId: string) {
    const provider = {
      create: async (inputs: { named: string }) => ({ id: inputs.named, outs: { organizationId: inputs.named } }),
    };
    super(provider, name, { named: organizationId, organizationId: undefined });
  }
}

const config = new pulumi.Config();
const organizationId = config.require("organizationId");
const s3Endpoint = config.require("s3Endpoint");
const asked = { organizationId, s3Endpoint, prove: true };

const organization = new Organization("organization", organizationId);
const exportJobs = new MailboxExportJobs("exports", { ...asked, includeDetails: true });
new MailboxExportGuard("guard", { ...asked, jobs: exportJobs.jobs }, { dependsOn: [organization] });

type Outcomes = Record<string, ArchiveProofOutcome | undefined>;
const outcomesOf = (jobs: readonly { jobId: string; proof?: { outcome: ArchiveProofOutcome } }[]): Outcomes =>
  Object.fromEntries(jobs.map(({ jobId, proof }) => [jobId, proof?.outcome]));

export const ofResource = exportJobs.jobs.apply(outcomesOf);
export const ofFunction = getMailboxExportJobs(asked).then(({ jobs }) => outcomesOf(jobs));
const coverage = getMailboxExportCoverageOutput({ ...asked, jobs: exportJobs.jobs });
export const verdict = coverage.verdict;
export const findings = coverage.findings.apply((list) => list.map(({ kind }) => kind));
