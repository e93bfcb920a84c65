import type { ArchiveProof, ArchiveProofOutcome } from "../../provider/archiveModel";

const place = { bucket: "archives", key: "exports/a.zip" };
const facts = { contentLength: 7, storageClass: "STANDARD" };

/** A proof of each outcome. */
export const proofs: { readonly [Outcome in ArchiveProofOutcome]: ArchiveProof & { readonly outcome: Outcome } } = {
  proven: { outcome: "proven", ...place, ...facts },
  empty: { outcome: "empty", ...place, ...facts, contentLength: 0 },
  wrongKey: { outcome: "wrongKey", ...place, ...facts },
  gone: { outcome: "gone", ...place },
  denied: { outcome: "denied", ...place, because: "S3 refuses it." },
  unreachable: { outcome: "unreachable", ...place, because: "There is no connection." },
  unlocated: { outcome: "unlocated", because: "it has no s3Path" },
};
