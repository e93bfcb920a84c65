import type { MailboxExportJobFilters } from "../model";
import { isText, listOf, type RulesOf, text, time } from "./rule";

/** The filters on jobs. @internal */
export const filterRules = {
  states: listOf(isText, 'a list of at least one state, for example ["COMPLETED"]'),
  entityIds: listOf(isText, "a list of at least one entity id"),
  s3BucketName: text("the name of a bucket"),
  s3PathPrefix: text(),
  startedAfter: time,
  startedBefore: time,
} satisfies RulesOf<MailboxExportJobFilters>;
