import { awsCli } from "../../../support/moto/awsCli";
import { s3ClientFor } from "../../../support/moto/s3ClientFor";
import { bucket } from "./bucket";
import { bucketLifecycleConfiguration } from "./bucketLifecycleConfiguration";
import { bucketPublicAccessBlock } from "./bucketPublicAccessBlock";
import { bucketVersioning } from "./bucketVersioning";
import { key } from "./key";
import type { ResourceKind } from "./resource";
import { role } from "./role";
import { rolePolicy } from "./rolePolicy";

/** The resources that there are: S3's by the SDK, the others by the AWS CLI. */
export function kinds(url: string): Readonly<Record<string, ResourceKind>> {
  const [s3, aws] = [s3ClientFor(url), awsCli(url)];
  return {
    "aws:s3/bucket:Bucket": bucket(s3),
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": bucketLifecycleConfiguration(s3),
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": bucketPublicAccessBlock(s3),
    "aws:s3/bucketVersioning:BucketVersioning": bucketVersioning(s3),
    "aws:kms/key:Key": key(aws),
    "aws:iam/role:Role": role(aws),
    "aws:iam/rolePolicy:RolePolicy": rolePolicy(aws),
  };
}
