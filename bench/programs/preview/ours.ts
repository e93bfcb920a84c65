import * as pulumi from "@pulumi/pulumi";
import { MailboxExportJobs } from "pulumi-workmail-exports";

const organizationId = new pulumi.Config().require("organizationId");
const { jobs } = new MailboxExportJobs("exports", { organizationId });

export const ids = jobs.apply((list) => list.map(({ jobId }) => jobId));
export const completed = jobs.apply((list) => list.filter(({ state }) => state === "COMPLETED").length);
