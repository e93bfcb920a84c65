import * as pulumi from "@pulumi/pulumi";
import { filterJobs, getMailboxExportJobs, MailboxExportJobs } from "pulumi-workmail-exports";

const config = new pulumi.Config();
const organization = {
  organizationId: config.require("organizationId"),
  endpoint: config.get("endpoint") || undefined,
};

// Every job that WorkMail lists, from every page, kept in the stack's state: the next preview shows what has moved on.
const exportJobs = new MailboxExportJobs("exports", organization);

// The same list from a function, which keeps nothing: here the failed jobs alone, with the reason why each failed.
const failed = getMailboxExportJobs({ ...organization, states: ["FAILED"], includeDetails: true });

export const region = exportJobs.region;
export const counts = exportJobs.counts;

// The mailboxes that have an export, and those of them whose newest export is complete.
export const mailboxes = exportJobs.latestByEntity.apply((latest) => Object.keys(latest).length);
export const latestCompleted = exportJobs.latestByEntity.apply(
  (latest) => filterJobs(Object.values(latest), { states: ["COMPLETED"] }).length,
);

// By job id and not as a list: one more is then one new entry of a preview, and not a change of all behind it.
export const failedJobs = failed.then(({ jobs }) =>
  Object.fromEntries(jobs.map(({ jobId, entityId, errorInfo }) => [jobId, { entityId, errorInfo }])),
);
