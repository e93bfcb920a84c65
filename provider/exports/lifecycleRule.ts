import { createHash } from "node:crypto";
import { inOrder } from "../arguments/lifecycleTransitions";
import type { ExportLifecyclePolicy, ExportLifecycleRule } from "../lifecycleModel";

/** 64 bits: that two of a thousand prefixes meet is less likely than that the disk lies. */
const idDigits = 16;

/** The rule that does with all under `prefix` what the policy says. Its id depends on the prefix alone. @internal */
export function lifecycleRule(prefix: string, policy: ExportLifecyclePolicy): ExportLifecycleRule {
  const { transitions, expirationDays, noncurrentVersionExpirationDays, abortIncompleteMultipartUploadDays } = policy;
  return {
    id: `${policy.idPrefix ?? "workmail-export"}-${createHash("sha256").update(prefix).digest("hex").slice(0, idDigits)}`,
    status: "Enabled",
    filter: { prefix },
    ...(transitions !== undefined && {
      transitions: inOrder(transitions).map(({ days, storageClass }) => ({ days, storageClass })),
    }),
    ...(expirationDays !== undefined && { expiration: { days: expirationDays } }),
    ...(noncurrentVersionExpirationDays !== undefined && {
      noncurrentVersionExpiration: { noncurrentDays: noncurrentVersionExpirationDays },
    }),
    ...(abortIncompleteMultipartUploadDays !== undefined && {
      abortIncompleteMultipartUpload: { daysAfterInitiation: abortIncompleteMultipartUploadDays },
    }),
  };
}
