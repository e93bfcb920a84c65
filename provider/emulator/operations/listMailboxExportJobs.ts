import { optional, required } from "../input";
import { jobStatus } from "../jobStatus";
import { DEFAULT_PAGE_SIZE, openPosition, pageAfter } from "../pager";
import { shapes } from "../shapes";
import { defineOperation } from "./define";
import { commonMembers, startedWithinWindow } from "./mailboxExportJob";

/** {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html} @internal */
export const listMailboxExportJobs = defineOperation({
  input: {
    OrganizationId: required(shapes.OrganizationId),
    NextToken: optional(shapes.NextToken),
    MaxResults: optional(shapes.MaxResults),
  },
  listMember: "Jobs",
  answer({ OrganizationId, NextToken, MaxResults = DEFAULT_PAGE_SIZE }, { store, clock, tokens }) {
    const { jobs } = store.active(OrganizationId);
    const nowMs = clock.now().getTime();
    const scope = { operation: "ListMailboxExportJobs", organizationId: OrganizationId };
    const position = openPosition(tokens, scope, NextToken, nowMs);
    const { items, next } = pageAfter(jobs, position, MaxResults, (job) => startedWithinWindow(job, position.asOfMs));
    return {
      Jobs: items.flatMap((job) => {
        // A job that started before the walk did; only a clock put back in the middle of a walk can undo that.
        const status = jobStatus(job, nowMs);
        return status ? [{ JobId: job.jobId, ...commonMembers(job, status) }] : [];
      }),
      NextToken: next && tokens.seal(scope, next),
    };
  },
});
