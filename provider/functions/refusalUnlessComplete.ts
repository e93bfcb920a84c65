import type { GetMailboxExportCoverageResult } from "../coverageModel";
import { MailboxExportGuardError, MailboxExportsError } from "../errors";
import { refusalOf, refusalOfDoubt, waysOn } from "../exports/refusal";

/**
 * Why something must not be deleted yet, by the coverage that `ask` reads; undefined when every mailbox is out. Whatever
 * goes wrong on the way is a reason too: what cannot be learnt must not pass for complete.
 *
 * @internal
 */
export async function refusalUnlessComplete(
  ask: () => Promise<GetMailboxExportCoverageResult>,
  whoRefuses: keyof typeof waysOn,
): Promise<MailboxExportGuardError | undefined> {
  try {
    const coverage = await ask();
    if (coverage.verdict === "complete") return undefined;
    return new MailboxExportGuardError(coverage.verdict, refusalOf(coverage), waysOn[whoRefuses]);
  } catch (error) {
    const reason = error instanceof MailboxExportsError ? error.message : String(error);
    return new MailboxExportGuardError("unknown", refusalOfDoubt(reason), waysOn[whoRefuses], error);
  }
}
