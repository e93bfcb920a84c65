import { required } from "../input";
import { jobStatus } from "../jobStatus";
import { shapes } from "../shapes";
import { defineOperation } from "./define";
import { commonMembers, startedWithinWindow } from "./mailboxExportJob";
import { pageMembers, readPage } from "./readPage";

/** {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_ListMailboxExportJobs.html} @internal */
export const listMailboxExportJobs = defineOperation({
  input: { OrganizationId: required(shapes.OrganizationId), ...pageMembers },
  listMember: "Jobs",
  answer(input, service) {
    const { jobs } = service.store.active(input.OrganizationId);
    const nowMs = service.clock.now().getTime();
    const { items, NextToken } = readPage(service, "ListMailboxExportJobs", input, jobs, startedWithinWindow);
    return {
      Jobs: items.flatMap((job) => {
        // A job that started before the walk did; only a clock put back in the middle of a walk can undo that.
        const status = jobStatus(job, nowMs);
        return status ? [{ JobId: job.jobId, ...commonMembers(job, status) }] : [];
      }),
      NextToken,
    };
  },
});
