import type { MailboxExportJob } from "../model";
import { type LocationAnswer, locate } from "./locate";
import { plainLine } from "./plainText";

/** S3 has no longer keys, in bytes of UTF-8. */
const longestKey = 1024;

/**
 * Where the archive of an eligible job is, for a rule that is to match it: where it was seen in S3, else where the job
 * tells. A rule for an empty key would be one for the whole bucket, and one for a folder for all that is in there.
 *
 * @internal
 */
export function archiveToRule(job: MailboxExportJob): LocationAnswer {
  const located = job.proof?.outcome === "proven" ? job.proof : locate(job);
  if ("problem" in located) return located;
  const { bucket, key } = located;
  if (key === "" || key.endsWith("/")) return { problem: `its key '${plainLine(key)}' names no file` };
  // The configuration goes as XML, which cannot hold all of these.
  if (!key.isWellFormed() || /\p{Cc}/u.test(key)) {
    return { problem: `its key '${plainLine(key)}' has characters that no rule can hold` };
  }
  const bytes = Buffer.byteLength(key);
  if (bytes > longestKey) return { problem: `its key is ${bytes} bytes long, and S3 has none above ${longestKey}` };
  return { bucket, key };
}
