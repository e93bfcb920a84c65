import { createHash } from "node:crypto";
import type { Organization } from "./organization";

/** The id of the next job that is started: looks like chance, and is the same in every run of the same requests. @internal */
export function startedJobId({ details, receipts }: Pick<Organization, "details" | "receipts">): string {
  const hex = createHash("sha256").update(`${details.organizationId}\n${receipts.size}`).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}
