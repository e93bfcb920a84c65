import { checkArguments } from "../../arguments/checkArguments";
import { coverageRules } from "../../arguments/coverageRules";
import { InvalidArgumentsError } from "../../errors";
import { jsonFile } from "./jsonFile";

/**
 * The mailboxes that a file excludes, each with its reason.
 *
 * @throws CliError, InvalidArgumentsError
 * @internal
 */
export async function readExcludeFile(file: string): Promise<Readonly<Record<string, string>>> {
  const content = { exclude: await jsonFile("the file of --exclude-file", file) };
  requireExclude(file, content);
  return content.exclude;
}

function requireExclude(
  file: string,
  content: { readonly exclude: unknown },
): asserts content is { readonly exclude: Readonly<Record<string, string>> } {
  const failures = checkArguments(content, { exclude: coverageRules.exclude });
  if (failures.length > 0) throw new InvalidArgumentsError(file, failures);
}
