import { join } from "node:path";
import type { MailboxExportJob } from "../../../provider/model";

// By its path: the rule alone, since the whole package would load Pulumi.
const dist = join(__dirname, "../node_modules/pulumi-workmail-exports/dist/exports/exportLifecycleRules.js");
const { exportLifecycleRules }: typeof import("../../../provider/exports/exportLifecycleRules") = require(dist);

/** How many rules the jobs get; none where they would need more than S3 takes, which is known only when it is all done. */
export function rulesOf(jobs: readonly MailboxExportJob[]): number {
  try {
    return exportLifecycleRules(jobs, { expirationDays: 365 }).length;
  } catch (error) {
    if (/rules would be needed/.test(String(error))) return 0;
    throw error;
  }
}
