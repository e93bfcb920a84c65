import type * as sdk from "@aws-sdk/client-s3";
import type { ArchiveLocation } from "../archiveModel";
import { reasonOf } from "../aws/failureReason";
import { foreignError } from "../aws/foreignError";
import type { RequestFailureReason } from "../errors";
import { regionName } from "../regionName";
import type { S3Connection } from "./connectS3";

/** What S3 answers to HeadObject, or how it failed. @internal */
export type HeadAnswer =
  | { readonly head: sdk.HeadObjectCommandOutput }
  | {
      readonly reason: RequestFailureReason;
      readonly status: number | undefined;
      /** S3 gives each answer an id; what stands in between seldom does. */
      readonly requestId: string | undefined;
      readonly deleteMarker: boolean;
    };

/**
 * HeadObject, in the bucket's own region: where S3 names another one than that asked, it is asked there, and the others
 * of that bucket are asked there at once. HEAD reads nothing, so an archived object need not be restored.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 * @internal
 */
export async function headArchive(
  s3: S3Connection,
  { bucket, key }: ArchiveLocation,
  options: { readonly abortSignal: AbortSignal },
): Promise<HeadAnswer> {
  const region = s3.regionOfBucket.get(bucket) ?? s3.region;
  try {
    const command = new s3.sdk.HeadObjectCommand({ Bucket: bucket, Key: key });
    return { head: await s3.clientIn(region).send(command, options) };
  } catch (error) {
    const foreign = foreignError(error);
    const { httpStatus: status, requestId } = foreign;
    const elsewhere = regionIn(headerOf(error, "x-amz-bucket-region"));
    if (namesAnotherRegion(status) && elsewhere !== undefined && mayMove(s3, bucket, region, elsewhere)) {
      s3.regionOfBucket.set(bucket, elsewhere);
      return headArchive(s3, { bucket, key }, options);
    }
    const deleteMarker = headerOf(error, "x-amz-delete-marker") === "true";
    return { reason: reasonOf(foreign), status, requestId, deleteMarker };
  }
}

/** Once a bucket: one that is sent on from its own region would go in circles. */
function mayMove({ regionOfBucket }: S3Connection, bucket: string, asked: string, elsewhere: string): boolean {
  return asked !== elsewhere && (regionOfBucket.get(bucket) ?? elsewhere) === elsewhere;
}

/** What is no name of a region would become a host's. */
function regionIn(header: string | undefined): string | undefined {
  return header !== undefined && regionName.test(header) ? header : undefined;
}

/** 400 is how a region refuses a signature made for another one. */
function namesAnotherRegion(status: number | undefined): boolean {
  return status === 301 || status === 307 || status === 400;
}

/** The answer to HEAD has no body: all it says of a failure stands in the status and the headers. */
function headerOf(error: unknown, name: string): string | undefined {
  const response: unknown = Reflect.get(Object(error), "$response");
  const headers: unknown = Reflect.get(Object(response), "headers");
  const value: unknown = Reflect.get(Object(headers), name);
  return typeof value === "string" ? value : undefined;
}
