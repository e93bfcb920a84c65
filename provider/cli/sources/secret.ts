import { isPlainObject } from "../../arguments/isPlainObject";

/** The member by which Pulumi marks what is no plain value, and the mark of a secret. */
const signature = "4dabf18193072939515e22adb298388d";
const secretMark = "1b47061264138c4ac30d75fd1eb44270";

/** What `pulumi stack output` prints in the place of a secret. @internal */
export const hiddenOutput = "[secret]";

/** A value in it is encrypted, and so none of it can be relied on. @internal */
export class EncryptedError extends Error {}

/**
 * A value of a stack's state with its secrets in clear, where `--show-secrets` put them there.
 *
 * @throws EncryptedError
 * @internal
 */
export function inClear(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inClear);
  if (!isPlainObject(value)) return value;
  if (value[signature] !== secretMark) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inClear(member)]));
  }
  const { plaintext } = value;
  if (typeof plaintext !== "string") throw new EncryptedError();
  return inClear(JSON.parse(plaintext));
}
