// Both sides load the SDK before the clock starts: it is the same for both, and would only hide what differs.
import "@aws-sdk/client-workmail";
import { join } from "node:path";
import { reportRead } from "../report";

// By its path, because the package shows it to nobody: the question without the Pulumi face, whose import of
// @pulumi/pulumi would outweigh in memory all that is to be compared here.
const core = join(__dirname, "../node_modules/pulumi-workmail-exports/dist/functions/getMailboxExportJobs.js");
const { getMailboxExportJobs }: typeof import("../../../provider/functions/getMailboxExportJobs") = require(core);

reportRead(async () => {
  const args = { organizationId: process.env["ORGANIZATION_ID"] };
  const { jobs } = await getMailboxExportJobs(args, {
    environment: process.env,
    warn: console.error,
    now: () => new Date(),
  });
  return jobs;
});
