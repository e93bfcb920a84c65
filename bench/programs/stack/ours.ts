import * as pulumi from "@pulumi/pulumi";
import { MailboxExportJobs } from "pulumi-workmail-exports";

const config = new pulumi.Config();
const organizationId = config.require("organizationId");
// What changes makes an update, which writes all of the state.
const pageSize = config.getNumber("pageSize") ?? 100;
const { jobs } = new MailboxExportJobs("exports", { organizationId, pageSize });

export const total = jobs.apply(({ length }) => length);
export const completed = jobs.apply((list) => list.filter(({ state }) => state === "COMPLETED").length);
