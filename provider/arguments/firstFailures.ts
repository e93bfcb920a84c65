import type { ArgumentFailure } from "../errors";

/** How many failures of one kind are told of; a list of thousands would hide the first. */
const toldAtMost = 10;

/** The first failures of jobs, all of one kind, and how many more there are. @internal */
export function firstFailures(failures: readonly ArgumentFailure[]): readonly ArgumentFailure[] {
  const more = failures.length - toldAtMost;
  if (more <= 0) return failures;
  return [...failures.slice(0, toldAtMost), { property: "jobs", reason: `jobs: ${more} more of this kind` }];
}
