import type { Answer, LeftOutOrganization, UnreadOrganization } from "../../../../provider/cli/answer";
import { renderHtml } from "../../../../provider/cli/formats/html/html";
import { coverageAnswer, listAnswer, organizationCoverage, roster } from "../../../support/answers";
import { manyMailboxes } from "./manyMailboxes";

/** The report of an answer, as it is written to a file. */
export function report(answer: Answer): string {
  return renderHtml(answer, { columns: undefined, colour: false, show: "mailboxes" });
}

export const otherId = "m-22222222222222222222222222222222";

const unread: readonly UnreadOrganization[] = [
  {
    organizationId: "m-ffffffffffffffffffffffffffffffff",
    region: "eu-west-1",
    reason: "accessDenied",
    message: "ListUsers: the identity may not do this.\nAllow <workmail:ListUsers>.",
  },
  { region: "us-west-2", reason: "timeout", message: "ListOrganizations in us-west-2: no answer" },
];

const leftOut: readonly LeftOutOrganization[] = [
  { organizationId: "m-eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", region: "us-east-1", state: "Deleted", alias: "old" },
];

/** One user, and the export of their mailbox. */
export const exported = organizationCoverage({ id: otherId, roster: roster.slice(0, 1), rules: {} });

const [list] = listAnswer().organizations;
if (list === undefined) throw new Error("the sample list has no organization");

/** One report of each kind. */
export const answers = {
  coverage: coverageAnswer(),
  complete: coverageAnswer({ organizations: [exported] }),
  several: coverageAnswer({ organizations: [organizationCoverage(), exported], unread, leftOut }),
  failed: coverageAnswer({ organizations: [], unread }),
  nothing: coverageAnswer({ organizations: [] }),
  noMailbox: coverageAnswer({ organizations: [organizationCoverage({ roster: [], jobs: [] })] }),
  many: coverageAnswer({ organizations: [manyMailboxes(120)] }),
  list: listAnswer(),
  lists: listAnswer({
    organizations: [
      list,
      {
        ...list,
        organizationId: otherId,
        states: ["FAILED"],
        startedAfter: "2026-11-20T00:00:00Z",
        s3PathPrefix: "a<b",
      },
    ],
    leftOut,
  }),
  noJob: listAnswer({ organizations: [{ ...list, jobs: [], ids: [], latestByEntity: {} }] }),
} as const satisfies Record<string, Answer>;
