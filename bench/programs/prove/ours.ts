// Loaded before the clock starts, as in any read: the question is how long the looking takes.
import "@aws-sdk/client-s3";
import { join } from "node:path";
import { reportRead } from "../report";

// By its path, because the package shows it to nobody: the archives alone, without the list of the jobs.
const dist = join(__dirname, "../node_modules/pulumi-workmail-exports/dist");
const { proveJobs }: typeof import("../../../provider/functions/proveJobs") = require(`${dist}/functions/proveJobs.js`);
const { withConnection }: typeof import("../../../provider/functions/withConnection") = require(
  `${dist}/functions/withConnection.js`,
);

const args = { organizationId: `m-${"d".repeat(32)}`, region: "us-east-1", prove: true, proveConcurrency: 16 };
const context = { environment: process.env, warn: console.error, now: () => new Date() };
const jobs = Array.from({ length: Number(process.env["COUNT"]) }, (_, index) => ({
  jobId: `job-${index}`,
  state: "COMPLETED",
  s3BucketName: "archives",
  s3Path: `exports/${index}.zip`,
}));

void withConnection("ListMailboxExportJobs", args, context, (connection) =>
  reportRead(async () => {
    const looked = await proveJobs(connection, jobs, jobs, args, context);
    return looked.filter(({ proof }) => proof?.outcome === "proven");
  }),
);
