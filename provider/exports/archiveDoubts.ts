import type { ArchiveDoubt } from "../coverageModel";

/** The doubts about an archive: each is a finding of its own. @internal */
export const archiveDoubts = [
  "archiveDenied",
  "archiveUnreachable",
  "archiveUnlocated",
] as const satisfies readonly ArchiveDoubt[];

/** @internal */
export function isArchiveDoubt(doubt: string): doubt is ArchiveDoubt {
  return archiveDoubts.some((each) => each === doubt);
}
