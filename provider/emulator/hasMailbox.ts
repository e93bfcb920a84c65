import type { SeedResource, SeedUser } from "./rosterTypes";

/** "The mailbox of a disabled user is kept for 30 days"; whether the edge belongs to them is not documented, here it does. */
const KEPT_AFTER_DISABLING_MS = 30 * 86_400_000;

const ROLES_WITHOUT_MAILBOX = new Set<SeedUser["userRole"]>(["SYSTEM_USER", "REMOTE_USER"]);

type Entity = Pick<SeedUser, "state" | "userRole" | "disabledDate"> | Pick<SeedResource, "state" | "disabledDate">;

/** Whether a user or resource has a mailbox at an instant. @internal */
export function hasMailbox(entity: Entity, nowMs: number): boolean {
  if ("userRole" in entity && ROLES_WITHOUT_MAILBOX.has(entity.userRole)) return false;
  if (entity.state === "DELETED") return false;
  if (entity.state !== "DISABLED" || entity.disabledDate === undefined) return true;
  return nowMs <= Date.parse(entity.disabledDate) + KEPT_AFTER_DISABLING_MS;
}
