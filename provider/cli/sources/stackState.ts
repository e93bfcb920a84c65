import { isPlainObject } from "../../arguments/isPlainObject";
import { readRules } from "../../arguments/readRules";
import { MailboxExportsError } from "../../errors";
import { jobsOfState } from "../../resources/ledgerState";
import { CliError, EXIT } from "../exit";
import { jsonObject } from "../settings/jsonFile";
import { type Remembered, toJobs } from "./remembered";
import { EncryptedError, inClear } from "./secret";

/** The resources that remember jobs, by the end of their type. */
const remembering = /(^|\/)workmail-exports:(index:)?(MailboxExportJobs|MailboxExportGuard)$/;

/**
 * The jobs that a stack's resources remember, as `pulumi stack export` prints them: one entry a resource.
 *
 * @throws CliError, InvalidArgumentsError: when it is something else, or encrypted, or has no such resource
 * @internal
 */
export function jobsInState(file: string, text: string): readonly Remembered[] {
  const state = jsonObject("the stack's state", file, text);
  const found = resourcesOf(file, state).filter(isRemembering);
  if (found.length > 0) return found.map((resource) => rememberedBy(file, resource));
  throw new CliError(
    `the stack's state ${file} has no MailboxExportJobs and no MailboxExportGuard, and so it remembers no jobs: ` +
      "see whether it is the right stack",
    EXIT.usage,
  );
}

interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly outputs: Readonly<Record<string, unknown>>;
}

function resourcesOf(file: string, { deployment, checkpoint }: Record<string, unknown>): readonly unknown[] {
  if (isPlainObject(deployment) && Array.isArray(deployment["resources"])) return deployment["resources"];
  // A stack that was never updated has none.
  if (isPlainObject(deployment) && deployment["resources"] === undefined && "manifest" in deployment) return [];
  const what = checkpoint === undefined ? "" : " (it is a checkpoint, as a backend keeps it)";
  throw new CliError(
    `the stack's state ${file} is not what \`pulumi stack export\` prints${what}: it has no deployment with resources`,
    EXIT.usage,
  );
}

function isRemembering(resource: unknown): resource is Resource {
  return (
    isPlainObject(resource) &&
    typeof resource["urn"] === "string" &&
    typeof resource["type"] === "string" &&
    remembering.test(resource["type"]) &&
    isPlainObject(resource["outputs"])
  );
}

function rememberedBy(file: string, { urn, outputs }: Resource): Remembered {
  const { organizationId, region, jobsById } = clear(file, urn, outputs);
  if (
    typeof organizationId !== "string" ||
    !readRules.organizationId.accepts(organizationId) ||
    typeof region !== "string"
  ) {
    throw new CliError(`the stack's state ${file}: ${urn} does not say whose jobs it remembers`, EXIT.usage);
  }
  return { by: "stack", organizationId, region, jobs: toJobs(`${file}: ${urn}`, ledgerOf(file, jobsById)) };
}

/** Only what is used: what else is encrypted there is nobody's business here. */
function clear(file: string, urn: string, { organizationId, region, jobsById }: Resource["outputs"]) {
  try {
    return {
      organizationId: inClear(organizationId),
      region: inClear(region),
      jobsById: inClear(jobsById),
    };
  } catch (cause) {
    if (!(cause instanceof EncryptedError)) throw cause;
    throw new CliError(
      `the stack's state ${file}: what ${urn} remembers is encrypted. Use \`pulumi stack export --show-secrets\`; ` +
        "the file then holds every secret of the stack in clear.",
      EXIT.usage,
      { cause },
    );
  }
}

function ledgerOf(file: string, jobsById: unknown): readonly unknown[] {
  try {
    return jobsOfState(jobsById);
  } catch (cause) {
    if (!(cause instanceof MailboxExportsError)) throw cause;
    throw new CliError(`the stack's state ${file}: ${cause.message}`, EXIT.usage, { cause });
  }
}
