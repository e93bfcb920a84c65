import type { ArchiveLocation, ArchiveProof } from "../archiveModel";
import type { S3Connection } from "./connectS3";
import { deniedInWords, unreachableInWords } from "./failureInWords";
import { type HeadAnswer, headArchive } from "./headArchive";
import { toArchiveFacts } from "./toArchiveFacts";

/** What to look for. @internal */
export interface SoughtArchive extends ArchiveLocation {
  /** Looked for where nothing is found under `key`. */
  readonly otherKey?: string;
  /** The key that must encrypt it, where that is known. */
  readonly kmsKeyArn?: string | undefined;
}

/**
 * Looks for an archive with HeadObject. Whatever comes of it is data.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 * @internal
 */
export async function proveArchive(
  s3: S3Connection,
  { bucket, key, otherKey, kmsKeyArn }: SoughtArchive,
  options: { readonly abortSignal: AbortSignal },
): Promise<ArchiveProof> {
  const place = { bucket, key };
  const proof = toProof(place, await headArchive(s3, place, options), kmsKeyArn);
  if (otherKey === undefined || "contentLength" in proof) return proof;
  const otherPlace = { bucket, key: otherKey };
  const other = toProof(otherPlace, await headArchive(s3, otherPlace, options), kmsKeyArn);
  // Gone is said only where both are: what S3 does not let see may be there.
  const otherSaysMore = "contentLength" in other || (proof.outcome === "gone" && other.outcome !== "gone");
  return otherSaysMore ? other : proof;
}

function toProof(place: ArchiveLocation, answer: HeadAnswer, kmsKeyArn: string | undefined): ArchiveProof {
  if ("reason" in answer) return failed(place, answer);
  const facts = toArchiveFacts(answer.head);
  if (facts === undefined) return noAnswerOfS3(place);
  if (facts.contentLength === 0) return { outcome: "empty", ...place, ...facts };
  return { outcome: isOtherKey(kmsKeyArn, facts.sseKmsKeyId) ? "wrongKey" : "proven", ...place, ...facts };
}

/** S3 tells the key by its ARN. One that the job tells by an alias cannot be held against it. */
function isOtherKey(kmsKeyArn: string | undefined, sseKmsKeyId: string | undefined): boolean {
  if (kmsKeyArn === undefined || (kmsKeyArn.includes(":alias/") && sseKmsKeyId !== undefined)) return false;
  return sseKmsKeyId !== kmsKeyArn && !(sseKmsKeyId && kmsKeyArn.endsWith(`:key/${sseKmsKeyId}`));
}

function failed(
  place: ArchiveLocation,
  { reason, status, requestId, deleteMarker }: Extract<HeadAnswer, { reason: unknown }>,
): ArchiveProof {
  if (status === 404 && requestId === undefined) return noAnswerOfS3(place);
  if (status === 404) return { outcome: "gone", ...place, ...(deleteMarker && { deleteMarker }) };
  if (status === 401 || status === 403) return { outcome: "denied", ...place, because: deniedInWords(place) };
  return { outcome: "unreachable", ...place, because: unreachableInWords(place, reason, status) };
}

function noAnswerOfS3(place: ArchiveLocation): ArchiveProof {
  return { outcome: "unreachable", ...place, because: unreachableInWords(place, "malformedResponse") };
}
