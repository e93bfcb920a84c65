import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportJobs, getMailboxExportJobsOutput } from "pulumi-workmail-exports";

const config = new pulumi.Config();
const organizationId = config.require("organizationId");
const secretId = pulumi.secret(organizationId);

// The whole, twice the same question with other filters, and once the same anew.
export const all = getMailboxExportJobs({ organizationId, pageSize: 10 }).then(({ ids }) => ids);
export const completed = getMailboxExportJobs({ organizationId, pageSize: 10, states: ["COMPLETED"] }).then(
  ({ ids }) => ids,
);
export const anew = getMailboxExportJobs({ organizationId, pageSize: 10 }, { cache: false }).then(
  ({ counts }) => counts.total,
);
export const ofOutput = getMailboxExportJobsOutput({ organizationId: pulumi.output(organizationId), pageSize: 10 })
  .counts.total;
export const secret = getMailboxExportJobsOutput({ organizationId: secretId, pageSize: 10 }).counts.total;
