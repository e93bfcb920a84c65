import { ListMailboxExportJobsCommand, type MailboxExportJob, WorkMailClient } from "@aws-sdk/client-workmail";
import * as pulumi from "@pulumi/pulumi";

const provider: pulumi.dynamic.ResourceProvider = {
  async check(_olds, news) {
    const client = new WorkMailClient({});
    const jobs: MailboxExportJob[] = [];
    let NextToken: string | undefined;
    do {
      const input = { OrganizationId: news.organizationId, MaxResults: 100, NextToken };
      const page = await client.send(new ListMailboxExportJobsCommand(input));
      jobs.push(...(page.Jobs ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
    // Through JSON, since Pulumi takes no Date.
    return { inputs: { ...news, jobs: JSON.parse(JSON.stringify(jobs)) } };
  },
  async create(inputs) {
    return { id: inputs.organizationId, outs: inputs };
  },
};

class ExportJobs extends pulumi.dynamic.Resource {
  declare readonly jobs: pulumi.Output<readonly { readonly JobId: string; readonly State: string }[]>;

  constructor(name: string, organizationId: string) {
    super(provider, name, { organizationId, jobs: undefined });
  }
}

const { jobs } = new ExportJobs("exports", new pulumi.Config().require("organizationId"));

export const ids = jobs.apply((list) => list.map(({ JobId }) => JobId));
export const completed = jobs.apply((list) => list.filter(({ State }) => State === "COMPLETED").length);
