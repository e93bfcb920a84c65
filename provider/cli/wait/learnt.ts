import type { CoverageAnswer } from "../answer";
import type { Remembered } from "../sources/remembered";

/** The jobs that an answer tells of, for the next read to remember. @internal */
export function learnt({ organizations }: CoverageAnswer): readonly Remembered[] {
  return organizations.map(({ organizationId, region, mailboxes, jobsWithoutMailbox }) => ({
    by: "wait",
    organizationId,
    region,
    jobs: [...mailboxes.flatMap(({ job }) => (job === undefined ? [] : [job])), ...jobsWithoutMailbox],
  }));
}
