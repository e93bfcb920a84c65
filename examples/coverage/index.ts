import * as pulumi from "@pulumi/pulumi";
import { findingKinds, getMailboxExportCoverageOutput, MailboxExportJobs } from "pulumi-workmail-exports";

const config = new pulumi.Config();
const organization = {
  organizationId: config.require("organizationId"),
  endpoint: config.get("endpoint") || undefined,
};

// WorkMail lists seven days of jobs; this remembers them in the stack's state.
const exportJobs = new MailboxExportJobs("exports", organization);

// Every user and resource against the jobs that are listed and those that are remembered.
const coverage = getMailboxExportCoverageOutput({
  ...organization,
  jobs: exportJobs.jobs,
  cutover: config.get("cutover") || undefined,
  exclude: config.getObject<Record<string, string>>("exclude"),
});

export const verdict = coverage.verdict;
export const counts = coverage.counts;

// By mailbox and not as a list: one that is done is then one line less of a preview, and not a change of all behind it.
export const open = coverage.mailboxes.apply((mailboxes) =>
  Object.fromEntries(
    mailboxes
      .filter(({ status, excluded }) => status !== "exported" && excluded === undefined)
      .map(({ email, entityId, status }) => [email ?? entityId, status]),
  ),
);

// What to do, once for each kind of finding that there is.
export const advice = coverage.findings.apply((findings) =>
  Object.fromEntries(findings.map(({ kind }) => [findingKinds[kind].title, findingKinds[kind].advice])),
);

// For whatever comes after the move: another stack, a pipeline, or an `if` in this program.
export const mayLeave = verdict.apply((value) => value === "complete");
