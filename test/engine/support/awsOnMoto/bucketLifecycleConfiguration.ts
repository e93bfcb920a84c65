import {
  DeleteBucketLifecycleCommand,
  GetBucketLifecycleConfigurationCommand,
  PutBucketLifecycleConfigurationCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { lifecycleRefusals } from "../../../support/moto/lifecycleRefusals";
import { orAbsent } from "./absent";
import { toPulumi, toS3 } from "./names";
import type { Properties, ResourceKind } from "./resource";

/** Refuses what S3 refuses; moto would take almost anything. */
export function bucketLifecycleConfiguration(s3: S3Client): ResourceKind {
  const put = async (Bucket: string, { rules }: Properties) => {
    const LifecycleConfiguration = Object({ Rules: toS3(rules ?? []) });
    const refusals = lifecycleRefusals(LifecycleConfiguration.Rules);
    if (refusals.length > 0) throw new Error(`S3 would refuse this configuration: ${refusals.join("; ")}`);
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
  };
  return {
    replacedBy: ["bucket"],
    computed: ["transitionDefaultMinimumObjectSize"],
    async create(inputs) {
      const id = String(inputs["bucket"]);
      await put(id, inputs);
      return { id, outputs: { transitionDefaultMinimumObjectSize: "all_storage_classes_128K" } };
    },
    async read(id) {
      const command = new GetBucketLifecycleConfigurationCommand({ Bucket: id });
      const found = await orAbsent(s3.send(command), "NoSuchLifecycleConfiguration", "NoSuchBucket");
      return found && { bucket: id, rules: toPulumi(found.Rules) };
    },
    update: put,
    async delete(id) {
      await s3.send(new DeleteBucketLifecycleCommand({ Bucket: id }));
    },
  };
}
