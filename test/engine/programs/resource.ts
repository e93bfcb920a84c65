import * as pulumi from "@pulumi/pulumi";
import { type MailboxExportJob, MailboxExportJobs } from "pulumi-workmail-exports";

const organizationId = new pulumi.Config().require("organizationId");
const exportJobs = new MailboxExportJobs("exports", { organizationId, pageSize: 10 });

// Typed: these lines do not compile when the outputs are not what they should be.
const jobs: pulumi.Output<MailboxExportJob[]> = exportJobs.jobs;
// Lists as other resources take them.
export const jobIds: pulumi.Input<pulumi.Input<string>[]> = exportJobs.ids;
export const states = jobs.apply((list) => list.map(({ state }) => state ?? "none"));
export const running: pulumi.Output<number> = exportJobs.counts.running;
export const region: pulumi.Output<string> = exportJobs.region;
export const entities = exportJobs.latestByEntity.apply((latest) => Object.keys(latest).length);
