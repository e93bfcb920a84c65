import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  getMailboxExportJobs,
  getMailboxExportJobsOutput,
  MailboxExportJobs,
  mailboxExportJobStates,
} from "pulumi-workmail-exports";

const organizationId = new pulumi.Config().require("organizationId");
const provider = new aws.Provider("ireland", { region: "eu-west-1", profile: "mail" });

class Parent extends pulumi.ComponentResource {}
const parent = new Parent("test:index:Parent", "parent", {}, { providers: { aws: provider } });

export const plain = getMailboxExportJobs({ organizationId }, { provider }).then(({ region }) => region);
export const ofParent = getMailboxExportJobs({ organizationId }, { parent }).then(({ region }) => region);
export const output = getMailboxExportJobsOutput({ organizationId }, { provider }).region;
export const argument = getMailboxExportJobs({ organizationId, region: "us-west-2" }, { provider }).then(
  ({ region }) => region,
);
export const outputs = getMailboxExportJobsOutput({
  organizationId,
  region: provider.region,
  profile: provider.profile,
  includeDetails: pulumi.output(true),
  states: mailboxExportJobStates,
}).region;
export const resource = new MailboxExportJobs("exports", { organizationId }, { provider }).region;
