import type { Answer, CoverageAnswer, ListAnswer } from "../answer";
import type { Render } from "./format";
import { isOpen } from "./words";

/**
 * What Terraform's `external` data source reads: one flat JSON object whose values are all strings.
 *
 * - Of both kinds: `kind` (`list` or `coverage`), `askedAt`, `organizationIds` (of those that were read, with commas
 *   between), and `json`, the answer in the json format, for `jsondecode`.
 * - Of a list the counts: `total`, `running`, `completed`, `failed`, `cancelled`, `other`.
 * - Of a coverage `verdict`; the counts: `total`, `exported`, `running`, `failed`, `cancelled`, `stale`, `unproven`,
 *   `missing`, `unknown`, `excluded`; `unread`, how many organizations could not be read; and `openMailboxes`, a JSON list
 *   of the ids of all mailboxes that are neither exported nor excluded.
 *
 * An answer that is not whole is rendered like one that is: whether Terraform gets it is for the caller to decide.
 *
 * ```hcl
 * data "external" "exports" { program = ["workmail-exports", "coverage", "--format", "terraform"] }
 * output "open" { value = jsondecode(data.external.exports.result.openMailboxes) }
 * ```
 *
 * @internal
 */
export const renderTerraform: Render = (answer) => {
  const members = answer.kind === "list" ? listMembers(answer) : coverageMembers(answer);
  return `${JSON.stringify({ ...commonMembers(answer), ...members, json: JSON.stringify(answer) })}\n`;
};

type Members = Readonly<Record<string, string>>;

function commonMembers({ kind, askedAt, organizations }: Answer): Members {
  return { kind, askedAt, organizationIds: organizations.map(({ organizationId }) => organizationId).join(",") };
}

function listMembers({ counts }: ListAnswer): Members {
  return inStrings(counts);
}

function coverageMembers({ verdict, counts, organizations, unread }: CoverageAnswer): Members {
  const open = organizations.flatMap(({ mailboxes }) => mailboxes.filter(isOpen).map(({ entityId }) => entityId));
  return {
    verdict,
    ...inStrings(counts),
    unread: String(unread.length),
    openMailboxes: JSON.stringify(open),
  };
}

function inStrings(counts: object): Members {
  return Object.fromEntries(Object.entries(counts).map(([member, count]) => [member, String(count)]));
}
