import type { MailboxExportJobFilters } from "../model";
import { parseRfc3339 } from "./rfc3339";
import { isText, listOf, type Rule, type RulesOf, text } from "./rule";

const time: Rule = {
  rule: "an RFC 3339 time with its offset, for example 2026-11-20T00:00:00Z",
  accepts: (value) => parseRfc3339(value) !== undefined,
};

/** The filters on jobs. @internal */
export const filterRules = {
  states: listOf(isText, 'a list of at least one state, for example ["COMPLETED"]'),
  entityIds: listOf(isText, "a list of at least one entity id"),
  s3BucketName: text("the name of a bucket"),
  s3PathPrefix: text(),
  startedAfter: time,
  startedBefore: time,
} satisfies RulesOf<MailboxExportJobFilters>;
