import * as pulumi from "@pulumi/pulumi";
import {
  getMailboxExportCoverage,
  getMailboxExportCoverageOutput,
  type MailboxCoverage,
  type MailboxExportVerdict,
} from "pulumi-workmail-exports";

/** Stands for a resource whose id is known once it is there. */
class Organization extends pulumi.dynamic.Resource {
  declare readonly organizationId: pulumi.Output<string>;

  constructor(name: string, organizationId: string) {
    const provider = {
      create: async (inputs: { named: string }) => ({ id: inputs.named, outs: { organizationId: inputs.named } }),
    };
    super(provider, name, { named: organizationId, organizationId: undefined });
  }
}

const organizationId = new pulumi.Config().require("organizationId");
const made = new Organization("organization", organizationId);

// Typed: these lines do not compile when a result is not what it should be.
const direct = getMailboxExportCoverage({ organizationId, exclude: { room: "empty" } });
export const counts = direct.then((result) => result.counts);
export const statuses = direct.then(({ mailboxes }) => mailboxes.map(({ email, status }) => `${email} ${status}`));

const covered = getMailboxExportCoverageOutput({ organizationId, cutover: pulumi.output("2026-11-24T00:00:00Z") });
export const verdict: pulumi.Output<MailboxExportVerdict> = covered.verdict;
export const deciding = covered.mailboxes.apply((list: MailboxCoverage[]) =>
  list.map((mailbox) => (mailbox.status === "missing" ? "none" : (mailbox.job?.jobId ?? mailbox.doubt))),
);
export const ofResource = getMailboxExportCoverageOutput({ organizationId: made.organizationId }).verdict;
export const secret = getMailboxExportCoverageOutput({ organizationId: pulumi.secret(organizationId) }).verdict;
