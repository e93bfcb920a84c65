import { CreateBucketCommand, DeleteBucketCommand, HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";
import { orAbsent } from "./absent";
import type { ResourceKind } from "./resource";

/** It has no arguments here but its name. */
export function bucket(s3: S3Client): ResourceKind {
  const outputs = (name: string) => ({ bucket: name, arn: `arn:aws:s3:::${name}`, region: "us-east-1" });
  return {
    named: "bucket",
    replacedBy: ["bucket"],
    computed: ["arn", "region"],
    async create({ bucket: name }) {
      const Bucket = String(name);
      await s3.send(new CreateBucketCommand({ Bucket }));
      return { id: Bucket, outputs: outputs(Bucket) };
    },
    async read(id) {
      const found = await orAbsent(s3.send(new HeadBucketCommand({ Bucket: id })), "NotFound");
      return found && outputs(id);
    },
    async update() {
      throw new Error("a bucket has nothing to update here");
    },
    async delete(id) {
      await s3.send(new DeleteBucketCommand({ Bucket: id }));
    },
  };
}
