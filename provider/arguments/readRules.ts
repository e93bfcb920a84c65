import type { ReadMailboxExportJobsArgs } from "../model";
import { connectionRules } from "./connectionRules";
import { flag, matching, type RulesOf, wholeNumber } from "./rule";

/**
 * What a read of an organization's jobs takes.
 *
 * @see https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html
 * @internal
 */
export const readRules = {
  organizationId: {
    ...matching(/^m-[0-9a-f]{32}$/, "a WorkMail organization id: m- and 32 hexadecimal digits in lower case"),
    required: true,
  },
  includeDetails: flag,
  detailsConcurrency: wholeNumber(1, 64),
  pageSize: wholeNumber(1, 100),
  prove: flag,
  proveConcurrency: wholeNumber(1, 64),
  s3Endpoint: connectionRules.endpoint,
  ...connectionRules,
} satisfies RulesOf<ReadMailboxExportJobsArgs>;
