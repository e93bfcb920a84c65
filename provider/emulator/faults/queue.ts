import type { OperationName } from "../operations/table";
import type { Fault, FaultKind } from "./types";

/** What the queue must know of a request to tell whether a fault is meant for it. @internal */
export interface FaultTarget {
  readonly operation: OperationName;
  /** 1-based; `undefined` if the operation does not page, or its token is not one of ours. */
  readonly page: number | undefined;
  /** Whether its answer only says that something was done. */
  readonly isReceipt: boolean;
}

interface Traits {
  /** Makes sense for a page of a list only. */
  readonly pagesOnly?: true;
  /** Makes sense for an answer with a record only. */
  readonly recordsOnly?: true;
  /** How often it strikes when the script does not say. */
  readonly times?: number;
}

const traits = {
  throttle: {},
  serverError: {},
  error: {},
  reset: {},
  hang: {},
  truncatedBody: {},
  html: {},
  repeatToken: { pagesOnly: true, times: Number.POSITIVE_INFINITY },
  cycleTokens: { pagesOnly: true, times: Number.POSITIVE_INFINITY },
  emptyPageWithToken: { pagesOnly: true },
  pageWithoutJobs: { pagesOnly: true },
  nullJob: { pagesOnly: true },
  missingFields: {},
  unknownState: { recordsOnly: true },
  unknownMembers: {},
  notATimestamp: { recordsOnly: true },
} satisfies Record<FaultKind, Traits>;

/** The faults that are still to come, in the order in which they were injected. @internal */
export class FaultQueue {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  add(faults: readonly Fault[]): void {
    for (const fault of faults) checkFault(fault);
    this.#waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? traitsOf(fault).times ?? 1 })));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The faults that no request has used up; one that has begun shows what is left of its `times`. */
  pending(): readonly Fault[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  /** Takes the first fault meant for a request, if there is one. */
  take(target: FaultTarget): Fault | undefined {
    const entry = this.#waiting.find(({ fault }) => matches(fault, target));
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== entry);
    return entry.fault;
  }
}

function traitsOf(fault: Fault): Traits {
  return traits[fault.kind];
}

function matches(fault: Fault, { operation, page, isReceipt }: FaultTarget): boolean {
  const { pagesOnly, recordsOnly } = traitsOf(fault);
  if ((pagesOnly && page === undefined) || (recordsOnly && isReceipt)) return false;
  return (fault.operation ?? operation) === operation && (fault.onPage ?? page) === page;
}

// A script may come from JavaScript; a fault that can never strike would make a test pass for nothing.
function checkFault({ kind, times = 1, onPage = 1 }: Fault): void {
  if (!Object.hasOwn(traits, kind)) throw new Error(`inject: no fault of kind "${kind}"`);
  if (!(times > 0)) throw new RangeError(`inject: ${kind}: times must be above 0, got ${times}`);
  if (!(Number.isInteger(onPage) && onPage > 0)) {
    throw new RangeError(`inject: ${kind}: onPage must be a whole number above 0, got ${onPage}`);
  }
}
