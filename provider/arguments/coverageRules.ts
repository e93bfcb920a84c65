import type { CoverageRules, GetMailboxExportCoverageArgs } from "../coverageModel";
import { isPlainObject } from "./isPlainObject";
import { readRules } from "./readRules";
import { listOfJobs } from "./rememberedJobs";
import { isText, type RulesOf, time } from "./rule";

/** What counts as exported. @internal */
export const coverageRules = {
  cutover: time,
  exclude: {
    rule: 'an object of reasons by the id, email or name of a mailbox, for example { "fax@example.com": "empty" }',
    accepts: (value) => isPlainObject(value) && Object.entries(value).flat().every(isText),
  },
} satisfies RulesOf<CoverageRules>;

/** What the coverage of an organization takes. What each of its jobs must be, checkJobs says. @internal */
export const getCoverageRules = {
  ...readRules,
  ...coverageRules,
  jobs: listOfJobs,
} satisfies RulesOf<GetMailboxExportCoverageArgs>;
