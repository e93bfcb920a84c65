import { asWorkMailTellsIt } from "../arguments/rememberedJobs";
import type { MailboxExportJob } from "../model";
import { joinSightings } from "./joinSightings";

/** Jobs that a program put together, each once: what is told of one in several places is taken as sightings. @internal */
export function eachOnce(jobs: readonly MailboxExportJob[]): readonly MailboxExportJob[] {
  const ids = new Set(jobs.map(({ jobId }) => jobId));
  return ids.size === jobs.length ? jobs : [...joinSightings(jobs.map(asWorkMailTellsIt)).values()];
}
