import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportJobs, MailboxExportJobs } from "pulumi-workmail-exports";

const organizationId = new pulumi.Config().require("organizationId");
const listed = getMailboxExportJobs({ organizationId });
const exportJobs = new MailboxExportJobs("exports", { organizationId });

export const same = pulumi
  .all([listed, exportJobs.ids])
  .apply(([{ ids }, others]) => JSON.stringify(ids) === JSON.stringify(others));
export const count = exportJobs.counts.total;
