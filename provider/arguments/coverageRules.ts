import type { CoverageRules, GetMailboxExportCoverageArgs } from "../coverageModel";
import { readRules } from "./readRules";
import { isText, type RulesOf, time } from "./rule";

/** What counts as exported. @internal */
export const coverageRules = {
  cutover: time,
  exclude: {
    rule: 'an object of reasons by the id, email or name of a mailbox, for example { "fax@example.com": "empty" }',
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(value).flat().every(isText),
  },
} satisfies RulesOf<CoverageRules>;

/** What the coverage of an organization takes. @internal */
export const getCoverageRules = {
  ...readRules,
  ...coverageRules,
  jobs: {
    rule: "a list of mailbox export jobs, each with a jobId",
    accepts: (value) => Array.isArray(value) && value.every(isJob),
  },
} satisfies RulesOf<GetMailboxExportCoverageArgs>;

function isJob(value: unknown): boolean {
  return typeof value === "object" && value !== null && isText(Reflect.get(value, "jobId"));
}
