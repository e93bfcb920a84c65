import { type KnownMailboxExportJobState, type MailboxExportJob, mailboxExportJobStates } from "../model";

/**
 * How a documented end weighs against another: should the service ever tell two ends of one job, the one that asks for
 * another export is believed.
 */
const weightOfEnd = { COMPLETED: 1, CANCELLED: 2, FAILED: 3 } as const;

/**
 * 0 for a job that has not ended as far as is known: it runs, has no state, or one that AWS does not document.
 *
 * @internal
 */
export function endWeight({ state }: MailboxExportJob): number {
  return state !== undefined && isEnd(state) ? weightOfEnd[state] : 0;
}

/** Whether the job is known to have ended; nothing more will become of it. @internal */
export function hasEnded(job: MailboxExportJob): boolean {
  return endWeight(job) > 0;
}

function isEnd(state: string): state is keyof typeof weightOfEnd {
  return Object.hasOwn(weightOfEnd, state);
}

/** Whether AWS documents the state. @internal */
export function isKnownState(state: string | undefined): state is KnownMailboxExportJobState {
  return mailboxExportJobStates.some((known) => known === state);
}
