// Both sides load the SDK before the clock starts: it is the same for both, and would only hide what differs.
import "@aws-sdk/client-workmail";
import { join } from "node:path";
import { reportRead } from "../report";

// By its path, because the package shows it to nobody: the question without the Pulumi face.
const core = join(__dirname, "../node_modules/pulumi-workmail-exports/dist/functions/getMailboxExportCoverage.js");
const { getMailboxExportCoverage }: typeof import("../../../provider/functions/getMailboxExportCoverage") =
  require(core);

reportRead(async () => {
  const args = { organizationId: process.env["ORGANIZATION_ID"] };
  const context = { environment: process.env, warn: console.error, now: () => new Date() };
  const { mailboxes, withoutMailbox } = await getMailboxExportCoverage(args, context);
  return [...mailboxes, ...withoutMailbox];
});
