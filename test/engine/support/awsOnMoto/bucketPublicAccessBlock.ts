import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { orAbsent } from "./absent";
import { toPulumi, toS3 } from "./names";
import type { Properties, ResourceKind } from "./resource";

export function bucketPublicAccessBlock(s3: S3Client): ResourceKind {
  const put = async (Bucket: string, { bucket: _, ...settings }: Properties) => {
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: Object(toS3(settings)) }));
  };
  return {
    replacedBy: ["bucket"],
    computed: [],
    async create(inputs) {
      const id = String(inputs["bucket"]);
      await put(id, inputs);
      return { id };
    },
    async read(id) {
      const command = new GetPublicAccessBlockCommand({ Bucket: id });
      const found = await orAbsent(s3.send(command), "NoSuchPublicAccessBlockConfiguration");
      return found && { bucket: id, ...Object(toPulumi(found.PublicAccessBlockConfiguration)) };
    },
    update: put,
    async delete(id) {
      await s3.send(new DeletePublicAccessBlockCommand({ Bucket: id }));
    },
  };
}
