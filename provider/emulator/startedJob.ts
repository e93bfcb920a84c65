import type { SeedJobEnd } from "./seedTypes";

/**
 * A job that StartMailboxExportJob has just started.
 * @public
 */
export interface StartedJob {
  readonly jobId: string;
  /** The id of the user or resource, whatever it was named by. */
  readonly entityId: string;
  /** RFC 3339. */
  readonly startTime: string;
}

/** Decides how a started job will end; `undefined` for never. @internal */
export type EndOfStarted = (job: StartedJob) => SeedJobEnd | undefined;

/** @internal */
export const completedAfterAnHour: EndOfStarted = () => ({ state: "COMPLETED", afterSeconds: 3600 });
