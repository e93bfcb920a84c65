import type { ConnectionArgs } from "../model";
import { withoutUndefined } from "../withoutUndefined";

type CredentialProviders = typeof import("@aws-sdk/credential-providers");

// Loaded on first use, so that importing the package stays cheap. Not import(): that takes about twice as long.
const loadCredentialProviders = (): CredentialProviders => require("@aws-sdk/credential-providers");

/** Undefined leaves it to the SDK's own chain. @internal */
export function credentialsOf({ assumeRole, profile }: ConnectionArgs, region: string | undefined) {
  if (!assumeRole && !profile) return undefined;
  const { fromIni, fromNodeProviderChain, fromTemporaryCredentials } = loadCredentialProviders();
  // The chain takes a profile too, but means to let keys in the environment go before it one day.
  const own = profile ? fromIni({ profile }) : fromNodeProviderChain();
  if (!assumeRole) return own;
  return fromTemporaryCredentials({
    masterCredentials: own,
    params: {
      RoleArn: assumeRole.roleArn,
      RoleSessionName: assumeRole.sessionName ?? "pulumi-workmail-exports",
      DurationSeconds: assumeRole.durationSeconds ?? 3600,
      ...withoutUndefined({ ExternalId: assumeRole.externalId }),
    },
    clientConfig: withoutUndefined({ region, profile }),
  });
}
