import {
  type BucketVersioningStatus,
  GetBucketVersioningCommand,
  PutBucketVersioningCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Properties, ResourceKind } from "./resource";

export function bucketVersioning(s3: S3Client): ResourceKind {
  const put = async (Bucket: string, Status: BucketVersioningStatus) => {
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
  };
  const asked = ({ versioningConfiguration }: Properties): BucketVersioningStatus =>
    Object(versioningConfiguration).status;
  return {
    replacedBy: ["bucket"],
    computed: [],
    async create(inputs) {
      const id = String(inputs["bucket"]);
      await put(id, asked(inputs));
      return { id };
    },
    async read(id) {
      const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket: id }));
      return Status && { bucket: id, versioningConfiguration: { status: Status } };
    },
    update: (id, inputs) => put(id, asked(inputs)),
    delete: (id) => put(id, "Suspended"),
  };
}
