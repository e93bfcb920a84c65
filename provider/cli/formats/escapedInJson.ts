/**
 * JSON in which these characters, each of one UTF-16 unit, stand as escapes: JSON lets them be, and whoever reads it may
 * not. The value is the same.
 *
 * @internal
 */
export function escapedInJson(json: string, characters: RegExp): string {
  return json.replace(characters, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
