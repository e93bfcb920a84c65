import { readFile } from "node:fs/promises";
import { isPlainObject } from "../../arguments/isPlainObject";
import { CliError, EXIT, messageOf } from "../exit";

/**
 * The JSON object in a file; `what` is what the file is for, for the error.
 *
 * @throws CliError
 * @internal
 */
export async function jsonFile(what: string, file: string): Promise<Record<string, unknown>> {
  return jsonObject(what, file, await textOf(what, file));
}

/** @throws CliError @internal */
export function jsonObject(what: string, file: string, text: string): Record<string, unknown> {
  const value = parsed(what, file, text);
  if (isPlainObject(value)) return value;
  throw new CliError(`${what} ${file} is no JSON object`, EXIT.usage);
}

async function textOf(what: string, file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new CliError(`cannot read ${what} ${file}: ${messageOf(cause)}`, EXIT.usage, { cause });
  }
}

function parsed(what: string, file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    // Not what is there: it can be a secret, and V8 quotes it.
    const [place = ""] = /line \d+ column \d+/.exec(messageOf(cause)) ?? [];
    throw new CliError(`${what} ${file} is no JSON${place === "" ? "" : `: see ${place}`}`, EXIT.usage, { cause });
  }
}
