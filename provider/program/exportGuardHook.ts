import * as pulumi from "@pulumi/pulumi";
import { checkArguments } from "../arguments/checkArguments";
import { getCoverageRules } from "../arguments/coverageRules";
import { InvalidArgumentsError, MailboxExportsError } from "../errors";
import { refusalUnlessComplete } from "../functions/refusalUnlessComplete";
import { askInTurn } from "./functionForms";
import { coverageQuestion, type GetMailboxExportCoverageOptions } from "./getMailboxExportCoverage";
import type { GetMailboxExportCoverageOutputArgs } from "./inputs";
import { markedForPulumi } from "./withoutStackTrace";

/**
 * A hook for `beforeDelete` that refuses the delete of the resource it is given to while a mailbox of the organization is
 * not exported, or while that cannot be learnt: for those who destroy with `pulumi destroy --run-program`. It keeps
 * nothing; {@link MailboxExportGuard} needs no program, and remembers.
 *
 * ```ts
 * const exportJobs = new MailboxExportJobs("exports", { organizationId });
 * const beforeDelete = [exportGuardHook("mail-is-out", { organizationId, jobs: exportJobs.jobs })];
 * new aws.workmail.Organization("organization", organizationArgs, { hooks: { beforeDelete } });
 * ```
 *
 * It needs @pulumi/pulumi 3.182.0 or newer. The way past it is to take the hook out of the program and run `pulumi up`.
 *
 * @param name A name that no other hook of the program has: the state holds it.
 * @param args What counts as exported, and the jobs that are remembered; outputs are waited for.
 * @param opts `provider` takes an `aws.Provider`, for its region and profile.
 * @throws MailboxExportGuardError as the failure of the delete.
 * @public
 */
export function exportGuardHook(
  name: string,
  args: GetMailboxExportCoverageOutputArgs,
  opts: GetMailboxExportCoverageOptions = {},
): pulumi.ResourceHook {
  requireHooks();
  requireKnownArguments(args);
  return new pulumi.ResourceHook(name, async () => {
    const refusal = await refusalUnlessComplete(() => askInTurn(coverageQuestion, args, opts, notKnown), "hook");
    if (refusal !== undefined) throw markedForPulumi(refusal);
  });
}

function notKnown(): never {
  throw new MailboxExportsError("an argument of the hook is not known in this run");
}

function requireHooks(): void {
  if (typeof pulumi.ResourceHook === "function") return;
  throw markedForPulumi(
    new MailboxExportsError("exportGuardHook needs @pulumi/pulumi 3.182.0 or newer: npm update it"),
  );
}

/** On the day of the delete it would be late to learn that an argument is wrong; outputs are judged then. */
function requireKnownArguments(args: unknown): void {
  const isLater = (value: unknown) => pulumi.Output.isInstance(value) || value instanceof Promise;
  const failures = checkArguments(args, getCoverageRules, isLater);
  if (failures.length > 0) throw markedForPulumi(new InvalidArgumentsError("exportGuardHook", failures));
}
