import type { awsCli } from "../../../support/moto/awsCli";
import { orAbsent } from "./absent";
import type { Properties, ResourceKind } from "./resource";

export function role(aws: ReturnType<typeof awsCli>): ResourceKind {
  const named = (name: unknown) => ["--role-name", String(name)];
  return {
    named: "name",
    replacedBy: ["name", "description"],
    computed: ["arn"],
    async create({ name, assumeRolePolicy, description }) {
      const text = ["--assume-role-policy-document", String(assumeRolePolicy), "--description", String(description)];
      const { Role } = Object(await aws("iam", "create-role", ...named(name), ...text));
      return { id: String(name), outputs: { arn: Role.Arn } };
    },
    async read(id): Promise<Properties | undefined> {
      const found = await orAbsent(aws("iam", "get-role", ...named(id)), "NoSuchEntity");
      if (found === undefined) return undefined;
      const { Arn, Description, AssumeRolePolicyDocument } = Object(found).Role;
      const assumeRolePolicy = JSON.stringify(AssumeRolePolicyDocument);
      return { name: id, arn: Arn, description: Description, assumeRolePolicy };
    },
    async update(id, { assumeRolePolicy }) {
      await aws("iam", "update-assume-role-policy", ...named(id), "--policy-document", String(assumeRolePolicy));
    },
    async delete(id) {
      await aws("iam", "delete-role", ...named(id));
    },
  };
}
