/** @internal */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/**
 * `undefined` stands for a member that is left out, as JSON.stringify does.
 * @internal
 */
export interface JsonObject {
  readonly [member: string]: Json | undefined;
}

/** @internal */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How a received value is shown in an error: short, and never more than a line. @internal */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
