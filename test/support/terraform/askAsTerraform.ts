import { runProgram } from "../builtCommand";

/** What Terraform would make of a run: the `result` of the data source, or what it shows as the error. */
export type TerraformOutcome =
  | { readonly result: Readonly<Record<string, string>> }
  | { readonly error: string; readonly exitCode: number; readonly stdout: string };

/**
 * Asks a program as the `external` data source of Terraform does: without a shell, the query as JSON on stdin, then its
 * end; and takes its answer as that does.
 *
 * @see https://github.com/hashicorp/terraform-provider-external/blob/main/internal/provider/data_source.go
 */
export async function askAsTerraform(
  program: readonly string[],
  query: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string>>,
): Promise<TerraformOutcome> {
  const { exitCode, stdout, stderr } = await runProgram(program, { env, stdin: goJson(query) });
  if (exitCode !== 0) {
    return { error: stderr === "" ? "it returned no additional error messaging" : stderr, exitCode, stdout };
  }
  const result: unknown = JSON.parse(stdout);
  if (isMapOfStrings(result)) return { result };
  throw new Error(`Unexpected External Program Results: ${stdout}`);
}

/** As Go writes a map: its keys sorted, and what could be markup as an escape. */
function goJson(query: Readonly<Record<string, unknown>>): string {
  const sorted = Object.fromEntries(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
  const escapes = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(sorted).replace(/[<>&\u2028\u2029]/g, escapes);
}

/** What Go's `map[string]string` takes; but for null, which it takes for an empty text and we never mean. */
function isMapOfStrings(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((member) => typeof member === "string")
  );
}
