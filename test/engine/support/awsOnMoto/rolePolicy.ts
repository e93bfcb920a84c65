import type { awsCli } from "../../../support/moto/awsCli";
import { orAbsent } from "./absent";
import type { Properties, ResourceKind } from "./resource";

/** Its id is `ROLE:NAME`, as the plugin's. */
export function rolePolicy(aws: ReturnType<typeof awsCli>): ResourceKind {
  const named = (id: string) => {
    const [role = "", name = ""] = id.split(":");
    return ["--role-name", role, "--policy-name", name];
  };
  const put = async (id: string, { policy }: Properties) => {
    await aws("iam", "put-role-policy", ...named(id), "--policy-document", String(policy));
  };
  return {
    named: "name",
    replacedBy: ["name", "role"],
    computed: [],
    async create(inputs) {
      const id = `${inputs["role"]}:${inputs["name"]}`;
      await put(id, inputs);
      return { id };
    },
    async read(id) {
      const found = await orAbsent(aws("iam", "get-role-policy", ...named(id)), "NoSuchEntity");
      return found === undefined ? undefined : { policy: JSON.stringify(Object(found).PolicyDocument) };
    },
    update: put,
    async delete(id) {
      await aws("iam", "delete-role-policy", ...named(id));
    },
  };
}
