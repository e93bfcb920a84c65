import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportCoverageOutput, MailboxExportGuard, MailboxExportJobs } from "pulumi-workmail-exports";
import { StandIn } from "./standIn";

const config = new pulumi.Config();
const read = {
  organizationId: config.require("organizationId"),
  endpoint: config.get("endpoint") || undefined,
};
const rules = {
  cutover: config.get("cutover") || undefined,
  exclude: config.getObject<Record<string, string>>("exclude"),
};

// In your program: new aws.workmail.Organization(…) and new aws.s3.Bucket(…), see README.md.
const organization = new StandIn("Organization", "organization");
const archives = new StandIn("Bucket", "archives");

const exportJobs = new MailboxExportJobs("exports", read);
const jobs = exportJobs.jobs;

// It is deleted before what it depends on, and is not deleted before every mailbox is exported: so nothing else is.
new MailboxExportGuard(
  "guard",
  { ...read, ...rules, jobs, acceptLoss: config.get("acceptLoss") || undefined },
  { dependsOn: [organization, archives] },
);

const coverage = getMailboxExportCoverageOutput({ ...read, ...rules, jobs });
// How many jobs the stack knows, of which WorkMail lists those of seven days.
export const remembered = exportJobs.counts.total;
export const verdict = coverage.verdict;
// By mailbox, so that one that is done is one line less of a preview.
export const open = coverage.mailboxes.apply((mailboxes) =>
  Object.fromEntries(
    mailboxes
      .filter(({ status, excluded }) => status !== "exported" && excluded === undefined)
      .map(({ email, entityId, status }) => [email ?? entityId, status]),
  ),
);
