import { CliError, EXIT } from "../exit";
import type { Host } from "../host";
import { jsonObject } from "./jsonFile";

/**
 * The query of Terraform's `external` data source: one JSON object of texts on stdin; none where stdin is a terminal or
 * empty.
 *
 * @throws CliError
 * @internal
 */
export async function readQuery(host: Host): Promise<Readonly<Record<string, string>>> {
  const text = host.stdinIsTerminal ? "" : await host.stdin();
  if (text.trim() === "") return {};
  return Object.fromEntries(
    Object.entries(jsonObject("the query of Terraform on", "stdin", text)).map(([member, value]) => {
      if (typeof value === "string") return [member, value];
      throw new CliError(`the query of Terraform on stdin must hold texts alone, and ${member} is none`, EXIT.usage);
    }),
  );
}
