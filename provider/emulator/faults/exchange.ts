import type { JsonAnswer } from "../answer";
import type { Position } from "../tokens";

/** The request a fault has met. @internal */
export interface Exchange {
  /** Asks the operation: what would be answered without the fault. */
  readonly real: () => JsonAnswer;
  /** The member that holds the list, if the operation pages. */
  readonly listMember: string | undefined;
  /** Where the request stands in its walk; `undefined` if it is in none. */
  readonly position: Position | undefined;
  readonly seal: (position: Position) => string;
}
