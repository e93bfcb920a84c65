/**
 * What can make a provider of @pulumi/aws, or a stack's `aws:` configuration, ask as somebody else or somewhere else
 * than a profile says.
 */
const names = [
  "accessKey",
  "secretKey",
  "token",
  "sharedConfigFiles",
  "sharedCredentialsFiles",
  "assumeRole",
  "assumeRoles",
  "assumeRoleWithWebIdentity",
  "endpoints",
] as const;

/** @internal */
export type OtherIdentity = (typeof names)[number];

/** @internal */
export const otherIdentities: readonly OtherIdentity[] = names;

/** The arguments of ours that take the place of each. */
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
} as const satisfies Record<OtherIdentity, readonly string[]>;

/** Those of `set` that no argument given takes the place of. @internal */
export function unreplacedIdentities(
  set: readonly OtherIdentity[],
  args: Readonly<Record<string, unknown>>,
): readonly OtherIdentity[] {
  return set.filter((name) => !replacements[name].some((argument) => args[argument] !== undefined));
}

/** What to do about an identity that is not taken over. @internal */
export function adviceFor(name: OtherIdentity): string {
  return `for ${name}, give the argument ${replacements[name].join(" or ")}`;
}
