import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { awsCli } from "./awsCli";
import { type Credentials, root } from "./credentials";

/** A statement of an IAM policy. */
export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const policy = (Statement: readonly Statement[]) => JSON.stringify({ Version: "2012-10-17", Statement });

/** A user of the account 123456789012 with these rights, as the key that it signs with. To be made before IAM is enforced. */
export async function createUser(url: string, name: string, statements: readonly Statement[]): Promise<Credentials> {
  const aws = awsCli(url);
  const user = ["--user-name", name];
  await aws("iam", "create-user", ...user);
  await aws("iam", "put-user-policy", ...user, "--policy-name", "all", "--policy-document", policy(statements));
  const { AccessKey } = (await aws("iam", "create-access-key", ...user)) as {
    AccessKey: { AccessKeyId: string; SecretAccessKey: string };
  };
  return { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
}

/** Somebody of another account, who may do everything there. To be made before IAM is enforced. */
export async function foreigner(url: string, accountId = "222222222222"): Promise<Credentials> {
  const name = "foreigner";
  const credentials = await fromTemporaryCredentials({
    params: { RoleArn: `arn:aws:iam::${accountId}:role/${name}`, RoleSessionName: "test" },
    masterCredentials: root,
    clientConfig: { endpoint: url, region: "us-east-1", credentials: root },
  })();
  const aws = awsCli(url, { credentials });
  const role = ["--role-name", name];
  await aws("iam", "create-role", ...role, "--assume-role-policy-document", policy([]));
  const everything = policy([{ Effect: "Allow", Action: "*", Resource: "*" }]);
  await aws("iam", "put-role-policy", ...role, "--policy-name", "all", "--policy-document", everything);
  return credentials;
}
