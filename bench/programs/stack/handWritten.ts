import { ListMailboxExportJobsCommand, type MailboxExportJob, WorkMailClient } from "@aws-sdk/client-workmail";
import * as pulumi from "@pulumi/pulumi";

const provider: pulumi.dynamic.ResourceProvider = {
  async check(_olds, news) {
    const client = new WorkMailClient({});
    const jobs: MailboxExportJob[] = [];
    let NextToken: string | undefined;
    do {
      const input = { OrganizationId: news.organizationId, MaxResults: news.pageSize, NextToken };
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
  async update(_id, _olds, news) {
    return { outs: news };
  },
};

class ExportJobs extends pulumi.dynamic.Resource {
  declare readonly jobs: pulumi.Output<readonly MailboxExportJob[]>;

  constructor(name: string, args: { organizationId: string; pageSize: number }) {
    super(provider, name, { ...args, jobs: undefined });
  }
}

const config = new pulumi.Config();
const organizationId = config.require("organizationId");
const pageSize = config.getNumber("pageSize") ?? 100;
const { jobs } = new ExportJobs("exports", { organizationId, pageSize });

export const total = jobs.apply(({ length }) => length);
export const completed = jobs.apply((list) => list.filter(({ State }) => State === "COMPLETED").length);
