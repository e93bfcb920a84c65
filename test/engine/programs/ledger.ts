import * as pulumi from "@pulumi/pulumi";
import { getMailboxExportCoverageOutput, MailboxExportJobs, type OnUnavailable } from "pulumi-workmail-exports";

const config = new pulumi.Config();
const organizationId = config.require("organizationId");
const onUnavailable = config.get<OnUnavailable>("onUnavailable");
const exportJobs = new MailboxExportJobs("exports", { organizationId, onUnavailable });

export const states = exportJobs.jobs.apply((jobs) => jobs.map(({ state }) => state ?? "none"));
export const live = exportJobs.live;
export const verdict =
  config.get("coverage") === "off"
    ? undefined
    : getMailboxExportCoverageOutput({ organizationId, jobs: exportJobs.jobs }).verdict;
