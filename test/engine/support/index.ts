export { SECRET, UNKNOWN } from "./eventValues";
export { openStack, type StackOptions } from "./openStack";
export { type Change, OperationError, type Outcome, type UpOutcome } from "./outcome";
export type { State, StateResource } from "./state";
export type { TestStack } from "./testStack";
