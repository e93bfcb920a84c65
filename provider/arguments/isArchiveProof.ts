import type { ArchiveProofOutcome } from "../archiveModel";
import { isPlainObject } from "./isPlainObject";

/** What a proof cannot be without, by its outcome. */
const needed = {
  proven: { bucket: "string", key: "string", contentLength: "number", storageClass: "string" },
  empty: { bucket: "string", key: "string", contentLength: "number", storageClass: "string" },
  wrongKey: { bucket: "string", key: "string", contentLength: "number", storageClass: "string" },
  gone: { bucket: "string", key: "string" },
  denied: { bucket: "string", key: "string", because: "string" },
  unreachable: { bucket: "string", key: "string", because: "string" },
  unlocated: { because: "string" },
} as const satisfies Record<ArchiveProofOutcome, Readonly<Record<string, "string" | "number">>>;

/** What it can have besides. */
const optional = {
  etag: "string",
  versionId: "string",
  lastModified: "string",
  sseKmsKeyId: "string",
  objectLockMode: "string",
  objectLockRetainUntilDate: "string",
  objectLockLegalHoldStatus: "string",
  restoreStatus: "object",
  deleteMarker: "boolean",
  overwrittenBy: "string",
} as const;

/** Whether a value that was in a state or a program can be the proof of an archive. @internal */
export function isArchiveProof(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  const { outcome } = value;
  if (typeof outcome !== "string" || !isOutcome(outcome)) return false;
  if (!Object.entries(needed[outcome]).every(([member, type]) => typeof value[member] === type)) return false;
  return Object.entries(optional).every(([member, type]) => ["undefined", type].includes(typeof value[member]));
}

function isOutcome(outcome: string): outcome is ArchiveProofOutcome {
  return Object.hasOwn(needed, outcome);
}
