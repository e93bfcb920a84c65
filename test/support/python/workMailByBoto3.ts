import { join } from "node:path";
import { runProgram } from "../builtCommand";
import { pythonEnvironment } from "./pythonEnvironment";

/** A record as AWS names its members. */
export type AwsRecord = Readonly<Record<string, unknown>>;

/** The lists that can be asked for, each with the member that holds it. */
const members = {
  list_mailbox_export_jobs: "Jobs",
  list_users: "Users",
  list_resources: "Resources",
  list_organizations: "OrganizationSummaries",
} as const;

/**
 * Every record of a list, as boto3 reads it, which nobody here wrote: times are RFC 3339 in UTC. With `describe` with the
 * details of each job.
 */
export async function workMailByBoto3(
  endpoint: string,
  operation: keyof typeof members,
  parameters: Readonly<Record<string, string | number>>,
  { describe = false } = {},
): Promise<readonly AwsRecord[]> {
  const python = await pythonEnvironment({ log: (line) => process.stderr.write(`${line}\n`) });
  const stdin = JSON.stringify({ endpoint, operation, member: members[operation], parameters, describe });
  const env = { PATH: process.env["PATH"] ?? "", AWS_CONFIG_FILE: "/dev/null", AWS_EC2_METADATA_DISABLED: "true" };
  const script = join(__dirname, "workMailByBoto3.py");
  const { exitCode, stdout, stderr } = await runProgram([python, "-I", script], { env, stdin });
  if (exitCode !== 0) throw new Error(`boto3, ${operation}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}
