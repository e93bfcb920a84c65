import { isPlainObject } from "../../arguments/isPlainObject";
import { CliError, EXIT } from "../exit";
import { jsonObject } from "../settings/jsonFile";
import { type Remembered, toJobs } from "./remembered";
import { hiddenOutput } from "./secret";

/**
 * The jobs among a stack's outputs, as `pulumi stack output --json` prints them, wherever in them: what a function or a
 * resource of this package gave (`organizationId`, `region`, and `jobs` or `jobsById`), and bare lists of jobs. Outputs that
 * are secret and not shown are warned of.
 *
 * @throws CliError, InvalidArgumentsError: when there are none
 * @internal
 */
export function jobsInOutputs(file: string, text: string, warn: (message: string) => void): readonly Remembered[] {
  const outputs = jsonObject("the stack's outputs", file, text);
  const hidden = Object.keys(outputs).filter((name) => holdsHidden(outputs[name]));
  const found = Object.entries(outputs).flatMap(([name, value]) => jobsIn(`${file}: ${name}`, value));
  if (found.length > 0) {
    if (hidden.length > 0) warn(`the stack's outputs ${file}: ${secretIn(hidden)}`);
    return found;
  }
  throw new CliError(
    `the stack's outputs ${file} have no mailbox export jobs in them: ${hidden.length > 0 ? secretIn(hidden) : whatToExport}`,
    EXIT.usage,
  );
}

const whatToExport = "export the jobs, the result of getMailboxExportJobs, or a MailboxExportJobs as an output";

function secretIn(hidden: readonly string[]): string {
  const which = hidden.length === 1 ? "is secret, and jobs in it are" : "are secret, and jobs in them are";
  return `${hidden.join(", ")} ${which} not seen; \`pulumi stack output --json --show-secrets\` shows them`;
}

function holdsHidden(value: unknown): boolean {
  if (value === hiddenOutput) return true;
  if (Array.isArray(value)) return value.some(holdsHidden);
  return isPlainObject(value) && Object.values(value).some(holdsHidden);
}

/** Whose the jobs are, as the object says that they stand in. */
type Owner = Pick<Remembered, "organizationId" | "region">;

const nobody: Owner = { organizationId: undefined, region: undefined };

function jobsIn(place: string, value: unknown, owner: Owner = nobody): readonly Remembered[] {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isJob)) return [{ by: "stack", ...owner, jobs: toJobs(place, value) }];
    return value.flatMap((member, index) => jobsIn(`${place}[${index}]`, member, owner));
  }
  if (!isPlainObject(value)) return [];
  const own = ownerOf(value) ?? owner;
  const ledger = value["jobsById"];
  if (own.organizationId !== undefined && isPlainObject(ledger)) {
    return [{ by: "stack", ...own, jobs: toJobs(place, withIds(ledger)) }];
  }
  // An organization that has no jobs is known to have none.
  if (own !== owner && Array.isArray(value["jobs"])) {
    return [{ by: "stack", ...own, jobs: toJobs(place, value["jobs"]) }];
  }
  return Object.entries(value).flatMap(([name, member]) => jobsIn(`${place}.${name}`, member, own));
}

function isJob(value: unknown): boolean {
  return isPlainObject(value) && typeof value["jobId"] === "string";
}

function ownerOf({ organizationId, region }: Readonly<Record<string, unknown>>): Owner | undefined {
  if (typeof organizationId !== "string") return undefined;
  return { organizationId, region: typeof region === "string" ? region : undefined };
}

function withIds(jobsById: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(jobsById).map(([jobId, job]) => (isPlainObject(job) ? { ...job, jobId } : job));
}
