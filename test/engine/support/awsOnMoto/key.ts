import type { awsCli } from "../../../support/moto/awsCli";
import type { ResourceKind } from "./resource";

/** A KMS key. Deleting it only appoints a day, as in AWS. */
export function key(aws: ReturnType<typeof awsCli>): ResourceKind {
  const described = async (id: string) => Object(await aws("kms", "describe-key", "--key-id", id)).KeyMetadata;
  return {
    replacedBy: [],
    computed: ["arn", "keyId"],
    async create({ description }) {
      const { KeyMetadata } = Object(await aws("kms", "create-key", "--description", String(description)));
      return { id: KeyMetadata.KeyId, outputs: { arn: KeyMetadata.Arn, keyId: KeyMetadata.KeyId } };
    },
    async read(id) {
      const { KeyState, Description, Arn } = await described(id);
      return KeyState === "PendingDeletion" ? undefined : { description: Description, arn: Arn, keyId: id };
    },
    async update() {
      throw new Error("a key has nothing to update here");
    },
    async delete(id) {
      await aws("kms", "schedule-key-deletion", "--key-id", id);
    },
  };
}
