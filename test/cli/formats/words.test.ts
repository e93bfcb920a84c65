import { meaningOf } from "../../../provider/cli/formats/words";
import { coverageAnswer, organizationCoverage } from "../../support/answers";

const unread = [{ organizationId: "m-1", reason: "accessDenied", message: "no" } as const];

test.each([
  ["what is missing", coverageAnswer(), "At least one mailbox is not exported."],
  ["that all is out", coverageAnswer({ verdict: "complete" }), "Every mailbox is exported, or excluded with a reason."],
  [
    "that an organization is empty",
    coverageAnswer({ organizations: [organizationCoverage({ roster: [], jobs: [], rules: {} })] }),
    "Of no mailbox it is known that it is not exported, but whether all are cannot be told.",
  ],
  [
    "that there is no organization",
    coverageAnswer({ organizations: [] }),
    "No organization was found, and that proves nothing.",
  ],
  [
    "that one could not be read",
    coverageAnswer({ organizations: [], unread }),
    "Not every organization could be read.",
  ],
])("a verdict says %s", (_what, answer, meaning) => {
  expect(meaningOf(answer)).toBe(meaning);
});
