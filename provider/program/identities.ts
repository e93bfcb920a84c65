/**
 * What can make a provider of @pulumi/aws, or a stack's `aws:` configuration, ask as somebody else or somewhere else
 * than a profile says, each with the arguments of ours that take its place.
 */
const replacements = {
  accessKey: ["profile"],
  secretKey: ["profile"],
  token: ["profile"],
  sharedConfigFiles: ["profile"],
  sharedCredentialsFiles: ["profile"],
  assumeRole: ["profile", "assumeRole"],
  assumeRoles: ["profile", "assumeRole"],
  assumeRoleWithWebIdentity: ["profile", "assumeRole"],
  endpoints: ["endpoint"],
} as const satisfies Record<string, readonly string[]>;

/** @internal */
export type OtherIdentity = keyof typeof replacements;

/** @internal */
export const otherIdentities: readonly OtherIdentity[] = [
  "accessKey",
  "secretKey",
  "token",
  "sharedConfigFiles",
  "sharedCredentialsFiles",
  "assumeRole",
  "assumeRoles",
  "assumeRoleWithWebIdentity",
  "endpoints",
];

/** Those of `set` that no argument given takes the place of. @internal */
export function unreplacedIdentities(
  set: readonly OtherIdentity[],
  args: Readonly<Record<string, unknown>>,
): readonly OtherIdentity[] {
  return set.filter((name) => !replacements[name].some((argument) => args[argument] !== undefined));
}
