import {
  LimitExceededException,
  paginateListMailboxExportJobs,
  StartMailboxExportJobCommand,
  WorkMailClient,
} from "@aws-sdk/client-workmail";
import { ORGANIZATION_ID } from "./sampleWorkMail";

/** Who starts exports, so that the requests of Pulumi can be told from these. */
export const ADMINISTRATOR = "administrator";

/** Somebody who works with WorkMail itself, with the AWS SDK and without Pulumi. */
export class Administrator {
  readonly #client: WorkMailClient;

  constructor(endpoint: string) {
    const credentials = { accessKeyId: ADMINISTRATOR, secretAccessKey: "demo" };
    // What is refused because ten exports run is refused a second time too.
    this.#client = new WorkMailClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
  }

  /** Starts the exports of mailboxes in turn, until WorkMail takes no more at a time. Gives how many it took. */
  async startWhatFits(mailboxes: readonly string[]): Promise<number> {
    for (const [index, mailbox] of mailboxes.entries()) {
      if (!(await this.#start(mailbox))) return index;
    }
    return mailboxes.length;
  }

  /** How many jobs WorkMail lists. */
  async listed(): Promise<number> {
    let count = 0;
    const pages = paginateListMailboxExportJobs({ client: this.#client }, { OrganizationId: ORGANIZATION_ID });
    for await (const { Jobs = [] } of pages) count += Jobs.length;
    return count;
  }

  close(): void {
    this.#client.destroy();
  }

  async #start(mailbox: string): Promise<boolean> {
    try {
      await this.#client.send(new StartMailboxExportJobCommand({ ...where, EntityId: mailbox }));
      return true;
    } catch (error) {
      if (error instanceof LimitExceededException) return false;
      throw error;
    }
  }
}

const where = {
  OrganizationId: ORGANIZATION_ID,
  RoleArn: "arn:aws:iam::111122223333:role/workmail-exports",
  KmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/5a5a5a5a-5a5a-4a5a-8a5a-5a5a5a5a5a5a",
  S3BucketName: "workmail-exports",
  S3Prefix: "exports",
};
