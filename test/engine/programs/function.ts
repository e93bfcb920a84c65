import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportJobs, getMailboxExportJobsOutput } from "pulumi-workmail-exports";

const organizationId = new pulumi.Config().require("organizationId");
const args = { organizationId, pageSize: 10 };

// The same question three times, then once anew.
export const all = getMailboxExportJobs(args).then(({ ids }) => ids);
export const completed = getMailboxExportJobs({ ...args, states: ["COMPLETED"] }).then(({ counts }) => counts);
export const ofOutput: pulumi.Output<number> = getMailboxExportJobsOutput({
  ...args,
  organizationId: pulumi.output(organizationId),
}).counts.total;
export const anew = getMailboxExportJobs(args, { cache: false }).then(({ counts }) => counts.total);
export const secret = getMailboxExportJobsOutput({ ...args, organizationId: pulumi.secret(organizationId) }).counts
  .total;
