import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type PutObjectCommandOutput,
  RestoreObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";

interface BucketOptions {
  readonly region?: string;
  readonly versioned?: boolean;
  /** Takes in `versioned`, as in S3. */
  readonly objectLock?: boolean;
  /** The key that encrypts what is put without a word about it. */
  readonly kmsKeyArn?: string;
}

/** A bucket. Its name has 3 letters or more. */
export async function createBucket(client: S3Client, Bucket: string, options: BucketOptions = {}): Promise<void> {
  const { region = "us-east-1", versioned = false, objectLock, kmsKeyArn } = options;
  await client.send(
    new CreateBucketCommand({
      Bucket,
      ObjectLockEnabledForBucket: objectLock,
      // S3 has no name for us-east-1 here.
      ...(region !== "us-east-1" && {
        CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
      }),
    }),
  );
  if (versioned) {
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
  }
  if (kmsKeyArn !== undefined) {
    const ApplyServerSideEncryptionByDefault = { SSEAlgorithm: "aws:kms", KMSMasterKeyID: kmsKeyArn } as const;
    const ServerSideEncryptionConfiguration = { Rules: [{ ApplyServerSideEncryptionByDefault }] };
    await client.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
  }
}

interface ArchiveOptions extends Omit<PutObjectCommandInput, "Bucket" | "Key" | "Body"> {
  /** How large it is: 1 by default. */
  readonly bytes?: number;
  /** The key that encrypts it, as WorkMail does. */
  readonly kmsKeyArn?: string;
}

/** An object where an archive is to be. All options of PutObject may be added: StorageClass, ObjectLockMode, … */
export function putArchive(
  client: S3Client,
  Bucket: string,
  Key: string,
  { bytes = 1, kmsKeyArn, ...options }: ArchiveOptions = {},
): Promise<PutObjectCommandOutput> {
  const encryption = kmsKeyArn && { ServerSideEncryption: "aws:kms" as const, SSEKMSKeyId: kmsKeyArn };
  return client.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.alloc(bytes), ...encryption, ...options }));
}

/** Deletes an object. In a versioned bucket a delete marker then covers it. */
export async function deleteArchive(client: S3Client, Bucket: string, Key: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket, Key }));
}

/** Asks an object of a Glacier class back, for some days. In moto it is there at once. */
export async function restoreArchive(client: S3Client, Bucket: string, Key: string, Days: number): Promise<void> {
  await client.send(new RestoreObjectCommand({ Bucket, Key, RestoreRequest: { Days } }));
}
